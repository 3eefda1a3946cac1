import { made, moved, scaled, swapped } from './change-forms.ts';
import type { Form } from './correction-draft.ts';
import { removed, without } from './removal-forms.ts';
import { bare, notFirst, rather, was } from './statement-forms.ts';

/** In the order they are tried: those with verbs of their own first, those that need a sign of a mistake last. */
const forms: readonly Form[] = [scaled, removed, swapped, made, moved, was, notFirst, without, rather, bare];

/** What one clause corrects: the first form that fits. */
export const recogniseCorrection: Form = (line, at, view) => {
  for (const form of forms) {
    const found = form(line, at, view);
    if (found) return found;
  }
  return null;
};
