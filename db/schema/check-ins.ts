import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt } from './columns.ts';
import { media } from './media.ts';
import { users } from './people.ts';

export const questionKind = pgEnum('question_kind', ['number', 'scale', 'choice', 'text', 'yes_no', 'photo']);
export const checkInState = pgEnum('check_in_state', ['open', 'submitted', 'reviewed']);

/** A question of a coach's own. `key` stays when it is reworded, so that answers can be compared over weeks. */
export interface CheckInQuestion {
  key: string;
  kind: (typeof questionKind.enumValues)[number];
  label: string;
  choices?: string[];
  isRequired: boolean;
}

/** What a coach asks every week beside the fixed questions. */
export const checkInForms = pgTable(
  'check_in_forms',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    questions: jsonb().$type<CheckInQuestion[]>().notNull(),
    isActive: boolean().notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('check_in_forms_name').on(t.coachId, sql`lower(${t.name})`)],
);

/** A client's week. Filled in step by step, so it may be open for a while; one a week. */
export const checkIns = pgTable(
  'check_ins',
  {
    id: id(),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Whom it was for. */
    coachId: ref().references(() => users.id, { onDelete: 'set null' }),
    formId: ref().references(() => checkInForms.id, { onDelete: 'set null' }),
    /** A Monday. */
    weekOf: day().notNull(),
    state: checkInState().notNull().default('open'),
    weightKg: decimal(),
    feeling: integer(),
    notes: text(),
    photoFrontId: ref().references(() => media.id, { onDelete: 'set null' }),
    photoSideId: ref().references(() => media.id, { onDelete: 'set null' }),
    photoBackId: ref().references(() => media.id, { onDelete: 'set null' }),
    submittedAt: instant(),
    coachReply: text(),
    reviewedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('check_ins_week').on(t.clientId, t.weekOf),
    unique('check_ins_owner').on(t.id, t.clientId),
    index('check_ins_coach').on(t.coachId, t.state),
    index('check_ins_form').on(t.formId),
    index('check_ins_photo_front').on(t.photoFrontId),
    index('check_ins_photo_side').on(t.photoSideId),
    index('check_ins_photo_back').on(t.photoBackId),
    check('check_ins_week_is_monday', sql`extract(isodow from ${t.weekOf}) = 1`),
    check('check_ins_feeling_range', sql`${t.feeling} between 1 and 5`),
    check('check_ins_weight_range', sql`${t.weightKg} between 20 and 500`),
  ],
);

/** The answer to a coach's own question, with the question as it was then. */
export const checkInAnswers = pgTable(
  'check_in_answers',
  {
    id: id(),
    checkInId: ref().notNull(),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    questionKey: text().notNull(),
    kind: questionKind().notNull(),
    label: text().notNull(),
    value: jsonb().$type<number | string | boolean | null>(),
    mediaId: ref().references(() => media.id, { onDelete: 'set null' }),
    orderIndex: integer().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'check_in_answers_check_in_fk',
      columns: [t.checkInId, t.clientId],
      foreignColumns: [checkIns.id, checkIns.clientId],
    }).onDelete('cascade'),
    unique('check_in_answers_question').on(t.checkInId, t.questionKey),
    index('check_in_answers_client').on(t.clientId),
    index('check_in_answers_media').on(t.mediaId),
  ],
);
