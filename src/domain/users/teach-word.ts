import { and, eq, sql } from 'drizzle-orm';
import { userWords } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import {
  measureWords,
  type OwnMeasure,
  type StoredMeaning,
  storedMeaning,
  type WordKind,
  wordKey,
} from './word-meaning.ts';

/** What a person's words tell of what they mean. */
export type Lesson =
  | { readonly kind: 'food' | 'exercise'; readonly words: string; readonly id: number; readonly name: string }
  | { readonly kind: 'measure'; readonly measure: OwnMeasure; readonly foodName: string | null };

/** A lesson that holds from now on. */
export interface Taught {
  /** The word as the person says it. */
  readonly said: string;
}

/** Amounts this near to each other are the same. */
const sameShare = 0.05;
const longestWords = 60;

/**
 * Learns what a person's words mean, within the open action or as one of its own, so that an undo forgets it again. A
 * lesson that is not sure is only noted, and holds once another message has told the same: the same food or exercise, or
 * within 5 % the same amount. Returns what holds now; null where nothing is new.
 */
export async function teachWord(ctx: Context, lesson: Lesson, isSure: boolean): Promise<Taught | null> {
  const said = lesson.kind === 'measure' ? measureWords(lesson.measure, lesson.foodName) : lesson.words;
  const word = wordKey(said);
  if (word === '' || said.length > longestWords) return null;
  const before = await find(ctx, lesson.kind, word);
  const isSame = before !== null && tellsSame(before.meaning, lesson);
  if (before?.isActive && isSame) return null;
  const isHeardAgain = isSame && before.meaning.heardIn !== ctx.sourceMessageId;
  const isActive = isSure || isHeardAgain;
  // What holds is not given up for something said once in passing.
  if (!isActive && before?.isActive) return null;
  await recordAction(ctx, `what “${said}” means`);
  await store(ctx, lesson.kind, word, isActive, {
    said,
    ...(lesson.kind === 'measure'
      ? { name: lesson.foodName, measure: lesson.measure }
      : { name: lesson.name, id: lesson.id }),
    heardIn: ctx.sourceMessageId,
    ...(before?.meaning.isAsked ? { isAsked: true } : {}),
  });
  return isActive ? { said } : null;
}

/** Notes that a person was asked what they mean by a word for food, so that they are not asked again. */
export async function noteAsked(ctx: Context, words: string): Promise<void> {
  const word = wordKey(words);
  const before = await find(ctx, 'food', word);
  if (word === '' || words.length > longestWords || before?.isActive) return;
  const meaning = before?.meaning ?? { said: words, name: null };
  await store(ctx, 'food', word, false, { ...meaning, isAsked: true });
}

async function find(ctx: Context, kind: WordKind, word: string) {
  const w = userWords;
  const [row] = await ctx.db
    .select({ meaning: w.meaning, isActive: w.isActive })
    .from(w)
    .where(and(eq(w.userId, ctx.user.id), eq(w.kind, kind), eq(w.word, word)));
  const meaning = storedMeaning.safeParse(row?.meaning);
  return row && meaning.success ? { isActive: row.isActive, meaning: meaning.data } : null;
}

async function store(ctx: Context, kind: WordKind, word: string, isActive: boolean, meaning: StoredMeaning) {
  const w = userWords;
  await ctx.db
    .insert(w)
    .values({ userId: ctx.user.id, kind, word, meaning, isActive, createdAt: ctx.now, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [w.userId, w.kind, w.word],
      set: { meaning: sql`excluded.meaning`, isActive, updatedAt: ctx.now },
    });
}

function tellsSame(meaning: StoredMeaning, lesson: Lesson): boolean {
  if (lesson.kind !== 'measure') return meaning.id === lesson.id;
  const { measure: was } = meaning;
  const { measure } = lesson;
  if (!was || was.unit !== measure.unit || was.foodId !== measure.foodId) return false;
  return isNear(was.grams, measure.grams) && isNear(was.ml, measure.ml);
}

const isNear = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= sameShare * Math.max(a, b);
