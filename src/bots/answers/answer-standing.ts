import { Temporal } from 'temporal-polyfill';
import { currentGoals } from '../../domain/goals/current-goals.ts';
import { targetFor } from '../../domain/goals/target-for.ts';
import { earnedAchievements, streakStanding } from '../../domain/progress/standing.ts';
import { type ListedReminder, listReminders } from '../../domain/reminders/list-reminders.ts';
import { plannedOn } from '../../domain/training/planned-on.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { count, nutrientAmount, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital, dayName } from '../format.ts';
import { bold, code, lines, quoted } from '../text.ts';
import type { Asked } from './asked.ts';

const mostShown = 6;

const streakNames = {
  logging: 'logging',
  training: 'training',
  check_in: 'check-ins',
  steps: 'steps',
  sleep: 'sleep',
} as const;

/** The streaks that are counted. */
export async function answerStreak(ctx: CommandContext): Promise<Answer> {
  const streaks = await streakStanding(ctx);
  if (streaks.length === 0) return { text: 'No streak is counted for you yet.' };
  return {
    text: lines(
      ...streaks.map(
        ({ kind, currentDays, bestDays }) =>
          `${capital(streakNames[kind])}: ${count(currentDays, 'day')}${bestDays > currentDays ? `, the longest was ${bestDays}` : ''}`,
      ),
    ),
  };
}

/** What was earned, the newest first. */
export async function answerAchievements(ctx: CommandContext): Promise<Answer> {
  const earned = await earnedAchievements(ctx);
  if (earned.length === 0) return { text: 'You have no achievements yet.' };
  const today = todayOf(ctx);
  const rest = earned.length - mostShown;
  return {
    text: lines(
      ...earned
        .slice(0, mostShown)
        .map(({ name, description, day }) => [bold(name), `: ${description} (${dayName(day, today)})`]),
      rest > 0 ? `And ${rest} more.` : null,
    ),
  };
}

/** The reminders there are, the next one first. */
export async function answerReminders(ctx: CommandContext): Promise<Answer> {
  const reminders = await listReminders(ctx);
  if (reminders.length === 0) return { text: 'You have no reminders.' };
  const rest = reminders.length - mostShown;
  return {
    text: lines(
      ...reminders.slice(0, mostShown).map((one) => `${capital(quoted(one.what))}: ${scheduleText(ctx, one)}`),
      rest > 0 ? `And ${rest} more.` : null,
    ),
  };
}

const clock = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

function scheduleText(ctx: CommandContext, one: ListedReminder): string {
  const paused = one.isPaused ? ', paused' : '';
  if (one.onceAt) {
    const local = one.onceAt.toZonedDateTimeISO(zoneOf(ctx.user));
    return `${onDay(local.toPlainDate(), todayOf(ctx))} at ${clock(local.toPlainTime())}${paused}`;
  }
  if (one.everyMin !== null) {
    const window =
      one.windowFrom && one.windowUntil ? ` from ${clock(one.windowFrom)} to ${clock(one.windowUntil)}` : '';
    return `every ${count(one.everyMin, 'minute')}${window}${paused}`;
  }
  const at = (one.atTimes ?? []).map(clock).join(', ');
  const days = one.onDay ? onDay(one.onDay, todayOf(ctx)) : weekdayText(one.weekdays);
  return `${days} at ${at}${paused}`;
}

function weekdayText(weekdays: readonly number[] | null): string {
  if (!weekdays || weekdays.length === 7) return 'every day';
  const names = weekdays.map((weekday) =>
    Temporal.PlainDate.from('2024-01-01')
      .add({ days: weekday - 1 })
      .toLocaleString('en-GB', { weekday: 'long' }),
  );
  return `every ${new Intl.ListFormat('en-GB').format(names)}`;
}

/** Goals, and the daily target. */
export async function answerGoals(ctx: CommandContext, { figure, nutrient }: Asked): Promise<Answer> {
  const today = todayOf(ctx);
  const units = ctx.user.unitSystem;
  const target = await targetFor(ctx, today);
  const parts = (
    [
      ['energyKcal', ''],
      ['proteinG', ' protein'],
      ['carbsG', ' carbs'],
      ['fatG', ' fat'],
      ['waterMl', ' water'],
    ] as const
  ).flatMap(([key, name]) => {
    const value = target?.[key] ?? null;
    const isAsked = figure !== 'target' || !nutrient || nutrient.key === 'all' || nutrient.key === key;
    return value === null || !isAsked ? [] : [`${nutrientAmount(key, value, units)}${name}`];
  });
  const daily = parts.length > 0 ? `Your daily target: ${parts.join(', ')}.` : null;
  if (figure === 'target') {
    const of = nutrient && nutrient.key !== 'all' ? ` for ${nutrient.name}` : '';
    return {
      text: daily ?? ['You have no target', of, ' set. Set one with ', code('target 2200 kcal 160g protein'), '.'],
    };
  }
  const goals = await currentGoals(ctx);
  if (goals.length === 0) return { text: lines('You have no goal set.', daily) };
  return {
    text: lines(
      ...goals.slice(0, mostShown).map(({ title, progressPct, targetDay }) => {
        const by = targetDay ? `, by ${dayName(targetDay, today)}` : '';
        return `${capital(quoted(title))}${by}${progressPct === null ? '' : `: ${Math.round(progressPct)} % of the way`}`;
      }),
      daily,
    ),
  };
}

/** What is planned for a day. */
export async function answerPlan(ctx: CommandContext, { from }: Asked): Promise<Answer> {
  const today = todayOf(ctx);
  const day = from ?? today;
  const { routines, meals } = await plannedOn(ctx, day);
  if (routines.length + meals.length === 0) return { text: `Nothing is planned ${onDay(day, today)}.` };
  return {
    text: lines(
      bold(`Planned ${onDay(day, today)}:`),
      routines.length > 0 ? `Training: ${routines.map((name) => quoted(name)).join(', ')}` : null,
      ...meals.map(({ slot, text }) => `${capital(quoted(slot))}: ${quoted(text)}`),
    ),
  };
}
