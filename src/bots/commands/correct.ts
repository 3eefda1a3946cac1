import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { newestActionOf } from '../../domain/conversation/newest-action.ts';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { correctedLast } from '../../domain/entries/corrected-last.ts';
import type { Entry } from '../../domain/entries/entry-of-message.ts';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext, Given } from '../command.ts';
import { applyCorrection } from '../corrections/apply-correction.ts';
import { askEntry, askFood, askSets, askWhich } from '../corrections/ask-which.ts';
import { contractChange } from '../corrections/contract-change.ts';
import { type Correction, correction, type Part, toCorrection } from '../corrections/correction.ts';
import { entriesThatFit, type FoundEntry, findEntry } from '../corrections/find-entry.ts';
import { exerciseOf, findParts } from '../corrections/find-parts.ts';
import type { Heard } from '../corrections/lesson.ts';
import { entryNames, namesOf } from '../corrections/names-of.ts';
import { setsMeant } from '../corrections/sets-meant.ts';
import { defineCommand } from '../define-command.ts';
import { cardInPlace, dayLines, daysOf, distinct, entryCard } from '../entry-card.ts';
import { isHinted, readCorrection } from '../language/read-correction.ts';
import { readEntryDay } from '../language/read-entry-day.ts';
import { readToldAgain } from '../language/read-told-again.ts';
import { english } from '../language/vocabulary/en/index.ts';
import { learn } from '../learn.ts';
import { code, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { log } from './log.ts';

const input = z.object({
  corrections: z.array(correction).min(1),
  /** The written message whose entry is meant, once that is known. */
  messageId: z.number().nullable(),
  /** Of which day, and perhaps meal, the entry is; of the last one where that is not said. */
  of: z.object({ day: z.iso.date(), slot: z.string().nullable() }).optional(),
  /** What it records where it corrects nothing: it may as well be something new. */
  orLog: z.unknown().optional(),
  /** "Sorry, I had a big mac": what was eaten is told once more, so a food that is not there is a new one. */
  isToldAgain: z.boolean().optional(),
});

export type CorrectInput = z.infer<typeof input>;

/**
 * Corrects an entry: the one replied to, else the person's last. Its `effect` is `record`: when the correcting message
 * is edited, what it did is taken back and what it says now is done to the same entry.
 */
export const correct = defineCommand<CorrectInput>({
  name: 'correct',
  summary: 'Mend your last entry, or the one you reply to',
  examples: ['make it 250g', 'not egg, tofu', 'that was dinner', 'remove the banana'],
  effect: 'record',
  options: z.object({ change: z.string().max(200).describe('the rice was 250, not egg but tofu, remove the banana') }),
  input,
  cues: english.corrections.cues,
  // "x2" alone; in a training the sign is everywhere.
  opens: new Set(['x']),
  parse(text, given) {
    const [slash, rest = ''] = text.startsWith('/') ? (/^\/correct\b\s*(.*)$/isu.exec(text) ?? []) : [];
    const again = slash ? null : readToldAgain(text);
    const anew = again && readCorrection(again.asCorrection, given);
    const read = anew ?? readCorrection(slash ? rest : text, slash ? { ...given, isReply: true } : given);
    if (!read) {
      const ofDay = given.isReply ? null : readOfDay(slash ? rest : text, given);
      if (ofDay) return { input: ofDay };
      return slash ? { problem: 'Say what was different, for example: the rice was 250g' } : null;
    }
    const isOpen = !slash && (anew ?? read.filter((one) => one.isOpen)).length > 0;
    const fresh = isOpen ? log.parse((anew && again?.asLog) ?? text, given) : null;
    const orLog = fresh && 'input' in fresh ? { orLog: fresh.input, ...(anew ? { isToldAgain: true } : {}) } : {};
    return { input: { corrections: read.map(toCorrection), messageId: null, ...orLog } };
  },
  async run(ctx, asked) {
    const found = await findEntry(ctx, asked);
    if (!found) return asked.orLog ? log.run(ctx, asked.orLog) : amendEarlier(ctx, asked);
    const isNew = asked.orLog !== undefined && !fitsWholly(found.entry, asked, ctx);
    const answer = isNew ? await log.run(ctx, asked.orLog) : await amend(ctx, found.entry, asked);
    return answer.sourceMessageId === undefined ? { ...answer, ...(await takenBack(ctx, found)) } : answer;
  },
  toContract: ({ corrections, orLog }) =>
    orLog
      ? log.toContract(orLog)
      : corrections.map(({ target, change }) => ({ do: 'correct', target, change: contractChange(change) })),
});

/** What is said of an entry of an earlier day or another meal; what is a log itself is none. */
function readOfDay(text: string, given: Given): CorrectInput | null {
  const of = isHinted(text) ? readEntryDay(text, given) : null;
  const read = of && readCorrection(of.rest, given);
  if (!of || !read?.every(({ target, change }) => target !== null && change.day === undefined)) return null;
  if (log.parse(text, given) !== null) return null;
  return { corrections: read.map(toCorrection), messageId: null, of: { day: of.day.toString(), slot: of.slot } };
}

/** Corrects what a day holds that fits; where that is several, or no day was said, it is asked about. */
async function amendEarlier(ctx: CommandContext, asked: CorrectInput): Promise<Answer> {
  const today = todayOf(ctx);
  if (!asked.of && asked.corrections.some(({ target }) => target === null)) return { text: which };
  const of = asked.of ?? { day: today.toString(), slot: null };
  const entries = await entriesThatFit(ctx, asked.corrections, of);
  const [only] = entries;
  if (only && entries.length === 1 && asked.of) return amend(ctx, only, asked);
  if (only) return askEntry(entries, { ...asked, of });
  if (!asked.of) return { text: which };
  const names = asked.corrections.map(({ target }) => `“${quoted(target ?? '')}”`).join(' or ');
  const meal = of.slot === null ? '' : ` for ${of.slot}`;
  return { text: `I find no ${names} logged${meal} ${onDay(Temporal.PlainDate.from(of.day), today)}.` };
}

const which: Text = [
  'Which entry do you mean? Reply to its card, or to your own message, with the same words. Or say of which day: ',
  code('remove the wine from yesterday'),
  '.',
];

const fitsWholly = (entry: Entry, { corrections, isToldAgain }: CorrectInput, { given }: CommandContext): boolean =>
  !(isToldAgain && corrections.some(({ target, change }) => target === null && change.food !== undefined)) &&
  corrections.every((one) => findParts(entry, { ...one, mayReplace: false }, given) !== null);

interface Step {
  readonly parts: readonly Part[];
  readonly correction: Correction;
  /** What it was instead, where it was another food. */
  readonly food: IndexedFood | null;
}

/** Does all corrections to an entry as one action, or asks what is open first. */
async function amend(ctx: CommandContext, entry: Entry, asked: CorrectInput): Promise<Answer> {
  const steps: Step[] = [];
  for (const [place, one] of asked.corrections.entries()) {
    const found = findParts(entry, one, ctx.given);
    if (!found) return { text: misfit(entry, one) };
    const ask = (choices: readonly Correction[]) =>
      choices.map((choice): CorrectInput => {
        return { messageId: entry.messageId, corrections: asked.corrections.with(place, choice) };
      });
    const same = found.choose ? await againMeant(ctx, entry, one, found.choose) : null;
    if (found.choose && !same) return askWhich(ctx, entry, found.correction, found.choose, ask);
    const { correction: meant, parts = same ? [same] : [] } = found;
    const words = meant.change.food;
    const isFood = words !== undefined && parts.some(({ kind }) => kind === 'item');
    const food = isFood ? ctx.given.foods.lookup(words) : null;
    if (isFood && !food) return askFood(ctx, meant, words, ask);
    const exercise = parts[0] && exerciseOf(entry, parts[0]);
    if (exercise && hasFigure(meant) && setsMeant(exercise, meant) === null) return askSets(ctx, exercise, meant, ask);
    steps.push({ parts, correction: meant, food });
  }
  const about: CommandContext = { ...ctx, sourceMessageId: entry.messageId };
  const actionId = await recordAction(about, summaryOf(entry, steps));
  const heard: Heard[] = steps.flatMap(({ correction: { asked: words }, food }) =>
    words !== undefined && food?.id
      ? [{ lesson: { kind: 'food', words, id: food.id, name: food.name }, isSure: true }]
      : [],
  );
  for (const { parts, correction: meant, food } of steps)
    for (const part of parts) heard.push(...(await applyCorrection({ ...about, actionId }, entry, part, meant, food)));
  const told = await learn({ ...about, actionId }, heard);
  const before = distinct(entry.meals.map(({ day }) => day));
  const card = await entryCard(ctx, entry.messageId, actionId, before);
  const shown: Answer = card ?? {
    text: lines(`Removed: ${partNames(entry, steps).join(', ')}.`, ...dayLines(ctx, await daysOf(ctx, before))),
    buttons: [[undoButton(actionId)]],
  };
  const text = lines(shown.text, ...told);
  const corrected = { ...shown, text, sourceMessageId: entry.messageId };
  const place = await cardInPlace(ctx, entry.messageId);
  if (!asked.of || place.replaces === undefined) return { ...corrected, ...place };
  // Nobody sees a card of yesterday change, so it is shown below as well.
  const { buttons = [] } = shown;
  return { ...corrected, changes: { deliveryId: place.replaces, sourceMessageId: entry.messageId, text, buttons } };
}

/** "No, just one", right after something was corrected: the same once more, where it is one of those that fit. */
async function againMeant(
  ctx: CommandContext,
  { messageId }: Entry,
  { target }: Correction,
  parts: readonly Part[],
): Promise<Part | null> {
  if (target !== null || !('text' in ctx.message) || !takesBack.test(ctx.message.text)) return null;
  const changed = await correctedLast(ctx, messageId);
  const [only, ...others] = parts.filter(({ kind, id }) =>
    changed.some(({ table, rowId }) => table === tables[kind] && rowId === id),
  );
  return only && others.length === 0 ? only : null;
}

/** Said of what was just corrected: "no wait", "actually", "just one". */
const takesBack = /^\s*(?:oh |ah )?(?:wait|no|nope|nah|actually|oops|sorry|just|only|i only|hm+)\b/i;

const tables: Readonly<Partial<Record<Part['kind'], string>>> = {
  item: 'meal_items',
  water: 'meal_logs',
  measurement: 'measurements',
  exercise: 'exercise_logs',
};

/** What an edit took back is seen on the entry's card, also where its new words did not change that entry. */
async function takenBack(
  ctx: CommandContext,
  { entry: { messageId }, takenBackId = null }: FoundEntry,
): Promise<Pick<Answer, 'changes'>> {
  if (takenBackId === null) return {};
  const { replaces } = await cardInPlace(ctx, messageId);
  const actionId = await newestActionOf(ctx, messageId);
  const card = await entryCard(ctx, messageId, actionId ?? takenBackId);
  if (replaces === undefined || !card) return {};
  const { text, buttons = [] } = card;
  // What recorded it may be too long ago to be undone.
  const rest = actionId === null ? buttons.slice(1) : buttons;
  return { changes: { deliveryId: replaces, sourceMessageId: messageId, text, buttons: rest } };
}

const hasFigure = ({ change: { reps, weightKg, durationS, distanceM, value, quantity } }: Correction): boolean =>
  (reps ?? weightKg ?? durationS ?? distanceM ?? value ?? quantity) !== undefined;

/** What an undo of it says was undone. */
function summaryOf(entry: Entry, steps: readonly Step[]): string {
  const isRemoval = steps.every(({ correction: { change } }) => change.remove);
  return `your ${isRemoval ? 'removal' : 'correction'} of ${partNames(entry, steps).join(', ')}`;
}

const partNames = (entry: Entry, steps: readonly Step[]): string[] => [
  ...new Set(steps.flatMap(({ parts }) => parts.flatMap((part) => namesOf(entry, part)))),
];

function misfit(entry: Entry, { target }: Correction): string {
  const names = entryNames(entry).join(', ');
  const what =
    target === null
      ? `That does not fit the entry I have in mind, ${names}.`
      : `I find no “${quoted(target)}” in that entry, only ${names}.`;
  return `${what} Reply to the card you mean, or to your own message, with the same words.`;
}
