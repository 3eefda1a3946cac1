import type { FoundValue } from './found-value.ts';
import { type Line, type Span, wordAt } from './line.ts';
import type { LoggedThing } from './recognise-logged-thing.ts';
import type { NewValue, ValueView } from './recognise-new-value.ts';

/** One thing to be changed, before it is known what was logged. */
export interface CorrectionDraft {
  /** Null: the last entry, or what alone fits. */
  readonly target: LoggedThing | null;
  /** Null: it is to be removed. */
  readonly value: NewValue | null;
  /** The new figure, where the target is a metric. */
  readonly figure?: FoundValue;
  /** What it was not: "220 not 150". */
  readonly was?: NewValue | null;
  /** Which set of an exercise, -1 for the last. */
  readonly set?: number;
  /** Whether it may as well be something new: "weight was 82.5". */
  readonly isOpen?: boolean;
}

export interface FoundCorrection extends Span {
  readonly drafts: readonly CorrectionDraft[];
}

export interface CorrectionView extends ValueView {
  /** Whether it was said that something was wrong. */
  readonly isFirm: boolean;
  /** Whether it replies to what was logged. */
  readonly isReply: boolean;
}

/** One way in which corrections are said: what it finds at a token, or null. */
export type Form = (line: Line, at: number, view: CorrectionView) => FoundCorrection | null;

/** A form's finding of one thing to be changed. */
export const drafted = (one: CorrectionDraft, end: number): FoundCorrection => ({ drafts: [one], end });

/** A mark that may stand between what it was not and what it was. */
export const isPause = (line: Line, at: number): boolean => /^[,;.:-]$/.test(wordAt(line, at));
