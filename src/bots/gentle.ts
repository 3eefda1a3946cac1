import { type Metric, plausible } from '../domain/body/plausible.ts';
import type { User } from '../domain/users/user.ts';
import type { Asked } from './answers/asked.ts';
import type { Question } from './command.ts';
import { code, type Text } from './text.ts';

/** Whom something is worded for: in which units, and whether figures of food and body are kept from them. */
export type Reader = Pick<User, 'unitSystem' | 'isGentle'>;

const bodyUnits: ReadonlySet<string | null> = new Set(['kg', 'cm', '%']);

/** Whether a figure of this metric is kept from the reader: weight, measures and shares of the body. */
export const isKeptFrom = ({ isGentle }: Pick<Reader, 'isGentle'>, metric: Metric | null): boolean =>
  isGentle && metric !== null && bodyUnits.has(plausible[metric].unit);

/** What is said in the place of figures that were asked for. */
export const keptBack: Text = [
  'Your entries are all there. I show no numbers of food and weight for now; say ',
  code('show numbers again'),
  ' to see them.',
];

/** Asked of whoever may rather see no figures of food and weight; "no" changes nothing. */
export const offerGentle: Question = {
  about: 'meaning',
  isRow: true,
  choices: [
    { label: 'Yes, hide them', action: { command: 'settings', input: { isGentle: true } } },
    { label: 'No', action: { command: 'settings', input: { isGentle: false } } },
  ],
};

/** What is said to whoever sets a figure of food or weight while they want to see none. */
export const setsNone: Text = [
  'While I show no numbers of food and weight, I set none either. Say ',
  code('show numbers again'),
  ' first, if you want to.',
];

/** Figures without which a question of food has no answer. */
const countsFood: ReadonlySet<string> = new Set(['day', 'week', 'remaining', 'food']);

/** Whether the answer to a question would be figures that are kept from the reader. What is in the log is still told. */
export function isAnswerKeptFrom({ isGentle }: Pick<Reader, 'isGentle'>, asked: Asked): boolean {
  if (!isGentle) return false;
  const { about, figure, nutrient, metric } = asked;
  if (metric !== null) return isKeptFrom({ isGentle }, metric);
  if (about === 'weight' || about === 'why') return true;
  if (about === 'workouts') return figure === 'energy';
  if (about === 'goals') return figure === 'target';
  if (about === 'food' && figure === 'figures') return true;
  if (!countsFood.has(about) || figure === 'days-logged') return false;
  return figure === 'on-target' || (nutrient !== null && nutrient.key !== 'waterMl' && nutrient.key !== 'all');
}
