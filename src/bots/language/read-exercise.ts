import type { ExerciseIndex } from '../../domain/training/exercise-index.ts';
import { exerciseCategories, type OwnExerciseInput } from '../../domain/training/keep-own-exercise.ts';

export type ToldExercise = Omit<OwnExerciseInput, 'met' | 'bodyweightShare'>;

export type ExerciseReading =
  | { readonly do: 'list' }
  | { readonly do: 'show' | 'forget'; readonly name: string }
  | { readonly do: 'keep'; readonly exercise: ToldExercise }
  | { readonly problem: string };

/** In characters: a whole description, and what a part of it may have. */
const longest = 2000;
const longestName = 80;
const longestPart = 1000;

/**
 * Reads what is said of exercises themselves: "my exercises", "how do i do a deadlift", "forget exercise keg carry", and
 * one told in parts, a line or semicolon each: "new exercise: Keg carry; category: cardio; burns: 9 kcal/min". `/exercise`
 * with a name alone shows it, with parts keeps it. Null for everything else.
 */
export function readExercise(text: string, { exercises }: { exercises: ExerciseIndex }): ExerciseReading | null {
  if (text.length > longest || !/exercise|how/i.test(text)) return null;
  const [, slash, rest = ''] = /^\s*(\/exercises?\b)?\s*([\s\S]*?)\s*$/iu.exec(text) ?? [];
  if (rest === '') return slash ? { do: 'list' } : null;
  if (/^(?:show |list )?my exercises[.?!]*$/i.test(rest)) return { do: 'list' };
  const forgotten = (slash ? forgetsAfterSlash : forgets).exec(rest)?.[1];
  if (forgotten !== undefined) return { do: 'forget', name: forgotten };
  const asked = asks.exec(rest)?.[1];
  if (asked !== undefined && exercises.lookup(asked)) return { do: 'show', name: asked };
  const told = begins.exec(rest)?.[1] ?? (slash && /[;\n]/.test(rest) ? rest : null);
  if (told !== null && !(slash === undefined && done.test(told.split(/[;\n]/, 1)[0] ?? ''))) return readParts(told);
  return slash ? { do: 'show', name: rest.replace(/\?+$/, '') } : null;
}

const forgets = /^(?:forget|remove|delete) (?:my )?exercise:? (.{1,80}?)[.!]*$/iu;
const forgetsAfterSlash = /^(?:forget|remove|delete) (.{1,80}?)[.!]*$/iu;
const asks =
  /^(?:show me |tell me |explain )?how (?:do (?:i|you)|should i|to)(?: correctly| properly)? (?:do|perform) (?:an? |the |my )?(.{2,60}?)(?: (?:correctly|properly|right|well))?\s*[?.!]*$/iu;
const begins = /^(?:new|add|my new) exercise\s*:\s*(\S[\s\S]*)$/iu;
/** Sets, a load or a time: that was done, and is no name. */
const done = /\d\s*(?:[x×*]\s*\d|(?:kg|lbs?|min|sets|reps|km)\b)/iu;

type Part = (value: string) => Partial<ToldExercise> | null;

const words = (value: string): string[] =>
  value
    .split(/,|\band\b/iu)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');

/** What each part may be called, and what it says; null where it says nothing of the kind. */
const parts: readonly (readonly [name: RegExp, read: Part])[] = [
  [
    /^(?:category|type|kind)$/i,
    (value) => {
      const category = exerciseCategories.find((one) => one === value.toLowerCase());
      return category ? { category } : null;
    },
  ],
  [/^(?:muscles?|works|trains)$/i, (value) => ({ primaryMuscles: words(value) })],
  [/^(?:also|also works|also trains|secondary|secondary muscles)$/i, (value) => ({ secondaryMuscles: words(value) })],
  [/^(?:equipment|with|needs)$/i, (value) => ({ equipment: words(value) })],
  [
    /^(?:level|difficulty)$/i,
    (value) => {
      const difficulty = (['beginner', 'intermediate', 'advanced'] as const).find((one) => one === value.toLowerCase());
      return difficulty ? { difficulty } : null;
    },
  ],
  [/^(?:about|description)$/i, (description) => ({ description })],
  [/^(?:how|how to|instructions)$/i, (instructions) => ({ instructions })],
  [/^(?:tips?)$/i, (tips) => ({ tips })],
  [/^(?:aka|also called|called|other names?)$/i, (value) => ({ aliases: words(value) })],
  [
    /^(?:burns|energy)$/i,
    (value) => {
      const kcal = /^(\d{1,3}(?:\.\d)?)\s*(?:kcal|cal(?:ories)?)?\s*(?:\/|per|a|an)\s*min(?:ute)?$/i.exec(value)?.[1];
      return kcal === undefined ? null : { defaultKcalPerMin: Number(kcal) };
    },
  ],
  [
    /^(?:video|link|gif|picture|image|photo|wger)$/i,
    (value) => (/^https?:\/\/\S+$/i.test(value) ? linked(value) : null),
  ],
];

/** By its ending a link is a moving picture, a picture or else a video; one to wger.de is kept as the number there. */
function linked(url: string): Partial<ToldExercise> {
  const wger = /^https?:\/\/(?:www\.)?wger\.de\/[\w/-]*?exercise\/(\d{1,9})\b/i.exec(url)?.[1];
  if (wger !== undefined) return { wgerId: Number(wger) };
  const path = url.replace(/[?#].*$/, '');
  if (/\.gif$/i.test(path)) return { gifUrl: url };
  return /\.(?:jpe?g|png|webp)$/i.test(path) ? { imageUrl: url } : { videoUrl: url };
}

function readParts(told: string): ExerciseReading {
  const [first = '', ...rest] = told.split(/[;\n]/).map((part) => part.trim());
  const name = first.replace(/[.:,]+$/, '');
  if (name === '' || name.length > longestName)
    return { problem: `An exercise needs a name of up to ${longestName} letters.` };
  let exercise: ToldExercise = { name };
  for (const part of rest.filter((one) => one !== '')) {
    const [, key = 'link', value = ''] = /^(?!https?:)([a-z ]{2,20}?)\s*:\s*([\s\S]+)$/iu.exec(part) ?? [
      '',
      'link',
      part,
    ];
    const read = value.length > longestPart ? null : parts.find(([names]) => names.test(key))?.[1](value.trim());
    if (!read) return { problem: `I did not understand “${part.slice(0, 60)}”. ${how}` };
    exercise = { ...exercise, ...read };
  }
  return { do: 'keep', exercise };
}

const how =
  'Parts are: category (strength, cardio, mobility, sport, everyday), muscles, also works, equipment, level (beginner, intermediate, advanced), about, how, tip, aka, burns (9 kcal/min), and links.';
