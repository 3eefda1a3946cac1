import type { Row, Said } from './rows.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Numbers may differ by this share: pounds and stones are rounded when they are written down. */
const tolerance = 0.01;
/** Words that are ids and must be the same to the letter. */
const ids = new Set(['do', 'unit', 'metric', 'about', 'kind', 'action', 'day', 'from', 'to', 'on', 'by', 'time']);

/** Whether what was read is what the row expects, or as right. */
export function isRight(row: Row, said: Said): boolean {
  return [row.expect, ...row.accept].some((wanted) => {
    if (wanted.question) return said.question !== null && said.commands.length === 0 && fits(wanted.question, said);
    return said.question === null && agrees(wanted.commands, said.commands, 'commands');
  });
}

const fits = (wanted: Fields, said: Said): boolean => agrees(wanted, said.question, 'question');

/** Whether all that is wanted is there; fields that the wanted does not name are not looked at. */
function agrees(wanted: unknown, said: unknown, field: string): boolean {
  if (wanted === null || wanted === undefined) return said === null || said === undefined;
  if (typeof wanted === 'number') return typeof said === 'number' && isNear(wanted, said);
  if (typeof wanted === 'string') {
    if (typeof said !== 'string') return false;
    if (ids.has(field)) return wanted === said;
    return field === 'food' ? isSameFood(wanted, said) : wordsOf(wanted).join('') === wordsOf(said).join('');
  }
  if (Array.isArray(wanted)) {
    if (!Array.isArray(said) || wanted.length !== said.length) return false;
    if (field === 'items') return pairsOf(wanted, said, (a, b) => agrees(a, b, 'item')) === wanted.length;
    return wanted.every((one, i) => agrees(one, said[i], field));
  }
  if (typeof wanted !== 'object') return wanted === said;
  if (typeof said !== 'object' || said === null) return false;
  return Object.entries(wanted).every(([name, value]) => agrees(value, (said as Fields)[name], name));
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(a) * tolerance + 1e-9;

/** Whether all words of one name occur in the other, as those of "salmon" in "grilled salmon". */
function isSameFood(a: string, b: string): boolean {
  const [one, other] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  if (one.size === 0 || other.size === 0) return one.size === other.size;
  const isWithin = (a: Set<string>, b: Set<string>) => [...a].every((word) => b.has(word));
  return isWithin(one, other) || isWithin(other, one) || [...one].join('') === [...other].join('');
}

/** Words in lower case without articles, punctuation and plural endings. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((word) => !['a', 'an', 'the'].includes(word))
    .map((word) => {
      if (word.length <= 3) return word;
      if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
      if (/(?:ch|sh|x|ss|zz|o)es$/.test(word)) return word.slice(0, -2);
      if (/^(?:lea|loa|hal)ves$/.test(word)) return `${word.slice(0, -3)}f`;
      return /(?<![siu])s$/.test(word) ? word.slice(0, -1) : word;
    });
}

export interface Item {
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly food: string;
}

/** The foods of the meals; water that is recorded as such is one. */
export function itemsOf(commands: Said['commands']): Item[] {
  return commands.flatMap((command) => {
    if (command.do === 'log-meal') return command.items as Item[];
    if (command.do === 'log-metric' && command.metric === 'water')
      return [{ quantity: command.value as number, unit: 'ml', food: 'water' }];
    return [];
  });
}

/** Whether two items have the same quantity, and which of unit and food are the same. */
export function compareItems(
  wanted: Item,
  said: Item | undefined,
): { quantity: boolean; unit: boolean; food: boolean } {
  return {
    quantity: agrees(wanted.quantity, said?.quantity, 'quantity'),
    unit: agrees(wanted.unit, said?.unit, 'unit'),
    food: said !== undefined && isSameFood(wanted.food, said.food),
  };
}

/** How many items were wanted, how many were read, and how many of them are right in quantity, unit and food. */
export function countItems(row: Row, said: Said): { right: number; wanted: number; read: number } {
  const read = itemsOf(said.commands);
  const counts = [row.expect, ...row.accept].map(({ commands }) => {
    const wanted = itemsOf(commands);
    const right = pairsOf(wanted, read, (a, b) => Object.values(compareItems(a, b)).every(Boolean));
    return { right, wanted: wanted.length, read: read.length };
  });
  const wrong = (one: { right: number; wanted: number }) => one.wanted + read.length - 2 * one.right;
  return counts.toSorted((a, b) => wrong(a) - wrong(b))[0] ?? { right: 0, wanted: 0, read: read.length };
}

/** The most pairs that can be made of two lists, each member in one at most. */
function pairsOf<A, B>(wanted: readonly A[], said: readonly B[], isPair: (a: A, b: B) => boolean): number {
  const partner = new Map<number, number>();
  const place = (i: number, seen: Set<number>): boolean =>
    said.some((one, j) => {
      const mine = wanted[i];
      if (mine === undefined || seen.has(j) || !isPair(mine, one)) return false;
      seen.add(j);
      const other = partner.get(j);
      if (other !== undefined && !place(other, seen)) return false;
      partner.set(j, i);
      return true;
    });
  return wanted.filter((_, i) => place(i, new Set())).length;
}
