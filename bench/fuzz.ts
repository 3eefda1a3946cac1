import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Given } from '../src/bots/command.ts';
import { commands } from '../src/bots/commands/index.ts';
import { interpret } from '../src/bots/interpret.ts';
import { catalogueFoodIndex } from '../src/domain/foods/catalogue-food-index.ts';
import { catalogueExerciseIndex } from '../src/domain/training/catalogue-exercise-index.ts';
import { languageText } from '../tests/support/language-text.ts';
import { readingFault } from '../tests/support/reading-fault.ts';
import { quantile, timesOf } from './times.ts';

const strings = Number(process.env.FUZZ_RUNS ?? 100_000);
const atOnce = 2_000;
const faultsShown = 10;
/** The machine may have done something else meanwhile, so the slowest are timed again. */
const candidates = 50;
/** In characters; longer texts are not read at all. */
const lengths = [1_000, 2_000, 4_000, 8_000, 10_000];
/** A character of the longest text may take so many times as long as one of the shortest. */
const mostGrowth = 3;
const turns = 3;

/** Random strings through every command, and how the time grows with the length of what repeats itself. */
export async function fuzz(): Promise<boolean> {
  const given: Given = {
    now: Temporal.Instant.from('2026-03-02T18:30:00Z'),
    timeZone: 'Europe/Madrid',
    dayStartHour: 3,
    units: 'metric',
    locale: 'en',
    foods: catalogueFoodIndex(),
    exercises: catalogueExerciseIndex(),
    slots: ['second breakfast'],
    role: 'coach',
    hasCoach: true,
    clients: ['Anna Ray', 'Ben'],
  };
  const isSound = readStrings(given);
  return growth(given) && isSound;
}

function readStrings(given: Given): boolean {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
  const times: number[] = [];
  let slowest: { ms: number; text: string }[] = [];
  let understood = 0;
  let faults = 0;
  for (let at = 0; at < strings; at += atOnce) {
    for (const text of fc.sample(languageText(), { seed: seed + at, numRuns: Math.min(atOnce, strings - at) })) {
      const start = performance.now();
      const reading = attempt(() => interpret(commands, text, given));
      const ms = performance.now() - start;
      times.push(ms);
      slowest.push({ ms, text });
      if (reading) understood++;
      for (const command of commands) {
        const fault = readingFault(command, text, given);
        if (fault === null) continue;
        faults++;
        if (faults <= faultsShown) console.log(`  ✗ ${command.name} on ${JSON.stringify(text)}\n    ${fault}`);
      }
    }
    slowest = slowest.toSorted((a, b) => b.ms - a.ms).slice(0, candidates);
  }
  const again = timesOf(slowest, turns, ({ text }) => attempt(() => interpret(commands, text, given)));
  const most = Math.max(...again);
  const { text } = slowest[again.indexOf(most)] ?? { text: '' };
  const perSecond = (1000 * times.length) / times.reduce((sum, ms) => sum + ms, 0);
  console.log(`  ${strings} strings (seed ${seed}), each to ${commands.length} commands: ${faults} faults`);
  console.log(
    `  ${perSecond.toFixed(0)} strings/s, p99 ${quantile(times, 0.99).toFixed(1)} ms; ${understood} mean something`,
  );
  console.log(`  slowest ${most.toFixed(1)} ms: ${text.length} characters, ${shortened(text)}`);
  return faults === 0;
}

/** What throws is counted where each command is tried by itself. */
function attempt<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch {
    return null;
  }
}

const patterns = [
  'a, ',
  'a ',
  'e',
  '1/2 ',
  '1 1/2 cups ',
  '200g rice ',
  '200g rice, ',
  '2 eggs and toast, ',
  'rice with ',
  'mac and ',
  'ate flurbs, ',
  'not eggs, tofu ',
  'the rice was 250 ',
  'make it ',
  'had 2 eggs. ',
  'lunch: rice\n',
  '3x8 80 ',
  'bench 3x8 80 ',
  'bench 3x8 80\n',
  '80x8, ',
  'ran 5k 27:30 ',
  'weight 80 ',
  'mood 8 ',
  'waist 80 ',
  'slept 7h ',
  'bp 120/80 ',
  '+300 kcal ',
  '30p 40c ',
  'remind me at 7 and ',
  'every monday at 8 ',
  'remind me to ',
  'target 2000 kcal ',
  'goal weight 70 by ',
  'tell my coach ',
  'how many calories in ',
  'what did i eat ',
  'average of ',
  'why ',
  'same as yesterday ',
  'new food: a 20 kcal ',
  'my chili x1.5 ',
  'i am 180 cm tall ',
  'on the 3rd of march ',
  'days ago ',
  'so good ',
  'thanks ',
  'ok ',
  'hi, ',
  'actually ',
  'sorry lol ',
  'only had 3 ',
  'the wine from yesterday ',
  "yesterday's rice was ",
  'woke up, ',
  'my wife made ',
  'big mac fries ',
  'skipped lunch, ',
  'make anna a plan: ',
  'annas weight ',
  'tell anna and ben ',
  'move the session to ',
  'move the reminder to 8 ',
  'how do i add a ',
  'target for anna ',
  'i am pregnant and ',
  'i want to lose 5 kg ',
  'im 34, female, ',
  'one forty by ',
  'A1 squat 3x8 ',
  '1234567890',
  '1,000,',
  '1.2.',
  '1-1/2-',
  '7:30 ',
  '@8 ',
  'x2',
  '(',
  '()',
  '( a ',
  ')',
  '- ',
  '--',
  "'",
  '"',
  '"a" ',
  ': ',
  'a: ',
  '/ ',
  '?',
  '. ',
  '...',
  '! ',
  '\n',
  ' ',
  '\t',
  '🥚',
  '👨‍👩‍👧',
  'é',
  'ي ',
  '\u0301',
];

/** Time in proportion to length: what goes quadratic takes ten times as long for a character of the longest text. */
function growth(given: Given): boolean {
  const rates = patterns.map((pattern) => {
    const texts = lengths.map((length) => pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length));
    // Commands one by one: the first that understood it would keep the others from reading it.
    const ms = timesOf(texts, turns, (text) => {
      for (const command of commands) attempt(() => command.parse(text, given));
      attempt(() => interpret(commands, text, given));
    });
    const perCharacter = ms.map((one, i) => one / (lengths[i] ?? 1));
    const [first = Number.NaN] = perCharacter;
    return { pattern, longest: (perCharacter.at(-1) ?? 0) / first, worst: Math.max(...perCharacter) / first, ms };
  });
  const grown = rates.filter(({ longest }) => longest > mostGrowth);
  for (const { pattern, longest, ms } of grown)
    console.log(
      `  ✗ ${JSON.stringify(pattern)} takes ${longest.toFixed(1)} times as long a character:`,
      lengths.map((length, i) => `${length / 1000} kB ${ms[i]?.toFixed(1)} ms`).join(', '),
    );
  const top = rates.toSorted((a, b) => b.longest - a.longest)[0];
  const peak = rates.toSorted((a, b) => b.worst - a.worst)[0];
  const slow = rates.toSorted((a, b) => Math.max(...b.ms) - Math.max(...a.ms))[0];
  console.log(`  ${patterns.length} patterns repeated to ${lengths.join(', ')} characters, time for a character:`);
  console.log(
    `    at the longest ${times(top?.longest)} that of the shortest for ${JSON.stringify(top?.pattern)} (limit ${mostGrowth})`,
  );
  console.log(`    at any length ${times(peak?.worst)} for ${JSON.stringify(peak?.pattern)}`);
  console.log(`    slowest ${Math.max(...(slow?.ms ?? [])).toFixed(1)} ms for ${JSON.stringify(slow?.pattern)}`);
  return grown.length === 0;
}

const times = (factor = Number.NaN): string => `${factor.toFixed(1)} ×`;

const shortened = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
