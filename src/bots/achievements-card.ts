import { asOwner } from '../domain/as-owner.ts';
import {
  type AchievementStanding,
  achievementStanding,
  type EarnedAchievement,
  type NextAchievement,
} from '../domain/progress/achievement-standing.ts';
import { isProgressDue } from '../domain/progress/is-progress-due.ts';
import { todayOf } from './ask-card.ts';
import type { Answer, CommandContext } from './command.ts';
import { progressText } from './figure-words.ts';
import { dayName } from './format.ts';
import type { Button } from './reply.ts';
import { progress } from './speak.ts';
import { bold, lines, type Text } from './text.ts';

const perPage = 6;

/** What was earned, what is nearest, and how many are still hidden. Later pages, from 0, hold what was earned earlier. */
function achievementsCard(ctx: CommandContext, standing: AchievementStanding, page: number): Answer {
  const { isGentle, earned, next, hiddenCount } = standing;
  const shown = earned.slice(page * perPage, (page + 1) * perPage);
  const heading: Text | null =
    earned.length > 0
      ? bold(`${earned.length} earned`)
      : isGentle
        ? null
        : 'Nothing earned yet. It begins with the first thing you log.';
  const ahead: (Text | null)[] =
    page > 0
      ? []
      : [
          isGentle ? 'Achievements rest while I show you no numbers. What you have earned stays.' : null,
          next.length > 0 ? bold('Nearest') : null,
          ...next.map((one) => nextLine(one, ctx.user.unitSystem)),
          hiddenCount > 0 && !isGentle ? hiddenLine(hiddenCount) : null,
        ];
  return {
    text: lines(heading, ...shown.map((one) => earnedLine(ctx, one)), ...ahead),
    buttons: [pageButtons(page, earned.length)].filter((row) => row.length > 0),
  };
}

function earnedLine(ctx: CommandContext, { name, description, rarity, times, day }: EarnedAchievement): Text {
  const often = times > 1 ? `, ${times} times` : '';
  return [bold(name), ` (${rarity}${often}, ${dayName(day, todayOf(ctx))}): ${description}`];
}

const nextLine = ({ name, figure, reached, threshold }: NextAchievement, units: 'metric' | 'us'): string =>
  `${name}: ${progressText(figure, reached, threshold, units)}`;

const hiddenLine = (count: number): string =>
  count === 1 ? '? One more is hidden until you earn it.' : `? ${count} more are hidden until you earn them.`;

function pageButtons(page: number, count: number): Button[] {
  const button = (label: string, to: number): Button => ({
    label,
    action: { command: 'achievements', input: { page: to } },
  });
  return [
    ...(page > 0 ? [button('Newer', page - 1)] : []),
    ...((page + 1) * perPage < count ? [button('Older', page + 1)] : []),
  ];
}

/**
 * The card as of now: what was recorded a moment ago counts already. What that earns is said as ever, after the card.
 */
export async function currentAchievements(ctx: CommandContext, page: number): Promise<Answer> {
  const notifies = (await isProgressDue(ctx)) ? await asOwner(ctx.db, () => progress(ctx)) : [];
  return { ...achievementsCard(ctx, await achievementStanding(ctx), page), notifies };
}
