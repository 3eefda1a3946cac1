import type { ChangedAchievement } from '../../domain/progress/refresh-achievements.ts';
import { figureText } from '../figure-words.ts';
import { bold, code, lines, type Text } from '../text.ts';
import type { Notice } from './notice.ts';

/** More are named by their number: years of entries may come in at once. */
const mostNamed = 5;
const rarest = ['legendary', 'epic', 'rare', 'common'] as const;

/**
 * Says what was earned, all of it in one notice: each with how rare it is and what it was earned by. Of one that was
 * earned several times at once the last counts. `earned` must not be empty.
 */
export function achievementNotice(earned: readonly ChangedAchievement[], units: 'metric' | 'us'): Notice {
  const each = [...new Map(earned.map((one) => [one.key, one])).values()];
  const [only] = each;
  const key = `achievements-${earned.map(({ id }) => id).join('-')}`.slice(0, 200);
  if (only && each.length === 1)
    return {
      key,
      type: 'achievement',
      title: nameOf(only),
      text: lines([bold(nameOf(only)), ` (${only.rarity})`], only.description, `For ${evidenceOf(only, units)}.`),
    };
  const ranked = [...each].sort((a, b) => rarest.indexOf(a.rarity) - rarest.indexOf(b.rarity));
  const named = ranked.slice(0, mostNamed);
  const rest = each.length - named.length;
  return {
    key,
    type: 'achievement',
    title: `${each.length} achievements`,
    text: lines(
      bold(`${each.length} achievements`),
      ...named.map((one): Text => [bold(nameOf(one)), ` (${one.rarity}): ${evidenceOf(one, units)}`]),
      rest > 0 ? [`And ${rest} more: `, code('achievements'), ' shows them all.'] : null,
    ),
  };
}

const nameOf = ({ name, occurrence }: ChangedAchievement): string =>
  occurrence > 1 ? `${name}, ${occurrence} times now` : name;

const evidenceOf = ({ figure, threshold }: ChangedAchievement, units: 'metric' | 'us'): string =>
  figureText(figure, threshold, units);
