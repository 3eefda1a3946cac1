import type { Entry } from '../../domain/entries/entry-of-message.ts';
import type { RecordedExercise } from '../../domain/training/workouts-of-message.ts';
import { wordKey } from '../../domain/users/word-meaning.ts';
import type { Answer, Choice, CommandContext } from '../command.ts';
import { capital, volume } from '../format.ts';
import { metricLine } from '../format-metric.ts';
import { itemLine } from '../meal-card.ts';
import { plainText, quoted } from '../text.ts';
import { duration, loadOf } from '../training-notation.ts';
import type { Correction, Part } from './correction.ts';
import { itemOf } from './find-parts.ts';
import { entryNames, namesOf } from './names-of.ts';

/** What the whole message would do with each of these in the place of the open correction. */
type Inputs = (choices: readonly Correction[]) => readonly unknown[];

/** How many choices can be pressed. */
const mostChoices = 5;

const choicesOf = (labels: readonly string[], inputs: readonly unknown[]): Choice[] =>
  labels.map((label, at) => ({ label: quoted(label), action: { command: 'correct', input: inputs[at] } }));

/** Asks which part of an entry is meant. */
export function askWhich(
  ctx: CommandContext,
  entry: Entry,
  correction: Correction,
  parts: readonly Part[],
  inputs: Inputs,
): Answer {
  const shown = parts.slice(0, mostChoices);
  const labels = shown.map((part) => labelOf(ctx, entry, part));
  const choices = choicesOf(labels, inputs(shown.map((part) => ({ ...correction, part }))));
  return { text: 'Which one do you mean?', question: { about: 'meaning', choices } };
}

/** Asks which of a day's entries is meant. */
export function askEntry(entries: readonly Entry[], asked: object): Answer {
  const shown = entries.slice(0, mostChoices);
  const labels = shown.map((entry) => {
    const [meal] = entry.meals;
    const when = meal?.slot ? capital(meal.slot) : meal?.time?.toString({ smallestUnit: 'minute' });
    const names = entryNames(entry).join(', ');
    return when === undefined ? capital(names) : `${when}: ${names}`;
  });
  const choices = choicesOf(
    labels,
    shown.map(({ messageId }) => ({ ...asked, messageId })),
  );
  const text = shown.length > 1 ? 'Which one do you mean?' : 'Do you mean this one?';
  return { text, question: { about: 'meaning', choices } };
}

/** Asks which of the nearest foods is meant by words that the catalogue does not know. */
export function askFood({ given }: CommandContext, correction: Correction, words: string, inputs: Inputs): Answer {
  const names = given.foods.search(words, mostChoices - 1).map(({ food }) => food.name);
  if (names.length === 0 || given.words?.asked.has(wordKey(words)))
    return { text: `I do not know “${quoted(words)}” yet, so I changed nothing. Try another name for it.` };
  const corrected = names.map((food) => ({ ...correction, asked: words, change: { ...correction.change, food } }));
  return {
    text: `I do not know “${quoted(words)}”. Which of these comes nearest?`,
    question: { about: 'food', words, choices: choicesOf(names, inputs(corrected)) },
  };
}

/** Asks which of an exercise's sets are meant. */
export function askSets(
  ctx: CommandContext,
  { sets, name }: RecordedExercise,
  correction: Correction,
  inputs: Inputs,
): Answer {
  const working = sets.filter(({ kind }) => kind !== 'warmup').slice(0, mostChoices - 1);
  const labels = working.map((set, at) => {
    const load = loadOf(set, ctx.user.unitSystem);
    const done = set.reps === null ? (set.durationS === null ? '' : duration(set.durationS)) : `${set.reps} reps`;
    return `Set ${at + 1}: ${[load, done].filter((part) => part !== '').join(' × ')}`;
  });
  const choices = [...working.map((_, at) => at + 1), 0].map((set) => ({ ...correction, set }));
  return {
    text: `Which sets of ${name} do you mean?`,
    question: { about: 'meaning', choices: choicesOf([...labels, 'All of them'], inputs(choices)) },
  };
}

function labelOf(ctx: CommandContext, entry: Entry, part: Part): string {
  const units = ctx.user.unitSystem;
  const item = itemOf(entry, part);
  if (item) return plainText(itemLine(item, ctx.user));
  const measurement = part.kind === 'measurement' && entry.measurements.find(({ id }) => id === part.id);
  if (measurement) return metricLine(measurement, ctx.user);
  const meal = entry.meals.find(({ id }) => id === part.id);
  if (part.kind === 'water') return `Water: ${volume(meal?.waterMl ?? 0, units)}`;
  const names = namesOf(entry, part).join(', ');
  return part.kind === 'meal' && meal?.slot ? `${capital(meal.slot)}: ${names}` : capital(names);
}
