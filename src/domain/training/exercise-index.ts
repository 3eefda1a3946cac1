import { remembering } from '../search/remember-lookups.ts';
import { wordsOf } from '../search/words.ts';
import { createExerciseNames, type ExerciseNames, respelled } from './exercise-names.ts';
import { asides, exerciseWords, fitOf, grips, settings, toolsAmong, without } from './exercise-words.ts';

/** An exercise as the language and the training verbs know it. */
export interface IndexedExercise {
  /** The row's id; null in an index built from the catalogue's files. */
  id: number | null;
  /** The catalogue's stable key; null for people's own. */
  slug: string | null;
  name: string;
  aliases: readonly string[];
  source: 'own' | 'catalogue';
  category: string;
  equipment: readonly string[];
  met: number | null;
  /** The share of body weight that is moved; null where body weight is not the load. */
  bodyweightShare: number | null;
}

export interface ExerciseHit {
  exercise: IndexedExercise;
  score: number;
}

export interface ExerciseIndex {
  /**
   * The exercise that these words name, or null. Exact up to spelling variants, plurals, short forms, word order, words
   * about the log or the effort, and a manner that has no row of its own. Equipment that is said is never exchanged for
   * other equipment.
   */
  lookup(words: string): IndexedExercise | null;
  /** The nearest exercises, best first: what `lookup` gives, then typos, parts of words, any order. */
  search(words: string, limit: number): ExerciseHit[];
  /** This index with a person's own exercises in front. */
  with(exercises: readonly IndexedExercise[]): ExerciseIndex;
  /** This index for who calls these exercises so. Only what is named by exactly these words is meant by them. */
  calling(words: ReadonlyMap<string, IndexedExercise>): ExerciseIndex;
  /** The exercise with this id; null where there is none. */
  withId(id: number): IndexedExercise | null;
}

type Layer = ExerciseNames<IndexedExercise>;

const ownBonus = 0.1;
/** What a hit with other equipment than was said keeps of its score. */
const otherEquipment = 0.7;
/** What a slip in every letter would take off the score of what is found once misspelled words are put right. */
const slipCost = 1.5;
const mostWords = 12;

/** Finds exercises by what people call them. Where words fit several, the shortest name wins, whatever their order. */
export function createExerciseIndex(exercises: readonly IndexedExercise[]): ExerciseIndex {
  return layered([createExerciseNames(exercises.toSorted(plainerFirst), 0)], exercises);
}

function plainerFirst(a: IndexedExercise, b: IndexedExercise): number {
  return a.name.length - b.name.length || (a.name < b.name ? -1 : 1);
}

function layered(layers: readonly Layer[], known: readonly IndexedExercise[]): ExerciseIndex {
  const lookup = remembering((text: string) => named(exerciseWords(text).slice(0, mostWords), layers));
  const index: ExerciseIndex = {
    lookup,
    search(text, limit) {
      const words = exerciseWords(text).slice(0, mostWords);
      const tools = toolsAmong(words);
      const found: ExerciseHit[] = [];
      const hits = layers
        .flatMap((layer) => layer.search(words, limit + 1))
        .map(({ item, score }) => ({
          exercise: item,
          // People seldom say what their own exercises are done with.
          score: item.equipment.length === 0 || fitOf(tools, item.equipment) > 0 ? score : score * otherEquipment,
        }))
        .sort((a, b) => b.score - a.score);
      const meant = nearest(text, words, layers);
      if (meant) found.push({ exercise: meant.exercise, score: Math.max(meant.score, hits[0]?.score ?? 0) });
      for (const hit of hits) if (hit.exercise !== meant?.exercise) found.push(hit);
      return found.slice(0, limit);
    },
    with: (exercises) => layered([createExerciseNames(exercises, ownBonus), ...layers], [...exercises, ...known]),
    calling: (words) => (words.size === 0 ? index : layered([calledNames(words), ...layers], known)),
    withId: (id) => known.find((exercise) => exercise.id === id) ?? null,
  };
  return index;
}

/** What exactly these words mean, and nothing near them. */
function calledNames(called: ReadonlyMap<string, IndexedExercise>): Layer {
  const byWords = new Map([...called].map(([words, exercise]) => [exerciseWords(words).join(' '), exercise]));
  const counts = new Map([...byWords.keys()].flatMap((words) => words.split(' ')).map((word) => [word, 1]));
  return {
    find: (words) => byWords.get(words.join(' ')) ?? null,
    findWith: () => null,
    search: () => [],
    words: () => counts,
  };
}

/** What is left out, step by step, until a name fits. */
const relaxations = [new Set<string>(), asides, settings, grips];

/** Looks for the words as they are, then with more and more of them left out; each time in every layer. */
function named(words: readonly string[], layers: readonly Layer[]): IndexedExercise | null {
  let tried = -1;
  let kept = words;
  for (const dropped of relaxations) {
    kept = without(kept, dropped);
    if (kept.length === 0 || kept.length === tried) continue;
    tried = kept.length;
    for (const layer of layers) {
      const exercise = layer.find(kept);
      if (exercise) return exercise;
    }
    const tools = toolsAmong(kept);
    for (const layer of layers) {
      const exercise = layer.findWith(kept, tools);
      if (exercise) return exercise;
    }
  }
  return null;
}

/** What the words name, or what they name once those that are in no name are spelled as the nearest that is. */
function nearest(text: string, words: readonly string[], layers: readonly Layer[]): ExerciseHit | null {
  const exact = named(words, layers);
  if (exact) return { exercise: exact, score: 1 };
  const counts = layers.map((layer) => layer.words());
  const typed = wordsOf(text).slice(0, mostWords);
  const spelled = typed.map((word) => respelled(word, counts));
  const slips = spelled.reduce((sum, word) => sum + word.slips, 0);
  if (slips === 0) return null;
  const exercise = named(exerciseWords(spelled.map(({ word }) => word).join(' ')), layers);
  return exercise && { exercise, score: 1 - (slipCost * slips) / typed.join('').length };
}
