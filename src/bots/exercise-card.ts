import type { ExerciseDetails } from '../domain/training/own-exercises.ts';
import { capital } from './format.ts';
import { bold, code, lines, quoted, type Text } from './text.ts';

const listed = new Intl.ListFormat('en-GB');
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const longest = 1000;

/** How an exercise is done: what it is, what it works, in words and links; nothing stands for what nobody said. */
export function exerciseCard(exercise: ExerciseDetails): Text {
  const { primaryMuscles, secondaryMuscles, equipment, defaultKcalPerMin } = exercise;
  const named = (muscles: readonly string[]): string => listed.format(muscles.map((one) => quoted(one, 40)));
  const also = secondaryMuscles.length > 0 ? ` Also ${named(secondaryMuscles)}.` : '';
  const links: [string, string | null][] = [
    ['Video', exercise.videoUrl],
    ['Animation', exercise.gifUrl],
    ['Picture', exercise.imageUrl],
    ['wger', exercise.wgerId === null ? null : `https://wger.de/en/exercise/${exercise.wgerId}/view`],
  ];
  const words = (lead: string, said: string | null): string | null =>
    said === null ? null : `${lead}${quoted(said, longest)}`;
  return lines(
    bold(capital(quoted(exercise.name, 80))),
    `${capital(exercise.category)}, ${exercise.difficulty}${equipment.length > 0 ? `, with ${named(equipment)}` : ''}`,
    primaryMuscles.length > 0 ? `Works ${named(primaryMuscles)}.${also}` : null,
    words('', exercise.description),
    words('How: ', exercise.instructions),
    words('Tip: ', exercise.tips),
    defaultKcalPerMin === null ? null : `Burns about ${short.format(defaultKcalPerMin)} kcal a minute.`,
    ...links.flatMap(([label, link]): Text[] => (link === null ? [] : [{ link, label }])),
  );
}

/** The exercises of somebody's own, and how to make one. */
export function exerciseList(names: readonly string[]): Text {
  const example = code('new exercise: Keg carry; category: cardio; muscles: quads; burns: 9 kcal/min');
  if (names.length === 0) return lines('You have no exercises of your own yet. Make one like:', example);
  return lines(bold('Your own exercises:'), ...names.map((name) => capital(quoted(name, 80))), [
    'See one with ',
    code(`/exercise ${names[0]?.toLowerCase() ?? 'keg carry'}`),
    '.',
  ]);
}
