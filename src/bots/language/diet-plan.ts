import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import { dayAheadSaid, lineFor, slotSaid, weekdaysSaid } from './diet-days.ts';
import { placeInTime } from './place-in-time.ts';
import { type MealGiven, type ReadItem, readMeals } from './read-meals.ts';
import { recogniseDay } from './recognise-day.ts';

/** What somebody says of their own plan. */
export type PlanRequest =
  | { readonly kind: 'show'; readonly day: Temporal.PlainDate }
  /** This week's, or that of so many weeks from it. */
  | { readonly kind: 'week'; readonly ahead: number }
  /** How near they ate to it. */
  | { readonly kind: 'adherence' }
  | {
      readonly kind: 'eat';
      /** Null: which is not said; none: all of the day. */
      readonly slots: readonly string[] | null;
      readonly day: Temporal.PlainDate;
      readonly isDaySaid: boolean;
      readonly swaps: readonly { readonly instead: string; readonly item: ReadItem }[];
    }
  /** One meal on weekdays. */
  | { readonly kind: 'set'; readonly weekdays: readonly number[]; readonly slot: string; readonly text: string }
  /** A whole plan, in the notation of diets. */
  | { readonly kind: 'write'; readonly text: string; readonly firstLine: number }
  | { readonly kind: 'clear'; readonly weekdays: readonly number[]; readonly slot: string | null };

const longestLine = 300;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hint = /\bplan(?:ned)?\b/i;
const no =
  /\?|\b(?:not|never|didn['’]?t|haven['’]?t|won['’]?t|will|going to|gonna|should|would|could|might|almost|nearly|instead of following|wish|tomorrow|if)\b/i;
const lead =
  /^(?:(?:i(?:['’]ve| have)?|we) )?(?:just |also )?(?:(?:ate|eaten|eat|had|have had|log|logged|finished) )?(?:my )?/i;
const asPlanned =
  /^(?:(.*?)\s+)?(?:exactly |just |all )?(?:as (?:it was |it is |was )?planned|(?:as )?per (?:my |the )?(?:meal |diet )?plan|(?:as|like) (?:in|on|it says in|said in) (?:my |the )?(?:meal |diet )?plan|according to (?:my |the )?(?:meal |diet )?plan)(?:\s+(.*))?$/i;
const planned = /^(?:the )?planned (.+)$/i;
const stuck =
  /^(?:(?:i(?:['’]ve| have)?) )?(?:stuck to|followed|kept to|did) (?:my |the )(?:meal |diet |eating )?plan(?: (?:for )?(.*))?$/i;
const swapTail = /\s*,?\s+(?:but|only|except)(?: with)? (.+)$/i;
const swap = /^(.+?) (?:instead of|in place of|for) (?:the )?(.+)$/i;
const everything =
  /^(?:everything|all(?: of (?:it|them))?|all (?:my )?meals|all day|the whole day|my meals|meals|food|my food|my day|day)$/i;
const ahead = /^\/plan\b(?:\s+for\b)?\s*/i;

/**
 * Reads what somebody says of their own plan: "my plan monday breakfast: 80g oats, banana", "clear my plan for monday",
 * "/plan week", "how well did i stick to my plan", "ate my planned lunch", "lunch as planned but tofu instead of
 * chicken". Null for anything else: questions about a day's plan are asked with the others.
 */
export function readPlan(text: string, given: MealGiven): PlanRequest | null {
  if (!hint.test(text.slice(0, longestLine))) return null;
  const whole = text.trim();
  const isSlash = /^\/plan\b/i.test(whole);
  const written = readWrite(whole, text, given);
  if (written) return written;
  if (whole.includes('\n') || whole.length > longestLine) return null;
  const said = whole.replace(/[.!]+$/, '').trim();
  return (
    readShow(said, isSlash, given) ??
    readClear(said, isSlash, given) ??
    readEat(isSlash ? said.replace(/^\/plan\s*/i, '') : said, given)
  );
}

/** "my plan monday breakfast: …", "my plan: …" with days and meals below. */
function readWrite(whole: string, text: string, given: MealGiven): PlanRequest | null {
  if (!/^(?:\/plan\b|(?:new |set |write |change )?my (?:own )?(?:meal |eating )?plan\b)/i.test(whole)) return null;
  const rest = whole.replace(/^(?:\/plan|(?:new |set |write |change )?my (?:own )?(?:meal |eating )?plan)\b\s*/i, '');
  const below = /^:?\s*\n([\s\S]*\S)/.exec(rest);
  if (below) {
    const [, plan = ''] = below;
    return { kind: 'write', text: plan, firstLine: text.slice(0, text.indexOf(plan)).split('\n').length };
  }
  const [, head = '', meal = ''] = /^(?:for |on )?([^:=\n]{1,60}?)\s*[:=]\s*([\s\S]*\S)$/.exec(rest) ?? [];
  if (meal === '') return null;
  const words = head.trim().split(/\s+/);
  for (let at = 0; at < words.length; at++) {
    const slot = slotSaid(
      words
        .slice(at)
        .join(' ')
        .replace(/^(?:for|at|my)\s+/i, ''),
      given.slots,
    );
    const before = words
      .slice(0, at)
      .join(' ')
      .replace(/\s+(?:for|at)$/i, '');
    const weekdays = before === '' ? everyDay : weekdaysSaid(before);
    if (slot !== null && weekdays)
      return /^(?:nothing|none|-|–)$/i.test(meal)
        ? { kind: 'clear', weekdays, slot }
        : { kind: 'set', weekdays, slot, text: meal };
  }
  return null;
}

function readShow(said: string, isSlash: boolean, given: MealGiven): PlanRequest | null {
  if (
    /^how (?:well |closely |much )?(?:did|do|have|am|was) i (?:stick|stuck|sticking|follow|followed|following|keep|kept|keeping)(?: to)? (?:my |the )(?:meal |diet |eating )?plan\b/i.test(
      said,
    )
  )
    return { kind: 'adherence' };
  if (/^(?:my )?(?:plan|diet) adherence$/i.test(said)) return { kind: 'adherence' };
  if (!isSlash) return null;
  const rest = said.replace(ahead, '').replace(/\?$/, '').trim();
  if (/^(?:the |this |my )?(?:whole )?week$/i.test(rest)) return { kind: 'week', ahead: 0 };
  if (/^(?:the )?next week$/i.test(rest)) return { kind: 'week', ahead: 1 };
  if (/^(?:adherence|score|how)$/i.test(rest)) return { kind: 'adherence' };
  const day = rest === '' ? localDay(given.now, given.timeZone, given.dayStartHour) : dayAheadSaid(rest, given);
  return day && { kind: 'show', day };
}

function readClear(said: string, isSlash: boolean, given: MealGiven): PlanRequest | null {
  const from = /^(?:clear|delete|remove|empty|drop) (.+?) (?:from|of|in) my (?:meal |eating )?plan$/i.exec(said);
  const mine = from
    ? null
    : /^(?:clear|delete|remove|empty|drop) my (?:meal |eating )?plan(?: (?:for |on )?(.+))?$/i.exec(said);
  const slashed = from ?? mine ?? (isSlash ? /^\/plan (?:clear|off|delete|remove)(?: (.+))?$/i.exec(said) : null);
  if (!slashed) return null;
  const what = (slashed[1] ?? '').trim();
  if (what === '' || /^(?:everything|all)$/i.test(what)) return { kind: 'clear', weekdays: everyDay, slot: null };
  const weekdays = weekdaysSaid(what);
  if (weekdays) return { kind: 'clear', weekdays, slot: null };
  const words = what.split(/\s+/);
  for (let at = 0; at < words.length; at++) {
    const slot = slotSaid(words.slice(at).join(' '), given.slots);
    const before =
      at === 0
        ? everyDay
        : weekdaysSaid(
            words
              .slice(0, at)
              .join(' ')
              .replace(/['’]s?$/, ''),
          );
    if (slot !== null && before) return { kind: 'clear', weekdays: before, slot };
  }
  return null;
}

function readEat(said: string, given: MealGiven): PlanRequest | null {
  if (no.test(said)) return null;
  const tail = swapTail.exec(said);
  const swaps = tail ? readSwaps(tail[1] ?? '', given) : [];
  if (!swaps) return null;
  const base = tail ? said.slice(0, tail.index) : said;
  const day = dayIn(base, given);
  const words = day.rest.replace(lead, '').trim();
  const as = asPlanned.exec(words) ?? asPlanned.exec(day.rest.trim());
  const of = as ? null : planned.exec(words);
  const kept = as || of ? null : stuck.exec(day.rest.trim());
  if (!as && !of && !kept) return null;
  const what = [as?.[1], as?.[2], of?.[1], kept?.[1]]
    .filter((one) => one)
    .join(' ')
    .trim();
  const slots = slotsIn(what, kept !== null, given);
  return slots === undefined ? null : { kind: 'eat', slots, day: day.day, isDaySaid: day.isSaid, swaps };
}

/** The meals that these words are; none for all of them, null where nothing is said, undefined for anything else. */
function slotsIn(what: string, isWhole: boolean, given: MealGiven): readonly string[] | null | undefined {
  const said = what
    .replace(/^(?:for|my|the|at)\s+/i, '')
    .replace(lead, '')
    .trim();
  if (said === '') return isWhole ? [] : null;
  if (everything.test(said)) return [];
  const slots = said
    .split(/\s*(?:,|&|\band\b)\s*/i)
    .map((one) => slotSaid(one.replace(/^(?:my|the|for)\s+/i, ''), given.slots));
  const known = slots.flatMap((slot) => slot ?? []);
  return known.length === slots.length ? known : undefined;
}

/** Takes a day that is over, or today, out of the words: at their end or their beginning. */
function dayIn(words: string, given: MealGiven): { rest: string; day: Temporal.PlainDate; isSaid: boolean } {
  const line = lineFor(words, given.slots);
  for (let at = 0; at < line.tokens.length; at++) {
    const found = recogniseDay(line, at);
    const placed = found && placeInTime(found.day, null, null, given);
    if (!found || !placed) continue;
    const [from, to] = [line.tokens[at]?.start ?? 0, line.tokens[found.end - 1]?.end ?? 0];
    const before = words.slice(0, from).replace(/\b(?:on|for)\s*$/i, '');
    const after = words.slice(to).replace(/^['’]s\b/, '');
    return { rest: `${before}${after}`.replace(/\s+/g, ' ').trim(), day: placed.day, isSaid: true };
  }
  return { rest: words.trim(), day: localDay(given.now, given.timeZone, given.dayStartHour), isSaid: false };
}

/** "tofu instead of chicken and 2 apples instead of the banana"; null where one of them is no food. */
function readSwaps(said: string, given: MealGiven): { instead: string; item: ReadItem }[] | null {
  const swaps = said.split(/\s*,\s*(?:and\s+)?|\s+and\s+(?=.+ instead of )/i).map((one) => {
    const [, now = '', before = ''] = swap.exec(one.trim()) ?? [];
    const read = now === '' ? null : readMeals(`ate ${now.replace(/^with /i, '')}`, given);
    const item = read === null || 'about' in read ? undefined : read[0]?.items[0];
    return item?.match ? { instead: before.trim(), item } : null;
  });
  return swaps.every((one) => one !== null) ? swaps : null;
}
