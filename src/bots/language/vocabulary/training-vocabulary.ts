import type { Phrases } from '../phrases.ts';

/** What a figure of a workout counts. `open` ones depend on the exercise: "m" is metres or minutes, "s" seconds or a pair. */
export type TrainingUnit =
  | { readonly kind: 'load'; readonly id: 'kg' | 'lb' }
  | { readonly kind: 'time'; readonly inS: number }
  | { readonly kind: 'distance'; readonly inM: number }
  | { readonly kind: 'speed'; readonly inMPerS: number }
  | { readonly kind: 'sets' }
  | { readonly kind: 'reps' }
  /** Of lunges; many of them are a day's walking, and no workout. */
  | { readonly kind: 'steps' }
  | { readonly kind: 'open'; readonly id: 'm' | 's' | 'k' }
  /** Said of a workout, and no field of it: calories, heart rate, inches, floors. */
  | { readonly kind: 'aside' };

/** Words that change what the sets around them are. */
export type TrainingMark =
  | 'warmup'
  | 'working'
  | 'drop'
  | 'failure'
  /** Of the last set only. */
  | 'last-failure'
  | 'amrap'
  | 'superset'
  | 'each'
  | 'bodyweight'
  | 'assisted';

export type EffortWord = 'rpe' | 'rir' | 'rest';

/** How an exercise is counted where the catalogue does not tell. */
export interface OrdinaryLoad {
  /** Words of the exercise's name. */
  readonly words: readonly string[];
  readonly lightestKg: number;
  readonly heaviestKg: number;
}

/** What a language brings for workouts. */
export interface TrainingVocabulary {
  /** The first look: words of exercises, and words of the notation. */
  readonly exerciseWords: ReadonlySet<string>;
  readonly notationWords: ReadonlySet<string>;
  readonly units: Phrases<TrainingUnit>;
  /** After a number or a clock reading: seconds for how many metres; 0 where the distance tells. */
  readonly paces: Phrases<number>;
  readonly marks: Phrases<TrainingMark>;
  readonly efforts: Phrases<EffortWord>;
  /** "single", "double": reps by name. */
  readonly namedReps: ReadonlyMap<string, number>;
  readonly repMaxes: ReadonlyMap<string, number>;
  /** After a number up to this these belong to the exercise's name: "1 arm row", "18 holes". */
  readonly numberedNames: ReadonlyMap<string, number>;
  /** Before a number these say nothing that is kept: "level 8", "incline 12", "tempo 3-1-1". */
  readonly settings: Phrases<null>;
  /** "tempo": beside it "3-1-1" tells how slowly. */
  readonly tempos: ReadonlySet<string>;
  /** "sauna", "ice bath": told beside a training. */
  readonly soaks: Phrases<null>;
  /** "rounds": of all that was done in turns. */
  readonly rounds: ReadonlySet<string>;
  /** "1st", "2nd": what is glued to the figure. */
  readonly ordinals: ReadonlySet<string>;
  /** "5 a side football", "played 5 a side". */
  readonly teamGames: ReadonlySet<string>;
  readonly played: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly sidesInOne: ReadonlySet<string>;
  /** "10 km a day": after a figure, a habit. */
  readonly rates: Phrases<null>;
  /** "won 6-4" */
  readonly results: ReadonlySet<string>;
  /** "pace of 5:30" */
  readonly paceLinks: Phrases<null>;
  /** "last set was 6" */
  readonly lastSets: Phrases<null>;
  readonly lastLinks: Phrases<null>;
  /** "lengths", and what they are swum in. */
  readonly lengths: ReadonlySet<string>;
  readonly pools: ReadonlySet<string>;
  /** Of the settings, heights that are told in metres. */
  readonly climbs: ReadonlySet<string>;
  /** Of the settings, numbers of what is counted anyway: "set 2". */
  readonly countings: ReadonlySet<string>;
  /** "marathon": a distance by name, in metres. */
  readonly namedDistances: ReadonlyMap<string, number>;
  /** Names of lifts that over a distance or a time are something else: "row". */
  readonly onGround: ReadonlyMap<string, string>;
  /** "did", "went for a", "log": before the name of what was done. */
  readonly leads: Phrases<null>;
  /** Of the leads, those that say it is done, even without amounts. */
  readonly doneWords: ReadonlySet<string>;
  readonly leadIns: ReadonlySet<string>;
  readonly joins: { readonly next: Phrases<null>; readonly by: ReadonlySet<string> };
  /** Prepositions that lead to a figure ("at 80", "for 5", "in 26:40", "of 8", "with 20 kg"). */
  readonly ats: ReadonlySet<string>;
  readonly fors: ReadonlySet<string>;
  readonly ins: ReadonlySet<string>;
  /** Opens a remark after what was done. */
  readonly remarks: ReadonlySet<string>;
  /** Words that say nothing wherever they stand between sets. */
  readonly asides: Phrases<null>;
  /** What workouts are called: "push day", "upper body". */
  readonly titles: ReadonlySet<string>;
  /** "chest and tris" is a title of two of these. */
  readonly muscles: ReadonlySet<string>;
  readonly titleEnds: ReadonlySet<string>;
  /** Words that make a text something else than the writer's own workout. */
  readonly refusals: Phrases<null>;
  /** "i bench 100" tells what one can do, not what one did. */
  readonly presentVerbs: ReadonlySet<string>;
  /** Words of measures of the body and the day: with a bare number they are not an exercise. */
  readonly measures: ReadonlySet<string>;
  /** Spoken forms and short ones as the catalogue writes them: "benched", "hs". */
  readonly spoken: ReadonlyMap<string, string>;
  /** "mate", "dog": beside people, who may have done it instead. */
  readonly companions: ReadonlySet<string>;
  /** "ran", "did": what they did. */
  readonly pasts: ReadonlySet<string>;
  /** "5/3/1": names of programmes, which count nothing before a colon. */
  readonly schemes: Phrases<null>;
  /** The exercise that distances are run of, again and again: "8x400m". */
  readonly intervals: string;
  /** That something was done on a treadmill. */
  readonly treadmills: RegExp;
  /** "pr", "pb": said of the weight, behind the name. */
  readonly bests: ReadonlySet<string>;
  /** Words between those of a name: "squats on the smith machine". */
  readonly smallWords: ReadonlySet<string>;
  /** "incline db": what is used for a press that is not named, and how that is called. */
  readonly pressedWith: ReadonlySet<string>;
  readonly press: string;
  /** After a rest: "2 min between sets". */
  readonly restTails: Phrases<null>;
  /** What is not trained, however often: "woke up 3 times". */
  readonly idle: ReadonlySet<string>;
  /** Marks that are words of a name where a word follows: "drop jumps". */
  readonly shyMarks: ReadonlySet<string>;
  /** Cardio that is counted in reps. */
  readonly counted: ReadonlySet<string>;
  /** Exercises that are held, and counted in seconds. */
  readonly holds: ReadonlySet<string>;
  /** Exercises that cover ground, although they are done with weights. */
  readonly carries: ReadonlySet<string>;
  /** Classes and games among what is otherwise counted in reps. */
  readonly classes: ReadonlySet<string>;
  /** Where added weight is ordinary although body weight is the load. */
  readonly weightable: ReadonlySet<string>;
  /** Words of movements: an unknown name that has one is an exercise. */
  readonly movements: ReadonlySet<string>;
  readonly loads: readonly OrdinaryLoad[];
}
