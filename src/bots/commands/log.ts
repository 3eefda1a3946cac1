import { z } from 'zod';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { hasEntries } from '../../domain/entries/remove-entries-of.ts';
import { noteZoneAsked } from '../../domain/users/settings.ts';
import type { Answer, CommandContext, Given, Question, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import type { EntryKind, Recorded } from '../entries/entry-kind.ts';
import { askOpen, type MealEntry, mealEnergy, mealEntries, mealProblem, toMealEntry } from '../entries/meal-entry.ts';
import { askBefore, type MetricsEntry, metricsEntries, toMetricsEntry } from '../entries/metrics-entry.ts';
import { type QuickAddEntry, quickAddEntries, quickAddProblem, toQuickAddEntry } from '../entries/quick-add-entry.ts';
import { toWorkoutEntry, type WorkoutEntry, workoutEntries } from '../entries/workout-entry.ts';
import { cardInPlace, entryCard } from '../entry-card.ts';
import { type RecordPart, readRecord } from '../language/read-record.ts';
import { askMetrics } from '../metrics-question.ts';
import { offerMeals } from '../offer-meals.ts';
import { askNext } from '../onboarding.ts';
import { type RateableMeal, withRatingRow, withRatings } from '../rating-row.ts';
import { lines, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';

type Entry = MetricsEntry | WorkoutEntry | QuickAddEntry | MealEntry;

const entry: z.ZodType<Entry> = z.union([
  metricsEntries.schema,
  workoutEntries.schema,
  quickAddEntries.schema,
  mealEntries.schema,
]);
/** None where nothing was said: then what is likely at this hour is offered. */
const input = z.object({ entries: z.array(entry) });

type Input = z.infer<typeof input>;

export const log = defineCommand<Input>({
  name: 'log',
  summary: 'Record what you ate, drank, trained, weighed or felt',
  examples: [
    'ate 200g rice lunch',
    '2 eggs, toast and a coffee for breakfast',
    'bench 3x8 80',
    'weight 82.4 slept 7h20',
  ],
  effect: 'record',
  options: z.object({
    food: z.string().optional().describe('What it was: 200g rice, bench 3x8 80, weight 82.4').meta({ suggests: true }),
    meal: z.enum(['breakfast', 'lunch', 'dinner', 'snack', 'drink']).optional().describe('Which meal'),
    day: z.string().max(40).optional().describe('Which day: yesterday, monday'),
  }),
  // Bare, "coffee drink" would be the name of a food.
  sayOption: (name, value) => (name === 'meal' ? `for ${value}` : value),
  input,
  parse(text, given) {
    const rest = /^\/log\b\s*(.*)$/isu.exec(text)?.[1];
    if (rest === undefined) {
      const parts = readRecord(text, given);
      return parts && toReading(parts, given);
    }
    if (rest === '') return { input: { entries: [] } };
    const parts = readRecord(rest, given) ?? readRecord(`ate ${rest}`, given);
    return parts
      ? toReading(parts, given)
      : { problem: 'I did not find anything to record in that. Write it like: 200g rice lunch' };
  },
  async run(ctx, { entries }) {
    if (entries.length === 0) return (await offerMeals(ctx)) ?? { text: hint };
    const doubt = await firstDoubt(ctx, entries);
    if (doubt) return doubt;
    // What an answer adds to an entry is shown with the rest of it.
    const adds = isAnswer(ctx) && (await hasEntries(ctx));
    const recorded = await recordAll(ctx, entries);
    const { actionId } = recorded.at(-1) ?? {};
    const texts = recorded.flatMap(({ text }) => (text === null ? [] : [text]));
    const asks = recorded.flatMap((one) => one.asks ?? [])[0];
    if (actionId === null || actionId === undefined || texts.length === 0)
      return asks ?? { text: 'I did not find a food in that.' };
    const shown: Answer = (adds && (await wholeCard(ctx, actionId))) || {
      text: lines(...texts),
      buttons: [[undoButton(actionId)]],
    };
    const card = { ...shown, text: lines(shown.text, ...recorded.flatMap(({ notes = [] }) => notes)) };
    if (asks) return { ...card, ...asks, text: lines(card.text, '', asks.text) };
    const whole = await askNext(ctx, await askZoneOnce(ctx, card));
    if (whole.question || adds) return whole;
    return ctx.message.kind === 'edit' && ctx.sourceMessageId !== null
      ? withRatings(ctx, whole, ctx.sourceMessageId, rateable(entries))
      : withRatingRow(ctx, whole, rateable(entries));
  },
  toContract: ({ entries }) => entries.flatMap(contractOf),
});

/** Whether this request answers what a written message made us ask. */
const isAnswer = ({ message, sourceMessageId, eventId }: CommandContext): boolean =>
  message.kind !== 'edit' && sourceMessageId !== null && sourceMessageId !== eventId;

async function wholeCard(ctx: CommandContext, actionId: number): Promise<Answer | null> {
  if (ctx.sourceMessageId === null) return null;
  const card = await entryCard(ctx, ctx.sourceMessageId, actionId);
  return card && { ...card, ...(await cardInPlace(ctx, ctx.sourceMessageId)) };
}

const hint = 'Say what it was, for example: 200g rice, 2 eggs. Or bench 3x8 80, or weight 82.4.';

/** What is read of a message, ready to be recorded; or what must be asked before. */
function toReading(parts: readonly RecordPart[], given: Given): Reading<Input> {
  const entries: Entry[] = [];
  let question: { text: Text; question: Question } | null = null;
  let problem: string | null = null;
  for (const { kind, reading } of parts) {
    if (kind === 'quick-add') entries.push(toQuickAddEntry(reading));
    else if (kind === 'metrics') {
      if (reading.kind === 'metrics') entries.push(toMetricsEntry(reading.metrics));
      else {
        const asked = askMetrics(reading, { unitSystem: given.units, isGentle: given.isGentle ?? false });
        const choices = asked.choices.map(({ label, metrics }) => ({ label, entry: toMetricsEntry(metrics, true) }));
        if (choices.length > 0) question ??= askAfter(entries, asked.text, reading.about, choices);
        else problem ??= asked.text;
      }
    } else if (kind === 'workout') {
      if (reading.kind === 'workout') entries.push(toWorkoutEntry(reading));
      else {
        const choices = reading.choices.map((choice) => ({
          label: choice.label,
          entry: toWorkoutEntry(choice.reading),
        }));
        question ??= askAfter(entries, 'How do you mean that?', reading.about, choices);
      }
    } else if ('about' in reading) {
      if (parts.length === 1)
        question ??= askAfter(entries, 'What was it? Write the food with its amount.', reading.about, []);
    } else {
      const meals = reading.map((meal) => toMealEntry(meal, given));
      const open = parts.length === 1 ? askOpen(meals) : null;
      if (open?.question) question ??= { text: open.text, question: open.question };
      else entries.push(...meals);
    }
  }
  if (entries.some(isMeal)) problem ??= mealProblem(entries.filter(isMeal));
  if (entries.some(isQuickAdd)) problem ??= quickAddProblem(entries.filter(isQuickAdd));
  if (problem !== null) return { problem };
  return question ?? (entries.length > 0 ? { input: { entries } } : null);
}

/** A question whose answer is recorded together with what was read before it. */
function askAfter(
  before: readonly Entry[],
  text: Text,
  about: string,
  choices: readonly { readonly label: string; readonly entry: Entry }[],
): { text: Text; question: Question } {
  return {
    text,
    question: {
      about,
      choices: choices.map(({ label, entry: chosen }) => ({
        label,
        action: { command: 'log', input: { entries: [...before, chosen] } },
      })),
    },
  };
}

/** A weight far from the last one is asked about before anything of its message is recorded. */
async function firstDoubt(ctx: CommandContext, entries: readonly Entry[]): Promise<Answer | null> {
  for (const [place, doubted] of entries.entries()) {
    const asked = doubted.kind === 'metrics' ? await askBefore(ctx, doubted) : null;
    if (!asked) continue;
    const choices = asked.choices.map(({ label, metrics }) => ({
      label,
      action: { command: 'log', input: { entries: entries.with(place, toMetricsEntry(metrics, true)) } },
    }));
    return { text: asked.text, question: { about: 'amount', choices } };
  }
  return null;
}

/** Records everything as one action: a weight first, because training's energy rests on it, and the day's sums last. */
async function recordAll(ctx: CommandContext, entries: readonly Entry[]): Promise<Recorded[]> {
  const groups = [
    group(metricsEntries, entries.filter(isMetrics)),
    group(workoutEntries, entries.filter(isWorkout)),
    group(quickAddEntries, entries.filter(isQuickAdd)),
    group(mealEntries, entries.filter(isMeal)),
  ].filter(({ names }) => names.length > 0);
  let { actionId } = ctx;
  if (groups.length > 1) actionId = await recordAction(ctx, groups.flatMap(({ names }) => names).join(', '));
  const recorded: Recorded[] = [];
  for (const { record } of groups) {
    const one = await record({ ...ctx, actionId });
    actionId = one.actionId ?? actionId;
    recorded.push({ ...one, actionId });
  }
  return recorded;
}

function group<E>(kind: EntryKind<E>, entries: readonly E[]) {
  return {
    names: entries.map((one) => kind.name(one)),
    record: (ctx: CommandContext) => kind.record(ctx, entries),
  };
}

/** The meals among what was recorded, as the row below their card needs them. */
const rateable = (entries: readonly Entry[]): RateableMeal[] =>
  entries
    .filter((one) => isMeal(one) || isQuickAdd(one))
    .map((one) => ({
      day: one.day,
      slot: one.slot,
      energyKcal: isMeal(one) ? mealEnergy(one) : (one.energyKcal ?? 0),
    }));

const isMetrics = (one: Entry): one is MetricsEntry => one.kind === 'metrics';
const isWorkout = (one: Entry): one is WorkoutEntry => one.kind === 'workout';
const isQuickAdd = (one: Entry): one is QuickAddEntry => one.kind === 'quick-add';
const isMeal = (one: Entry): one is MealEntry => one.kind === 'meal';

function contractOf(one: Entry): readonly { readonly do: string }[] {
  if (isMetrics(one)) return metricsEntries.toContract(one);
  if (isWorkout(one)) return workoutEntries.toContract(one);
  return isQuickAdd(one) ? quickAddEntries.toContract(one) : mealEntries.toContract(one);
}

/** The first card asks, once, where the person's days begin and end. */
async function askZoneOnce(ctx: CommandContext, card: Answer): Promise<Answer> {
  if (ctx.user.timeZone !== null || ctx.user.zoneAskedAt !== null) return card;
  await noteZoneAsked(ctx);
  return {
    ...card,
    text: lines(
      card.text,
      '',
      'Which city are you in? Then your days start and end with yours; until I know, they are in UTC.',
    ),
    question: { about: 'time', choices: [], template: '/settings here %' },
  };
}
