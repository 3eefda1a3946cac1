import type { Metric } from '../../../../domain/body/plausible.ts';
import { synonyms } from '../../phrases.ts';
import type { AskedNutrient } from '../ask-vocabulary.ts';

const words = (list: string): readonly string[] => list.split(' ');

const nutrient = (key: string, name: string, ...names: string[]): readonly [AskedNutrient, readonly string[]] => [
  { key, name },
  names,
];

/** What people call what a food holds. */
export const nutrients = synonyms<AskedNutrient>([
  nutrient(
    'energyKcal',
    'calories',
    ...words('calories calorie kcal kcals cals cal energy calories/kcal calorys calries caloriea calroies'),
  ),
  nutrient('proteinG', 'protein', ...words('protein proteins prot protien protine')),
  nutrient('carbsG', 'carbs', ...words('carbs carb carbohydrate carbohydrates cho'), 'net carbs'),
  nutrient('fatG', 'fat', ...words('fat fats'), 'total fat'),
  nutrient(
    'all',
    'macros',
    ...words('macros macro macronutrients'),
    'macros and calories',
    'calories and macros',
    'cals and macros',
    'calories and protein',
    'protein and calories',
    'kcal and protein',
    'nutrition',
  ),
  nutrient('fiberG', 'fibre', ...words('fibre fiber roughage'), 'dietary fiber', 'dietary fibre'),
  nutrient('sugarG', 'sugar', ...words('sugar sugars'), 'added sugar'),
  nutrient('saturatedFatG', 'saturated fat', 'saturated fat', 'sat fat', 'saturated fats', 'saturates', 'sat fats'),
  nutrient('sodiumMg', 'sodium', ...words('sodium salt')),
  nutrient('cholesterolMg', 'cholesterol', 'cholesterol'),
  nutrient('alcoholG', 'alcohol', 'alcohol'),
  nutrient('calciumMg', 'calcium', 'calcium'),
  nutrient('ironMg', 'iron', 'iron'),
  nutrient('magnesiumMg', 'magnesium', 'magnesium'),
  nutrient('potassiumMg', 'potassium', 'potassium'),
  nutrient('zincMg', 'zinc', 'zinc'),
  nutrient('vitaminCMg', 'vitamin C', 'vitamin c', 'vit c'),
  nutrient('vitaminDUg', 'vitamin D', 'vitamin d', 'vit d'),
  nutrient('vitaminB12Ug', 'vitamin B12', 'vitamin b12', 'b12', 'vit b12'),
  nutrient('vitaminARaeUg', 'vitamin A', 'vitamin a', 'vit a'),
  nutrient('vitaminKUg', 'vitamin K', 'vitamin k'),
  nutrient('vitaminEMg', 'vitamin E', 'vitamin e'),
  nutrient('folateUg', 'folate', 'folate', 'folic acid'),
  nutrient(
    'waterMl',
    'water',
    'water',
    'h2o',
    'glasses of water',
    'litres of water',
    'liters of water',
    'ml of water',
    'cups of water',
    'ounces of water',
    'oz of water',
    'fluids',
    'hydration',
  ),
]);

const metric = (id: Metric, ...names: string[]): readonly [Metric, readonly string[]] => [id, names];

/** What people call what they measure, in a question. */
export const metrics = synonyms<Metric>([
  metric(
    'weight',
    'weight',
    'body weight',
    'bodyweight',
    'wieght',
    'weigth',
    'scale weight',
    'weight in kg',
    'weight in lbs',
  ),
  metric(
    'body-fat',
    'body fat',
    'bodyfat',
    'bf',
    'body fat percentage',
    'bf%',
    'body fat %',
    'fat percentage',
    'body fat percent',
  ),
  metric('muscle-mass', 'muscle mass', 'lean mass'),
  metric('waist', 'waist', 'waist size', 'waist circumference', 'waistline'),
  metric('chest', 'chest size', 'chest measurement', 'chest circumference'),
  metric('hips', 'hips', 'hip', 'hip size'),
  metric('neck', 'neck', 'neck size'),
  metric('arm', 'arms', 'arm', 'biceps size', 'arm size', 'bicep size'),
  metric('thigh', 'thighs', 'thigh', 'thigh size'),
  metric('calf', 'calf', 'calves', 'calf size'),
  metric('resting-hr', 'resting heart rate', 'resting hr', 'heart rate', 'rhr', 'resting pulse', 'pulse', 'hr'),
  metric('blood-pressure', 'blood pressure', 'bp'),
  metric('energy', 'energy level', 'energy levels'),
  metric('mood', 'mood', 'moods'),
  metric('stress', 'stress', 'stress level', 'stress levels'),
  metric('sleep-quality', 'sleep quality', 'quality of sleep'),
  metric('fatigue', 'fatigue', 'tiredness'),
  metric('soreness', 'soreness', 'muscle soreness'),
  metric('sleep', 'sleep', 'hours of sleep', 'sleep duration', 'sleep time', 'hours sleep'),
  metric('steps', 'steps', 'step count', 'steps count', 'daily steps', 'step'),
]);

/** What is the writer's. */
export const own: ReadonlySet<string> = new Set(words('my our the todays yesterdays'));

/** Stands for "anna's" where forms are filed by their first word. */
export const possessive = "'s";

/** Verbs and adjectives that ask for a metric as its name does: "how did i sleep", "how sore was i". */
export const metricWords: ReadonlyMap<string, Metric> = new Map([
  ...['sleep', 'slept', 'sleeping'].map((word) => [word, 'sleep'] as const),
  ['stressed', 'stress'],
  ['tired', 'fatigue'],
  ['sore', 'soreness'],
  ['happy', 'mood'],
]);
