import type { Action, Button } from '../reply.ts';
import type { TemplateInput } from './template-input.ts';

/** What the command takes, of one kind. */
export type Of<Kind extends TemplateInput['kind']> = Extract<TemplateInput, { kind: Kind }>;

/** An action of the command `template`. */
export const action = (input: TemplateInput): Action => ({ command: 'template', input });

/** Changes nothing. */
export const leave: Button = { label: 'Leave it', action: action({ kind: 'leave' }) };
