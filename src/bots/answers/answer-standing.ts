import type { Temporal } from 'temporal-polyfill';
import { targetFor } from '../../domain/goals/target-for.ts';
import { currentAchievements } from '../achievements-card.ts';
import { onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { goalsCard, targetParts } from '../goal-card.ts';
import { needsCard } from '../needs-card.ts';
import { planDay, planMeals } from '../plan-card.ts';
import { listCard } from '../reminders/reminder-list.ts';
import { trainingOn } from '../routines/plan-lines.ts';
import { streakCard } from '../streak-card.ts';
import { bold, code, lines, type Text } from '../text.ts';
import type { Asked } from './asked.ts';

/** The streaks that are counted. */
export const answerStreak = (ctx: CommandContext): Promise<Answer> => streakCard(ctx);

/** What was earned, and what is nearest. */
export const answerAchievements = (ctx: CommandContext): Promise<Answer> => currentAchievements(ctx, 0);

/** The reminders there are, the next one first. */
export const answerReminders = (ctx: CommandContext): Promise<Answer> => listCard(ctx);

/** Goals, and the daily target. */
export async function answerGoals(ctx: CommandContext, { figure, nutrient }: Asked): Promise<Answer> {
  if (figure !== 'target') return goalsCard(ctx);
  const asked = nutrient && nutrient.key !== 'all' ? nutrient : null;
  const parts = targetParts(await targetFor(ctx, todayOf(ctx)), ctx.user.unitSystem, asked?.key ?? null);
  if (parts.length > 0) return { text: `Your daily target: ${parts.join(', ')}.` };
  if (asked === null || asked.key === 'energyKcal') return needsCard(ctx);
  return {
    text: ['You have no target for ', asked.name, ' set. Set one with ', code('target 2200 kcal 160g protein'), '.'],
  };
}

/** More days at once are no answer. */
const mostDays = 7;

/** A message has no more rows of buttons. */
const mostRows = 5;

/** What is planned for a day, or for each day of a week: trainings and meals. */
export async function answerPlan(ctx: CommandContext, { from, to }: Pick<Asked, 'from' | 'to'>): Promise<Answer> {
  const today = todayOf(ctx);
  const day = from ?? today;
  const length = Math.min(mostDays, to === null ? 1 : day.until(to).days + 1);
  if (length > 1)
    return planOfDays(
      ctx,
      Array.from({ length }, (_, i) => day.add({ days: i })),
    );
  const training = await trainingOn(ctx, day);
  const { texts, buttons: ofMeals } = await planMeals(ctx, day);
  const buttons = [...training.buttons, ...ofMeals].slice(0, mostRows);
  if (training.line === null && texts.length === 0) return { text: `Nothing is planned ${onDay(day, today)}.` };
  return {
    text: lines(bold(`Planned ${onDay(day, today)}:`), training.line, ...texts),
    ...(buttons.length > 0 ? { buttons } : {}),
  };
}

async function planOfDays(ctx: CommandContext, days: readonly Temporal.PlainDate[]): Promise<Answer> {
  const today = todayOf(ctx);
  const told: Text[] = [];
  for (const day of days) {
    const { line } = await trainingOn(ctx, day);
    const meals = await planDay(ctx, day);
    if (line === null && meals.length === 0) continue;
    const name = day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
    told.push(lines(bold(day.equals(today) ? `${name}, today` : name), line, ...meals));
  }
  return { text: told.length > 0 ? lines(...told) : 'Nothing is planned on these days.' };
}
