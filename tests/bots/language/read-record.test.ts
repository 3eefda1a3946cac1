import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/bots/command.ts';
import { log } from '../../../src/bots/commands/log.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { given as mealGiven } from './given.ts';

const given: Given = { ...mealGiven, locale: 'en', exercises: catalogueExerciseIndex() };

type Fields = Readonly<Record<string, unknown>>;

/** What is recorded, in a line: "meal lunch: 2 eggs + toast", "weight 82.4", "workout: run 1". */
function shown(text: string): string {
  const reading = log.parse(text, given);
  if (!reading || !('input' in reading)) return 'null';
  return log.toContract(reading.input).map(rowShown).join(' || ');
}

function rowShown(row: Fields): string {
  const list = (field: string): readonly Fields[] => row[field] as readonly Fields[];
  const words = (...parts: readonly unknown[]): string => parts.filter((part) => part != null).join(' ');
  switch (row.do) {
    case 'log-meal':
      return `${words('meal', row.slot)}: ${list('items')
        .map(({ quantity, unit, food }) => words(quantity, unit, food))
        .join(' + ')}`;
    case 'log-workout':
      return `workout: ${list('exercises')
        .map(({ exercise, sets }) => `${exercise} ${(sets as readonly Fields[]).length}`)
        .join(' + ')}`;
    case 'quick-add':
      return words('quick', row.slot, row.energyKcal);
    default:
      return words(row.metric, row.value);
  }
}

describe('what a message records', () => {
  it.each([
    // One thing after another in a sentence.
    ['slept 7h, then ran 5k in 26 min', 'sleep 7 || workout: ran 1'],
    ['83.1kg, slept 6h, 2 eggs and toast for breakfast', 'weight 83.1 || sleep 6 || meal breakfast: 2 eggs + toast'],
    ['ran 5k in 27 min then had a banana', 'workout: ran 1 || meal: 1 banana'],
    ['bench 3x5 85kg then 2 scoops whey', 'workout: bench 3 || meal: 2 scoop whey'],
    ['squats 5x5 100, slept 8h', 'workout: squats 5 || sleep 8'],
    ['warmed up with 10 min on the bike, then squats 5x5 at 90', 'workout: bike 1 + squats 5'],
    ['weighed 81.4 and ran 8k in 42 min', 'weight 81.4 || workout: ran 1'],
    // Asked for.
    ['can you log 2 eggs for breakfast?', 'meal breakfast: 2 eggs'],
    ['could you please add bench 3x8 80kg?', 'workout: bench 3'],
    ['can you add 300 kcal to dinner?', 'quick dinner 300'],
    // What somebody thinks of it, and where it was.
    ['ate 3 tacos 🌮 so good', 'meal: 3 tacos'],
    ['3 slices of sourdough, absolutely delicious', 'meal: 3 slice sourdough'],
    ['~650 kcal lunch out', 'quick lunch 650'],
    ["dinner at my mum's: roast beef and peas", 'meal dinner: roast beef + peas'],
    ['tea was 2 pork chops and peas', 'meal dinner: 2 pork chops + peas'],
    ['prawns 200g for tea', 'meal dinner: 200 g prawns'],
    ['a cup of tea', 'meal: 1 cup tea'],
    // A part of what was shared, ordered or made.
    ['we shared a pizza, i had 4 slices', 'meal: 4 slice pizza'],
    ['we ordered chinese, i ate 5 spring rolls', 'meal: 5 spring rolls'],
    ['had pancakes, 4 of them, with syrup', 'meal: 4 pancakes + syrup'],
    ['made cookies, ate 3 of them', 'meal: 3 cookies'],
    // Numbers that count nothing.
    ['i had a quarter pounder', 'meal: 1 quarter pounder'],
    ['200g of 3 bean salad', 'meal: 200 g 3 bean salad'],
    ['squat 5/3/1: 80x5 90x3 100x1', 'workout: squat 3'],
    ['chocolate 20g, 70% cocoa', 'meal: 20 g chocolate 70% cocoa'],
    // Trainings.
    ['8x400m in 90s', 'workout: 8x400m 8'],
    ['4x1k in 4:05', 'workout: 4x1k 4'],
    ['hit a 120kg bench pr!!', 'workout: bench 1'],
    ['3 rounds of 10 burpees, 20 squats', 'workout: burpees 3 + squats 3'],
    ['goblet squat 2x20kg 3x10', 'workout: goblet squat 3'],
    ['curls 12kg 3x12 last set to failure', 'workout: curls 3'],
    ['walked 8km with my wife', 'workout: walked 1'],
    ['porridge (50g oats, 250ml milk)', 'meal: 50 g oats + 250 ml milk'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('counts a lone weight of the morning as one to ask about, whatever it was before', () => {
    expect(log.parse('78.9 this morning after the bathroom', given)).toMatchObject({ question: { about: 'meaning' } });
  });

  it('marks only the last set as failed', () => {
    const reading = log.parse('curls 12kg 3x12 last set to failure', given);
    const [row] = reading && 'input' in reading ? log.toContract(reading.input) : [];
    expect(row).toMatchObject({
      exercises: [{ sets: [{ kind: 'working' }, { kind: 'working' }, { reps: 12, weightKg: 12, kind: 'failure' }] }],
    });
  });
});

describe('what a message only tells', () => {
  it.each([
    // Others, and for others.
    'my brother ate 6 eggs then ran 10k in 50 min',
    'my mate squatted 180 for 5 today',
    'the dog walked 8 km with my wife',
    'anna did 3 rounds of 10 burpees',
    'the class did 50 pushups',
    'made 24 cupcakes for the bake sale',
    'baked a cake for my sister',
    'grilled for the neighbours, 20 burgers',
    'we ordered pizza for everyone',
    'we shared a pizza',
    // Long ago, to come, or written somewhere.
    'back in the army we ran 10k before breakfast',
    'when i was 20 i squatted 200kg',
    'program for today: squats 5x5, bench 3x8',
    'on the menu tonight: lamb and couscous',
    'the label says 30g sugar per serving',
    // Nothing said of what or how much.
    'went to the gym',
    'just finished training',
    '🍕',
    'that burger was huge',
    'pizza so good',
    "the steak at toni's is 300g of pure joy",
    'a slice of life',
    'two peas in a pod',
    'sweet potato > potato',
    'slept badly, then missed the train',
    'first coffee, then emails',
    // Requests for something else.
    'can you add a chart for protein?',
    'could you add a dark mode?',
    'can you log me out',
    'can you track my sleep?',
    'can i add milk to my oats?',
    'please note the gym is closed',
  ])('%j', (text) => {
    expect(shown(text)).toBe('null');
  });
});
