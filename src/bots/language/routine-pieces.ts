import type { WorkoutGiven } from './read-workout.ts';
import type { PlanLine } from './routine-line.ts';

const lbInKg = 0.45359237;

const metresIn: Readonly<Record<string, number>> = { m: 1, km: 1000, mi: 1609.344, mile: 1609.344, miles: 1609.344 };

const numbered = String.raw`\d+(?:[.,]\d+)?`;

const secondsUnit = 's|secs?|seconds?|min|mins|minutes?|h|hrs?|hours?';

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** ISO, 1 is Monday: "mon", "Tuesday", "thurs"; null for any other word. */
export function weekdayOf(word: string): number | null {
  const found = weekdayNames.indexOf(word.slice(0, 3).toLowerCase());
  return found >= 0 &&
    /^(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)$/i.test(
      word,
    )
    ? found + 1
    : null;
}

/** What a line says so far. */
export type Figures = { -readonly [Key in keyof PlanLine]?: PlanLine[Key] } & { remarks: string[] };

/** A piece of notation: what it looks like, and what it sets. A sentence instead says what is wrong with it. */
interface Piece {
  readonly shape: RegExp;
  readonly read: (found: readonly string[], into: Figures) => string | undefined;
}

const piece = (shape: string, read: Piece['read']): Piece => ({
  shape: new RegExp(`^(?:${shape})(?![\\p{L}\\d])`, 'iu'),
  read,
});

const value = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));

function seconds(amount: string, unit: string): number {
  const first = unit.charAt(0).toLowerCase();
  return Math.round(value(amount) * (first === 'h' ? 3600 : first === 'm' ? 60 : 1) * 100) / 100;
}

function setLoad(into: Figures, amount: number, unit: 'kg' | 'lb'): string | undefined {
  const weightKg = unit === 'lb' ? amount * lbInKg : amount;
  if (weightKg > 2000) return 'nobody lifts that much';
  Object.assign(into, { loadValue: amount, loadUnit: unit, weightKg });
  return undefined;
}

function setRpe(into: Figures, rpe: number): string | undefined {
  if (rpe < 1 || rpe > 10) return 'RPE goes from 1 to 10';
  into.rpe = rpe;
  return undefined;
}

const pieces: readonly Piece[] = [
  piece(
    String.raw`(\d+)\s*(?:[x×*]|sets?\s*(?:of|x|×)?)\s*(?:amrap|max|failure|as many as possible)`,
    ([sets], into) => {
      Object.assign(into, { sets: value(sets), isAmrap: true });
      return undefined;
    },
  ),
  piece(String.raw`(\d+)\s*[x×*]\s*(${numbered})\s*(${secondsUnit})`, ([sets, amount = '', unit = ''], into) => {
    Object.assign(into, { sets: value(sets), durationS: seconds(amount, unit) });
    return undefined;
  }),
  piece(String.raw`(\d+)\s*[x×*]\s*(\d+):([0-5]\d)`, ([sets, minutes, rest], into) => {
    Object.assign(into, { sets: value(sets), durationS: value(minutes) * 60 + value(rest) });
    return undefined;
  }),
  piece(String.raw`(\d+)\s*[x×*]\s*(${numbered})\s*(km|miles?|mi|m)`, ([sets, amount, unit = ''], into) => {
    Object.assign(into, { sets: value(sets), distanceM: value(amount) * (metresIn[unit.toLowerCase()] ?? 1) });
    return undefined;
  }),
  {
    shape: /^(\d+)\s*(?:[x×*]|sets?\s*(?:of|x|×)?)\s*(\d+)(?:\s*(?:-|–|to)\s*(\d+))?(\+)?(?:\s*reps?)?(?![\p{L}\d])/iu,
    read: ([sets, reps, most, plus], into) => {
      Object.assign(into, { sets: value(sets), reps: value(reps), isAmrap: plus !== undefined });
      if (most === undefined) return undefined;
      if (value(most) <= value(reps)) return `a range goes up, like ${most}-${reps}`;
      into.repsMax = value(most);
      return undefined;
    },
  },
  // "8,8,7": a set each; "72,5 kg" is a load.
  {
    shape: /^(\d{1,3}(?:\s*[,/]\s*\d{1,3})+)(?:\s*reps?)?(?!\s*(?:[,/]?\s*\d|kg|kilo|lb|pound|%|:|[x×*]\s*\d)|\p{L})/iu,
    read: ([list = ''], into) => {
      const reps = list.split(/[,/]/).map(Number);
      const [least, most] = [Math.min(...reps), Math.max(...reps)];
      Object.assign(into, { sets: reps.length, reps: least, repsMax: most > least ? most : null });
      return undefined;
    },
  },
  piece(String.raw`(\d+)\s*sets?`, ([sets], into) => {
    into.sets = value(sets);
    return undefined;
  }),
  piece(
    String.raw`(?:rest\s*:?\s*(${numbered})\s*(${secondsUnit})|(${numbered})\s*(${secondsUnit})\s*rest)`,
    (found, into) => {
      const [amount = '', unit = ''] = found[0] === undefined ? found.slice(2) : found;
      return setRest(into, seconds(amount, unit));
    },
  ),
  piece(String.raw`rest\s*:?\s*(\d+):([0-5]\d)`, ([minutes, rest], into) =>
    setRest(into, value(minutes) * 60 + value(rest)),
  ),
  {
    shape: /^@?\s*(\d+(?:[.,]\d+)?)\s*%(?:\s*(?:of\s*)?(?:e?1rm|max))?(?![\p{L}\d])/iu,
    read: ([amount], into) => {
      const percent = value(amount);
      if (percent < 1 || percent > 200) return 'a percentage of the 1RM goes from 1 to 200';
      into.percent = percent;
      return undefined;
    },
  },
  piece(String.raw`@?\s*\+?(${numbered})\s*(kgs?|kilos?|lbs?|pounds?)`, ([amount, unit = ''], into) =>
    setLoad(into, value(amount), /^(?:lb|pound)/i.test(unit) ? 'lb' : 'kg'),
  ),
  piece(String.raw`@?\s*(?:rpe)\s*@?\s*(${numbered})`, ([rpe], into) => setRpe(into, value(rpe))),
  piece(String.raw`@?\s*(?:bw|bodyweight)`, () => undefined),
  piece('(?:amrap|to failure)', (_, into) => {
    into.isAmrap = true;
    return undefined;
  }),
  piece(String.raw`(?:for\s+)?(${numbered})\s*(${secondsUnit})`, ([amount = '', unit = ''], into) => {
    into.durationS = seconds(amount, unit);
    return undefined;
  }),
  piece(String.raw`(?:for\s+)?(\d+):([0-5]\d)`, ([minutes, rest], into) => {
    into.durationS = value(minutes) * 60 + value(rest);
    return undefined;
  }),
  piece(String.raw`(?:for\s+)?(${numbered})\s*(km|miles?|mi|m)`, ([amount, unit = ''], into) => {
    into.distanceM = value(amount) * (metresIn[unit.toLowerCase()] ?? 1);
    return undefined;
  }),
  piece(
    String.raw`(?:on\s+)?(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?s?`,
    ([day = ''], into) => {
      into.weekday = weekdayOf(day);
      return undefined;
    },
  ),
  piece(String.raw`(?:each|per|\/)\s*(side|leg|arm)|(?:each|ea)`, ([side], into) => {
    into.remarks.push(`each ${side ?? 'side'}`);
    return undefined;
  }),
];

function setRest(into: Figures, restS: number): string | undefined {
  if (restS > 7200) return 'a rest is at most two hours';
  into.restS = restS;
  return undefined;
}

/** "@8" is an effort, "@ 80" a load in the coach's own unit. */
const bareAt = /^@\s*(\d+(?:[.,]\d+)?)(?![\p{L}\d])/u;

/** The first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How many characters were read, or what is wrong with them; null where they are no notation. */
export function foundAt(
  rest: string,
  given: WorkoutGiven,
  into: Figures,
): number | { length: number; says: string } | null {
  for (const { shape, read } of pieces) {
    const found = shape.exec(rest);
    if (!found) continue;
    const wrong = read(found.slice(1), into);
    return wrong === undefined ? found[0].length : { length: found[0].length, says: wrong };
  }
  const bare = bareAt.exec(rest);
  if (!bare) return null;
  const amount = value(bare[1]);
  const wrong = amount <= 10 ? setRpe(into, amount) : setLoad(into, amount, given.units === 'us' ? 'lb' : 'kg');
  return wrong === undefined ? bare[0].length : { length: bare[0].length, says: wrong };
}
