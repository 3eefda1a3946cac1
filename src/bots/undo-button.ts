import type { Answer } from './command.ts';
import type { Button } from './reply.ts';

/** Takes an action back. */
export const undoButton = (actionId: number): Button => ({
  label: 'Undo',
  action: { command: 'undo', input: { actionId } },
});

/** The same below whatever else can be done. */
export const withUndo = (answer: Answer, actionId: number): Answer => ({
  ...answer,
  buttons: [...(answer.buttons ?? []), [undoButton(actionId)]],
});
