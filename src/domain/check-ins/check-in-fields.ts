import type { CheckIn, CheckInQuestion } from './check-in.ts';
import type { CheckInFacts } from './check-in-facts.ts';

export type AnswerValue = number | string | boolean;

/** What is asked: by everybody's check-in, or by a coach's own form. */
export interface CheckInField {
  /** `weight`, `feeling`, `notes`, `photo-front` …, or a coach's question's own, which begins with `q-`. */
  readonly key: string;
  readonly kind: 'weight' | 'feeling' | CheckInQuestion['kind'];
  /** A coach's words; null for what every check-in asks. */
  readonly label: string | null;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
  /** In kg for a weight. Undefined: not answered yet; null: passed over. */
  readonly value: AnswerValue | null | undefined;
  /** Of a photo. */
  readonly mediaId: number | null;
}

export const poses = ['front', 'side', 'back'] as const;
export type CheckInPose = (typeof poses)[number];

const fixed = { label: null, choices: [], isRequired: false, mediaId: null };

/** What a check-in asks, in order: only what the data of the week cannot tell. */
export function fieldsOf(
  checkIn: CheckIn | null,
  facts: CheckInFacts,
  questions: readonly CheckInQuestion[],
): CheckInField[] {
  const row = checkIn?.row;
  const own = questions.map((question) => questionField(question, checkIn));
  const isWeightKnown = facts.isGentle || facts.isWeighed;
  return [
    ...(isWeightKnown ? [] : [{ ...fixed, key: 'weight', kind: 'weight' as const, value: row?.weightKg ?? undefined }]),
    { ...fixed, key: 'feeling', kind: 'feeling', isRequired: true, value: row?.feeling ?? undefined },
    ...own.filter(({ kind }) => kind !== 'photo'),
    { ...fixed, key: 'notes', kind: 'text', value: row?.notes ?? undefined },
    ...[...own.filter(({ kind }) => kind === 'photo'), ...poses.map((pose) => poseField(pose, row))].filter(
      ({ mediaId }) => facts.asksPhotos || mediaId !== null,
    ),
  ];
}

function poseField(pose: CheckInPose, row: CheckIn['row'] | undefined): CheckInField {
  const mediaId = (row && { front: row.photoFrontId, side: row.photoSideId, back: row.photoBackId }[pose]) ?? null;
  return { ...fixed, key: `photo-${pose}`, kind: 'photo', mediaId, value: mediaId === null ? undefined : true };
}

function questionField(question: CheckInQuestion, checkIn: CheckIn | null): CheckInField {
  const answer = checkIn?.answers.find(({ questionKey }) => questionKey === question.key);
  const { key, kind, label, choices = [], isRequired } = question;
  const mediaId = answer?.mediaId ?? null;
  const value = mediaId === null ? answer?.value : true;
  return { key, kind, label, choices, isRequired, mediaId, value };
}

/** Whether there is nothing left to ask about it. */
export const isAnswered = ({ value }: CheckInField): boolean => value !== undefined;

/** Whether a value is one that this field can have. */
export function isFitting({ kind, choices }: Pick<CheckInField, 'kind' | 'choices'>, value: AnswerValue): boolean {
  switch (kind) {
    case 'weight':
      return typeof value === 'number' && value >= 20 && value <= 500;
    case 'feeling':
      return isWhole(value, 1, 5);
    case 'scale':
      return isWhole(value, 1, 10);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e6;
    case 'choice':
      return typeof value === 'string' && choices.includes(value);
    case 'yes_no':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= longestText;
    case 'photo':
      return false;
  }
}

export const longestText = 1500;

const isWhole = (value: AnswerValue, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
