import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Given } from '../src/bots/command.ts';
import { commands } from '../src/bots/commands/index.ts';
import { interpret } from '../src/bots/interpret.ts';
import { catalogueFoodIndex } from '../src/domain/foods/catalogue-food-index.ts';
import type { IndexedFood } from '../src/domain/foods/food-index.ts';
import { catalogueExerciseIndex } from '../src/domain/training/catalogue-exercise-index.ts';
import { compareItems, countItems, type Item, isRight, itemsOf } from './language/agreement.ts';
import { recipeParsers } from './language/recipe-parsers.ts';
import { type Row, readRows, type Said } from './language/rows.ts';
import { quantile, timesOf } from './times.ts';

const ownFoods = 300;
const limitsMs = { median: 0.06, p99: 1 };
const turns = 30;
const missesShown = Number(process.env.LANGUAGE_MISSES ?? 20);

type Foods = Given['foods'];

/**
 * How much of what people write is understood, and how fast: the labelled messages of `bench/language`, or those of the
 * folder that LANGUAGE_ROWS names, read as a chat reads them. Each file has its measure by its name; one with another
 * name is measured as `messages`.
 */
export async function language(): Promise<boolean> {
  const folder = process.env.LANGUAGE_ROWS ?? join(import.meta.dirname, 'language');
  const files = readRows(resolve(folder));
  const foods = catalogueFoodIndex();
  const exercises = catalogueExerciseIndex();
  const rows = [...files.values()].flat();
  const reader = (index: Foods) => {
    const given = new Map(rows.map((row) => [row, givenOf(row, index, exercises)]));
    return (row: Row) => read(row, given.get(row) ?? givenOf(row, index, exercises));
  };
  const plain = reader(foods);
  let isWithin = true;
  for (const [name, some] of files) {
    const measure = measures[name] ?? wholeRows(0.95);
    isWithin = measure(name, some, some.map(plain)) && isWithin;
  }
  isWithin = speed(files, reader(foods.with(inventedFoods(foods)))) && isWithin;
  recipeLines(files.get('recipe-lines') ?? [], plain);
  return isWithin;
}

type Measure = (name: string, rows: readonly Row[], said: readonly Said[]) => boolean;

const measures: Readonly<Record<string, Measure>> = {
  messages: wholeRows(0.95),
  workouts: wholeRows(0.95),
  diaries(name, rows, said) {
    const counts = rows.map((row, i) => countItems(row, said[i] ?? nothing));
    const sum = (of: 'right' | 'wanted' | 'read') => counts.reduce((all, count) => all + count[of], 0);
    const f1 = (2 * sum('right')) / (sum('wanted') + sum('read'));
    console.log(`  ${name}: ${rows.length}, items ${sum('right')} right of ${sum('wanted')}, ${sum('read')} read`);
    const whole = counts.filter(({ right, wanted, read }) => right === wanted && right === read).length;
    console.log(
      `    item F1 ${f1.toFixed(3)} (limit: at least 0.9); all items right in ${percent(whole, rows.length)}`,
    );
    showMisses(rows, said, (_, i) => counts[i]?.right === counts[i]?.wanted && counts[i]?.right === counts[i]?.read);
    return f1 >= 0.9;
  },
  'recipe-lines'(name, rows, said) {
    const isLineRight = (row: Row, i: number) => {
      const items = itemsOf(said[i]?.commands ?? []);
      return answersOf(row).some((wanted) => sameAmounts(wanted, items));
    };
    const right = rows.filter(isLineRight).length;
    console.log(
      `  ${name}: quantity and food right in ${percent(right, rows.length)} of ${rows.length} (at least 95 %)`,
    );
    showMisses(rows, said, isLineRight);
    return right >= 0.95 * rows.length;
  },
  'not-a-log'(name, rows, said) {
    const writes = new Set(['log-meal', 'quick-add', 'log-workout', 'log-metric']);
    const isQuiet = (_: Row, i: number) => !said[i]?.commands.some((command) => writes.has(command.do));
    const written = rows.length - rows.filter(isQuiet).length;
    const others = rows.flatMap((row, i) => (isQuiet(row, i) ? (said[i]?.commands ?? []) : [])).map((one) => one.do);
    const counts = [...new Set(others)].map((one) => `${one} ${others.filter((other) => other === one).length}`);
    const asked = said.filter(({ question }) => question !== null).length;
    console.log(`  ${name}: an entry is written for ${percent(written, rows.length)} of ${rows.length} (at most 1 %)`);
    console.log(`    something else is done: ${counts.join(', ') || 'nothing'}; asked back for ${asked}`);
    showMisses(rows, said, isQuiet);
    return written <= 0.01 * rows.length;
  },
};

/** The share of rows that are right in all they name, by kind. */
function wholeRows(limit: number): Measure {
  return (name, rows, said) => {
    const isRowRight = (row: Row, i: number) => isRight(row, said[i] ?? nothing);
    const right = rows.filter(isRowRight).length;
    console.log(`  ${name}: wholly right ${percent(right, rows.length)} of ${rows.length} (at least ${100 * limit} %)`);
    for (const kind of new Set(rows.flatMap((row) => row.kind ?? []))) {
      const ofKind = rows.filter((row) => row.kind === kind);
      const fine = rows.filter((row, i) => row.kind === kind && isRowRight(row, i));
      console.log(`    ${kind.padEnd(16)} ${fine.length} of ${ofKind.length}`);
    }
    showMisses(rows, said, isRowRight);
    return right >= limit * rows.length;
  };
}

const nothing: Said = { commands: [], question: null };
const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;
const answersOf = (row: Row): Item[][] => [row.expect, ...row.accept].map((one) => itemsOf(one.commands));

function sameAmounts(wanted: readonly Item[], items: readonly Item[]): boolean {
  if (wanted.length !== items.length) return false;
  return wanted.every((one) =>
    items.some((item) => {
      const { quantity, food } = compareItems(one, item);
      return quantity && food;
    }),
  );
}

function showMisses(
  rows: readonly Row[],
  said: readonly Said[],
  isFine: (row: Row, index: number) => boolean | undefined,
): void {
  const misses = rows.flatMap((row, i) => (isFine(row, i) ? [] : [{ row, said: said[i] ?? nothing }]));
  for (const { row, said: one } of misses.slice(0, missesShown)) {
    console.log(`    ✗ ${JSON.stringify(row.text)}`);
    console.log(`      read as ${JSON.stringify(one.question ?? one.commands.map(brief))}`);
  }
  if (misses.length > missesShown)
    console.log(`    and ${misses.length - missesShown} more (LANGUAGE_MISSES shows more)`);
}

/** A command without what is not said in it. */
function brief(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const figures = new Set(['foodName', 'exerciseName', 'energyKcal', 'proteinG', 'carbsG', 'fatG']);
  const isMeal = 'foodName' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, one]) => one !== null && !(isMeal && figures.has(name)) && name !== 'exerciseName')
      .map(([name, one]) => [name, brief(one)]),
  );
}

function givenOf(row: Row, foods: Foods, exercises: Given['exercises']): Given {
  const { at, timeZone, units } = row;
  const now = Temporal.Instant.from(at);
  return { now, timeZone, dayStartHour: 0, units, locale: 'en', foods, exercises, slots: [] };
}

function read(row: Row, given: Given): Said {
  const understood = interpret(commands, row.text, given);
  if (!understood || 'problem' in understood.reading) return nothing;
  const { command, reading } = understood;
  if ('question' in reading) return { commands: [], question: { about: reading.question.about } };
  return { commands: [...command.toContract(reading.input)], question: null };
}

/** How long a message takes from its words to what it would do, for a person with many foods of their own. */
function speed(files: ReadonlyMap<string, readonly Row[]>, run: (row: Row) => void): boolean {
  const rows = [...files.values()].flat();
  const times = timesOf(rows, turns, run);
  const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  const slowest = rows[times.indexOf(Math.max(...times))];
  console.log(`  speed over ${rows.length} messages, with ${ownFoods} foods of their own:`);
  console.log(
    `    median ${inUs(median)} (limit ${inUs(limitsMs.median)}), p99 ${inUs(p99)} (limit ${inUs(limitsMs.p99)})`,
  );
  let from = 0;
  const medians = [...files].map(([name, { length }]) => {
    from += length;
    return `${name} ${inUs(quantile(times.slice(from - length, from), 0.5))}`;
  });
  console.log(`    medians: ${medians.join(', ')}`);
  console.log(`    slowest ${inUs(Math.max(...times))}: ${JSON.stringify(slowest?.text)}`);
  return median <= limitsMs.median && p99 <= limitsMs.p99;
}

const inUs = (ms: number): string => `${(1000 * ms).toFixed(0)} µs`;

/** Our reading of recipe lines beside two packages made for them. */
function recipeLines(rows: readonly Row[], readOurs: (row: Row) => Said): void {
  if (rows.length === 0) return;
  const parsers: Record<string, (row: Row) => Item | undefined> = {
    Spotter(row) {
      const items = itemsOf(readOurs(row).commands);
      // One food taken for several is not right, however right the first of them.
      return answersOf(row).some((wanted) => wanted.length === items.length) ? items[0] : undefined;
    },
  };
  for (const [name, parse] of Object.entries(recipeParsers)) parsers[name] = (row) => parse(row.text);
  console.log('  recipe lines beside other packages: quantity, unit, food; quantity and food; a line');
  for (const [name, parse] of Object.entries(parsers)) {
    const best = rows.map((row) => {
      const found = parse(row);
      const all = answersOf(row).flatMap(([wanted]) => (wanted ? [compareItems(wanted, found)] : []));
      const countOf = (one: object) => Object.values(one).filter(Boolean).length;
      return all.toSorted((a, b) => countOf(b) - countOf(a))[0];
    });
    const share = (isFine: (one: (typeof best)[number]) => boolean | undefined) =>
      percent(best.filter(isFine).length, rows.length).padStart(8);
    const times = timesOf(rows, turns, parse);
    console.log(
      `    ${name.padEnd(28)}${share((one) => one?.quantity)}${share((one) => one?.unit)}${share((one) => one?.food)}`,
      `${share((one) => one?.quantity && one.food)}   ${inUs(quantile(times, 0.5))}, p99 ${inUs(quantile(times, 0.99))}`,
    );
  }
}

/** Foods as a person keeps them, of words that also stand in the catalogue. */
function inventedFoods(foods: Foods): IndexedFood[] {
  const makers = ['my', 'mum’s', 'office', 'sunday', 'spicy', 'lazy', 'big', 'quick', 'gym', 'anna’s'];
  const kinds = ['shake', 'bowl', 'chili', 'lasagne', 'curry', 'salad', 'soup', 'wrap', 'porridge', 'pancakes'];
  const ends = ['', 'light', 'with cheese'];
  const sample = foods.lookup('chili');
  if (!sample) throw new Error('The catalogue has no chili.');
  return makers
    .flatMap((maker) => kinds.flatMap((kind) => ends.map((end) => `${maker} ${kind} ${end}`.trim())))
    .slice(0, ownFoods)
    .map((name, i) => ({ ...sample, id: i, slug: null, ndb: null, name, aliases: [], source: 'own' }));
}
