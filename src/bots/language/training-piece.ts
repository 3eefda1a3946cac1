import type { Figure } from './figure.ts';
import type { TrainingMark } from './vocabulary/training-vocabulary.ts';

export type Break = 'comma' | 'line' | 'semi' | 'stop' | 'then' | 'plus' | 'and' | 'colon';

/** What joins two figures: "3x8", "5@100", "140/5", "8-8-6", "3 sets of 8", "100 for 5", "60 in 6:40", "80 -> 60". */
export type Joint = 'x' | '@' | 'at' | '/' | '-' | 'of' | 'for' | 'in' | 'drop';

export type TrainingPiece =
  | { readonly kind: 'word'; readonly at: number; readonly end: number; readonly isAside: boolean }
  | { readonly kind: 'figure'; readonly at: number; readonly figure: Figure }
  | { readonly kind: 'joint'; readonly how: Joint; readonly isTight: boolean }
  | { readonly kind: 'break'; readonly how: Break; readonly at: number; readonly isTight: boolean }
  | {
      readonly kind: 'effort';
      readonly rpes: readonly number[];
      readonly rir: number | null;
      readonly restS: number | null;
    }
  | { readonly kind: 'mark'; readonly mark: TrainingMark; readonly at: number; readonly end: number }
  /** "A1": the first exercise of the superset A, here 0. */
  | { readonly kind: 'label'; readonly group: number }
  /** "last set was 6": the reps of the last of the sets before. */
  | { readonly kind: 'last'; readonly reps: number }
  | { readonly kind: 'note'; readonly text: string };
