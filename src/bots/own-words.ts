import { z } from 'zod';
import { recordAction } from '../domain/conversation/record-action.ts';
import type { Entry } from '../domain/entries/entry-of-message.ts';
import { entryOfMessage } from '../domain/entries/entry-of-message.ts';
import { recentMessages } from '../domain/entries/recent-messages.ts';
import { gramsFor } from '../domain/foods/portion.ts';
import { changeMealItem } from '../domain/meals/change-meal-item.ts';
import type { RecordedItem } from '../domain/meals/meals-of-message.ts';
import { forgetWords, knownWordsOf } from '../domain/users/forget-words.ts';
import type { KnownWord } from '../domain/users/load-words.ts';
import type { OwnMeasure } from '../domain/users/word-meaning.ts';
import type { Answer, CommandContext, Given, Reading } from './command.ts';
import type { Heard } from './corrections/lesson.ts';
import { cardInPlace, entryCard } from './entry-card.ts';
import { article } from './format.ts';
import { namedWords } from './language/known-word.ts';
import { readOwnWords } from './language/read-own-words.ts';
import { learn, meaningOf, measureName } from './learn.ts';
import { bold, code, lines, quoted, type Text } from './text.ts';
import { undoButton } from './undo-button.ts';

const amount = z.object({ grams: z.number().positive().nullable(), ml: z.number().positive().nullable() });

/** What is told, asked or taken back of a person's own words. */
export const ownWordsInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  /** Null: all of them. */
  z.object({ kind: z.literal('forget'), words: z.string().nullable() }),
  z.object({
    kind: z.literal('mean'),
    words: z.string(),
    of: z.enum(['food', 'exercise']),
    id: z.number().nullable(),
    name: z.string(),
  }),
  z.object({
    kind: z.literal('measure'),
    unit: z.string().nullable(),
    food: z.object({ id: z.number().nullable(), name: z.string() }).nullable(),
    isPast: z.boolean(),
    ...amount.shape,
  }),
]);

export type OwnWordsInput = z.infer<typeof ownWordsInput>;
type Told<Kind extends OwnWordsInput['kind']> = Extract<OwnWordsInput, { kind: Kind }>;

/** What holds so much whatever is in it; of anything else it has to be said of what. */
const vessels = new Set([
  'bowl',
  'mug',
  'glass',
  'plate',
  'cup',
  'bottle',
  'can',
  'carton',
  'scoop',
  'pint',
  'pot',
  'tub',
  'jar',
  'shaker',
  'ladle',
  'handful',
  'shot',
]);

/** What the language makes of such words; null for everything else. */
export function readOwnWordsInput(text: string, given: Given): Reading<OwnWordsInput> {
  const read = readOwnWords(text, given);
  switch (read?.kind) {
    case undefined:
      return null;
    case 'list':
      return { input: { kind: 'list' } };
    case 'forget-all':
      return { input: { kind: 'forget', words: null } };
    case 'forget':
      return { input: { kind: 'forget', words: quoted(read.words) } };
    case 'mean': {
      const meant = read.food ?? read.exercise;
      const words = quoted(read.words);
      if (!meant)
        return { problem: `I do not know “${quoted(read.means)}” yet, so I cannot tell what “${words}” means.` };
      const of = read.food ? 'food' : 'exercise';
      return { input: { kind: 'mean', words, of, id: meant.id, name: meant.name } };
    }
    case 'measure': {
      const { unit, food, grams, ml, isPast } = read;
      return { input: { kind: 'measure', unit, grams, ml, isPast, food: food && { id: food.id, name: food.name } } };
    }
  }
}

/** Does what was said of their words, and says what they mean from now on. */
export async function tellOwnWords(ctx: CommandContext, input: OwnWordsInput): Promise<Answer> {
  switch (input.kind) {
    case 'list':
      return listOf(ctx, await knownWordsOf(ctx));
    case 'forget':
      return forget(ctx, input);
    case 'mean':
      return mean(ctx, input);
    case 'measure':
      return measure(ctx, input);
  }
}

/** At most so many words have a button each. */
const mostButtons = 5;
const mostShown = 30;

function listOf(ctx: CommandContext, known: readonly KnownWord[]): Answer {
  if (known.length === 0)
    return {
      text: [
        'I have learnt no words of yours yet. Tell me some: ',
        code('when I say shake I mean protein shake'),
        ' or ',
        code('a bowl of porridge is 420 g'),
        '. I also learn from how you correct me.',
      ],
    };
  const newest = known.toReversed();
  const more = newest.length - mostShown;
  return {
    text: lines(
      bold('Your words'),
      ...newest.slice(0, mostShown).map((word) => lineOf(ctx, word)),
      more > 0 ? `and ${more} more` : null,
      ['To forget one: ', code(`forget ${newest[0]?.said ?? ''}`)],
    ),
    buttons: newest
      .slice(0, mostButtons)
      .map(({ said }) => [
        { label: `Forget ${quoted(said, 60)}`, action: { command: 'words', input: { kind: 'forget', words: said } } },
      ]),
  };
}

function lineOf({ user }: CommandContext, { kind, said, name, meansId, measure: own }: KnownWord): Text {
  const text =
    kind === 'measure'
      ? own && meaningOf({ kind, measure: own, foodName: name }, user.unitSystem)
      : meaningOf({ kind, words: said, id: meansId ?? 0, name: name ?? '' }, user.unitSystem);
  return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : said;
}

async function forget(ctx: CommandContext, { words }: Told<'forget'>): Promise<Answer> {
  const known = await knownWordsOf(ctx);
  const meant = words === null ? null : namedWords(words, known, ctx.given.foods);
  if (meant?.length === 0)
    return { text: [`I have learnt no “${quoted(words ?? '')}” of yours. To see what I know: `, code('my words')] };
  const { actionId, forgotten } = await forgetWords(ctx, meant?.map(({ id }) => id) ?? null);
  const names = forgotten.map(({ said }) => `“${quoted(said)}”`).join(', ');
  return {
    text: `Forgotten: ${names}. I take ${forgotten.length === 1 ? 'it' : 'them'} as usual again.`,
    buttons: [[undoButton(actionId)]],
  };
}

async function mean(ctx: CommandContext, { words, of, id, name }: Told<'mean'>): Promise<Answer> {
  if (id === null) return { text: `I do not know ${name} any more.` };
  return taught(ctx, `what “${words}” means`, { kind: of, words, id, name });
}

async function taught(ctx: CommandContext, summary: string, lesson: Heard['lesson']): Promise<Answer> {
  const actionId = await recordAction(ctx, summary);
  const told = await learn({ ...ctx, actionId }, [{ lesson, isSure: true }], 'told');
  if (told.length === 0) return { text: `I know already that ${meaningOf(lesson, ctx.user.unitSystem)}.` };
  return { text: lines(...told), buttons: [[undoButton(actionId)]] };
}

/** What a measure holds; what has just been logged in it, or is replied to, is mended by it. */
async function measure(ctx: CommandContext, { unit, food, grams, ml, isPast }: Told<'measure'>): Promise<Answer> {
  const found = await measuredIn(ctx, unit, food?.id ?? null);
  const foods = new Map(found?.items.map(({ foodId, foodName }) => [foodId, foodName]));
  const [onlyId] = foods.keys();
  const id = food ? food.id : ml === null && foods.size === 1 ? (onlyId ?? null) : null;
  const foodName = food?.name ?? (id === null ? null : (foods.get(id) ?? null));
  if (id === null && unit !== null && (isPast || (ml === null && !vessels.has(unit))))
    return { text: ofWhat(unit, grams, ml) };
  const own: OwnMeasure = { unit, foodId: id, grams, ml };
  const summary = `what ${measureName(own, foodName)} is`;
  const lesson: Heard['lesson'] = { kind: 'measure', measure: own, foodName };
  if (!found) return taught(ctx, summary, lesson);
  const about: CommandContext = { ...ctx, sourceMessageId: found.entry.messageId };
  const actionId = await recordAction(about, summary);
  const told = await learn({ ...about, actionId }, [{ lesson, isSure: true }], 'told');
  for (const item of found.items) await mend({ ...about, actionId }, item, own);
  const card = await entryCard(ctx, found.entry.messageId, actionId);
  return {
    ...card,
    text: lines(...(card ? [card.text] : []), ...told),
    ...(await cardInPlace(ctx, found.entry.messageId)),
    sourceMessageId: found.entry.messageId,
  };
}

const examples: Readonly<Record<string, string>> = {
  slice: 'bread',
  piece: 'cake',
  bar: 'chocolate',
  square: 'chocolate',
};

function ofWhat(unit: string, grams: number | null, ml: number | null): Text {
  const size = ml === null ? `${Math.round(grams ?? 0)} g` : `${Math.round(ml)} ml`;
  return [
    `${article(unit).replace(/^a/, 'A')} of what? Write it like `,
    code(`${article(unit)} of ${examples[unit] ?? 'pasta'} is ${size}`),
    '.',
  ];
}

interface Measured {
  readonly entry: Entry;
  readonly items: readonly RecordedItem[];
}

/** What is logged in a measure, of one food or any, in what is replied to or was said in the last minutes. */
async function measuredIn(ctx: CommandContext, unit: string | null, foodId: number | null): Promise<Measured | null> {
  const messages = ctx.repliesToId === null ? await recentMessages(ctx) : [ctx.repliesToId];
  for (const messageId of messages) {
    const entry = await entryOfMessage(ctx, messageId);
    const items = entry?.meals
      .flatMap((meal) => meal.items)
      .filter((item) => item.foodId !== null && item.unit === unit && (foodId === null || item.foodId === foodId))
      .filter(({ quantity }) => quantity !== null);
    if (entry && items && items.length > 0) return { entry, items };
  }
  return null;
}

async function mend(ctx: CommandContext, item: RecordedItem, { unit, grams, ml }: OwnMeasure): Promise<void> {
  const food = item.foodId === null ? null : ctx.given.foods.withId(item.foodId);
  const each = grams ?? (food && gramsFor(food, { quantity: ml, unit: 'ml' })?.grams);
  if (!each || item.quantity === null) return;
  const now = { quantity: item.quantity, unit, grams: Math.round(each * item.quantity * 100) / 100 };
  const whole = { ...now, portionRule: `own:${unit ?? 'one'}`, isAmountAssumed: false };
  await changeMealItem(ctx, { itemId: item.id, food: null, amount: whole, times: 1, energyKcal: null }, '');
}
