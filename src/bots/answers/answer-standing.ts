import { targetFor } from '../../domain/goals/target-for.ts';
import { achievementStanding } from '../../domain/progress/achievement-standing.ts';
import { plannedOn } from '../../domain/training/planned-on.ts';
import { achievementsCard } from '../achievements-card.ts';
import { onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital } from '../format.ts';
import { goalsCard, targetParts } from '../goal-card.ts';
import { listCard } from '../reminders/reminder-list.ts';
import { streakCard } from '../streak-card.ts';
import { bold, code, lines, quoted } from '../text.ts';
import type { Asked } from './asked.ts';

/** The streaks that are counted. */
export const answerStreak = (ctx: CommandContext): Promise<Answer> => streakCard(ctx);

/** What was earned, and what is nearest. */
export async function answerAchievements(ctx: CommandContext): Promise<Answer> {
  return achievementsCard(ctx, await achievementStanding(ctx), 0);
}

/** The reminders there are, the next one first. */
export const answerReminders = (ctx: CommandContext): Promise<Answer> => listCard(ctx);

/** Goals, and the daily target. */
export async function answerGoals(ctx: CommandContext, { figure, nutrient }: Asked): Promise<Answer> {
  if (figure !== 'target') return goalsCard(ctx);
  const asked = nutrient && nutrient.key !== 'all' ? nutrient : null;
  const parts = targetParts(await targetFor(ctx, todayOf(ctx)), ctx.user.unitSystem, asked?.key ?? null);
  if (parts.length > 0) return { text: `Your daily target: ${parts.join(', ')}.` };
  const of = asked ? ` for ${asked.name}` : '';
  return { text: ['You have no target', of, ' set. Set one with ', code('target 2200 kcal 160g protein'), '.'] };
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
