import type { OpenItem } from './group-items.ts';
import { type Line, wordAt } from './line.ts';
import type { Amount } from './recognise-amount.ts';

/** What stands between two ways of saying the same amount. */
const alternatives = new Set(['/', '|', '-', 'or']);

/**
 * Gives amounts without a food to the food beside them: "75g/3oz yoghurt" and "yoghurt 75g | 3oz" say one amount twice,
 * "1 cup plus 100 g flour" is that food twice.
 */
export function shareAmounts(line: Line, items: readonly OpenItem[]): OpenItem[] {
  const kept: OpenItem[] = [];
  items.forEach((item, i) => {
    const next = items[i + 1];
    const last = kept.at(-1);
    const first = item.amounts[0];
    if (!first || item.words.length > 0 || item.picture !== null || !item.amounts.every(({ amount }) => amount.unit))
      kept.push(item);
    else if (next && isMeasured(next) && alternatives.has(wordAt(line, item.amounts.at(-1)?.amount.end ?? -1)))
      next.amounts.unshift(...item.amounts);
    else if (last && isMeasured(last) && alternatives.has(wordAt(line, first.at - 1)))
      // Said second, only what weighs adds anything.
      last.amounts.push(...item.amounts.filter(({ amount }) => isWeight(amount)));
    else if (next && isMeasured(next) && next.join === 'plus' && first.amount.unit?.kind !== 'container')
      kept.push({ ...item, words: [...next.words] });
    else kept.push(item);
  });
  return kept;
}

const isWeight = ({ unit }: Amount): boolean => unit?.kind === 'mass' || unit?.kind === 'volume';

const isMeasured = ({ words, amounts }: OpenItem): boolean =>
  words.length > 0 && amounts[0] !== undefined && amounts[0].amount.unit !== null;
