import { type Lesson, teachWord } from '../domain/users/teach-word.ts';
import { type OwnMeasure, wordKey } from '../domain/users/word-meaning.ts';
import type { CommandContext } from './command.ts';
import type { Heard } from './corrections/lesson.ts';
import { article, volume, weight } from './format.ts';
import { code, quoted, type Text } from './text.ts';

/**
 * Learns what was heard of a person's words, within the open action of `ctx`. Returns what to say of it, a line each;
 * where it was not told as such, with how to take it back.
 */
export async function learn(
  ctx: CommandContext,
  heard: readonly Heard[],
  how: 'told' | 'gathered' = 'gathered',
): Promise<Text[]> {
  const said: Text[] = [];
  for (const { lesson, isSure } of heard) {
    if (isNamedSo(ctx, lesson)) continue;
    const taught = await teachWord(ctx, lesson, isSure);
    if (!taught) continue;
    const text = `From now on ${meaningOf(lesson, ctx.user.unitSystem)}`;
    said.push(how === 'told' ? `${text}.` : [`${text}. To take that back: `, code(`forget ${quoted(taught.said)}`)]);
  }
  return said;
}

/** A food of theirs that has just this name keeps it. */
function isNamedSo({ given }: CommandContext, lesson: Lesson): boolean {
  if (lesson.kind !== 'food') return false;
  const key = wordKey(lesson.words);
  const named = given.foods.own.find((food) => food.source === 'own' && wordKey(food.name) === key);
  return named !== undefined && named.id !== lesson.id;
}

/** "“shake” is My shake", "a bowl of porridge is 420 g". */
export function meaningOf(lesson: Lesson, units: 'metric' | 'us'): string {
  if (lesson.kind !== 'measure') return `“${quoted(lesson.words)}” is ${quoted(lesson.name)}`;
  return `${measureName(lesson.measure, lesson.foodName)} is ${measureSize(lesson.measure, units)}`;
}

/** "a bowl", "a slice of toast", "one egg", "a serving of rice". */
export function measureName({ unit }: OwnMeasure, foodName: string | null): string {
  const of = foodName === null ? '' : ` of ${quoted(foodName)}`;
  return unit === null ? `one ${quoted(foodName ?? '')}` : `${article(unit)}${of}`;
}

const measureSize = ({ grams, ml }: OwnMeasure, units: 'metric' | 'us'): string =>
  ml === null ? weight(grams ?? 0, units) : volume(ml, units);
