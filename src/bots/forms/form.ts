import type { Action } from '../reply.ts';

/** One thing a form asks. What is typed or chosen comes back as text under its key. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  /** What helps to answer it. */
  readonly hint: string | null;
  readonly kind: 'line' | 'paragraph' | 'choice';
  /** Of a choice; at most 25. */
  readonly choices: readonly string[];
  /** What stands in it already. */
  readonly value: string | null;
  readonly isRequired: boolean;
}

/** A form that opens over the chat where the platform has such: at most `mostFields` fields. */
export interface Form {
  readonly title: string;
  readonly fields: readonly FormField[];
  /** What handing it in does: its input is given `fields` as well, by their keys. */
  readonly action: Action;
}

/** A form on its way: it has got the id by which it is found again. */
export type OutgoingForm = Omit<Form, 'action'> & { readonly id: string };

/** As many as every platform that has forms can show. */
export const mostFields = 5;
