import type { IndexedExercise } from '../../domain/training/exercise-index.ts';
import type { TrainingVocabulary } from './vocabulary/training-vocabulary.ts';

/** How the bare figures of an exercise are meant. */
export interface ExerciseNature {
  /**
   * `loaded`: weights and reps; `bodyweight`: reps; `hold`: seconds; `travel`: metres and time; `activity`: minutes.
   */
  readonly kind: 'loaded' | 'bodyweight' | 'hold' | 'travel' | 'activity';
  /** Distances are covered, although with weights ("farmer's walk 40m"). */
  readonly isCarry: boolean;
  /** Dumbbells and kettlebells: "20s" is a pair of them. */
  readonly isInHand: boolean;
  readonly isWeightable: boolean;
  readonly lightestKg: number;
  readonly heaviestKg: number;
  /** In m/s: nobody does it faster. */
  readonly fastest: number;
}

const bodily = new Set([
  'bodyweight',
  'pull-up bar',
  'dip bars',
  'mat',
  'none',
  'rings',
  'skipping rope',
  'weighted vest',
  'plyo box',
  'box',
  'bench',
  'wall',
  'step',
]);
const inHand = new Set(['dumbbell', 'kettlebell']);
const fastestRun = 11;
const fastestWheels = 25;

/** By exercise and language what was told before. */
const natures = new WeakMap<IndexedExercise, { of: TrainingVocabulary; byWords: Map<string, ExerciseNature> }>();
/** Of one exercise: people call it the same few names. */
const mostNames = 50;

/** What kind of exercise a name is; an unknown one is taken for one with weights. */
export function natureOf(words: string, match: IndexedExercise | null, training: TrainingVocabulary): ExerciseNature {
  if (!match) return toldBy(words, match, training);
  let known = natures.get(match);
  if (known?.of !== training || known.byWords.size >= mostNames) {
    known = { of: training, byWords: new Map() };
    natures.set(match, known);
  }
  const nature = known.byWords.get(words) ?? toldBy(words, match, training);
  known.byWords.set(words, nature);
  return nature;
}

function toldBy(words: string, match: IndexedExercise | null, training: TrainingVocabulary): ExerciseNature {
  const name = `${words} ${match?.name ?? ''}`.toLowerCase();
  const parts = name.split(/[^\p{L}\d-]+/u);
  const has = (set: ReadonlySet<string>): boolean => parts.some((word) => set.has(word));
  const load = training.loads.find((one) => one.words.every((word) => name.includes(word)));
  const isInHand =
    (match?.equipment.some((one) => inHand.has(one)) ?? false) || /\b(?:db|dbs|kb|kbs|dumbbell|kettlebell)/.test(name);
  return {
    kind: kindOf(match, has, training),
    isCarry: has(training.carries),
    isInHand,
    isWeightable: has(training.weightable),
    lightestKg: isInHand && !name.includes('barbell') ? 1 : (load?.lightestKg ?? 1),
    heaviestKg: load?.heaviestKg ?? 300,
    fastest: /cycl|bik|ride|ski|skat|spin|car|peloton|motor/.test(name) ? fastestWheels : fastestRun,
  };
}

function kindOf(
  match: IndexedExercise | null,
  has: (set: ReadonlySet<string>) => boolean,
  { holds, classes, movements, counted }: TrainingVocabulary,
): ExerciseNature['kind'] {
  if (!match) return has(holds) && !has(movements) ? 'hold' : 'loaded';
  switch (match.category) {
    case 'strength':
      if (match.name === 'Strength Training' || match.name === 'Core Workout') return 'activity';
      if (
        has(holds) &&
        !/up|press|curl|thrust|raise|row\b|twist|bridge/i.test(match.name.replace(/handstand hold/i, ''))
      )
        return 'hold';
      return match.bodyweightShare !== null || bodily.has(match.equipment[0] ?? 'none') ? 'bodyweight' : 'loaded';
    case 'cardio':
      if (has(counted)) return 'bodyweight';
      return isTravel(match.name) ? 'travel' : 'activity';
    case 'mobility':
      return has(classes) ? 'activity' : 'hold';
    case 'sport':
      return isTravel(match.name) ? 'travel' : 'activity';
    default:
      return 'activity';
  }
}

const travel =
  /run|walk|jog|cycl|bik|swim|row|hik|ski\b|skat|race|sprint|ruck|paddl|kayak|canoe|march|stroke|elliptical|treadmill|pedal|trek|spin|triathlon|ride/i;
const isTravel = (name: string): boolean => travel.test(name);
