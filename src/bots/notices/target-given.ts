import { bold, code, lines, quoted } from '../text.ts';
import { healthLine } from './diet.ts';
import type { Notice } from './notice.ts';

/** Tells a client of the target that their coach has set for their days; `figures` null: they are shown none. */
export const targetGivenNotice = (given: {
  readonly actionId: number;
  readonly coachId: number;
  readonly coachName: string;
  readonly figures: string | null;
  /** Whether they were never asked what speaks against eating less, and this asks for that. */
  readonly asksHealth: boolean;
}): Notice => ({
  ...{ key: `target-${given.actionId}`, type: 'info', title: 'Your daily target', aboutUserId: given.coachId },
  text: lines(
    given.figures === null
      ? [bold(quoted(given.coachName, 60)), ' has set your daily target anew. I keep it without showing figures.']
      : [bold(quoted(given.coachName, 60)), ` has set your daily target: ${given.figures}, from today on.`],
    given.asksHealth ? healthLine : null,
    given.figures === null
      ? null
      : ['See it with ', code('my target'), ', or set another like ', code('target 2000 kcal'), '.'],
  ),
});
