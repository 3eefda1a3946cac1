import type { Choice } from '../command.ts';
import type { DietInput } from '../diet-input.ts';

/** What the command takes, of one kind. */
export type Of<Kind extends DietInput['kind']> = Extract<DietInput, { kind: Kind }>;

/** A choice that does something with diets. */
export const act = (label: string, input: DietInput): Choice => ({ label, action: { command: 'diet', input } });

/** Changes nothing. */
export const leave = (label: string): Choice => act(label, { kind: 'leave' });
