import { z } from 'zod';
import { takenAwayLast } from '../../domain/conversation/taken-away-last.ts';
import { redoAction, type TurnedAction, undoAction } from '../../domain/conversation/undo-action.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, Command, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { cardInPlace, entryCard } from '../entry-card.ts';
import { capital, dayName, kcal } from '../format.ts';
import { tellTurned } from '../tell-turned.ts';
import { lines, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';

/** The action meant; null for the newest. */
const input = z.object({
  actionId: z.number().nullable(),
  /** "bring it back": what was just removed or undone, whichever it was. */
  isBack: z.boolean().optional(),
});

const broughtBack =
  /^(?:(?:oops|no|wait|sorry|actually|ok|please)[,.!]* )*(?:(?:bring|put|get) (?:it|that|them) back|keep (?:it|that|them))(?: please| pls| again| actually)*[.!]*$/i;

function turning(name: 'undo' | 'redo', summary: string, phrases: RegExp, cues: RegExp, said: string): Command {
  return defineCommand<z.infer<typeof input>>({
    name,
    summary,
    examples: [name],
    effect: 'act',
    options: z.object({}),
    input,
    cues,
    parse(text) {
      if (phrases.test(text.trim())) return { input: { actionId: null } };
      return name === 'redo' && broughtBack.test(text.trim()) ? { input: { actionId: null, isBack: true } } : null;
    },
    async run(ctx, { actionId, isBack }) {
      const last = isBack ? await takenAwayLast(ctx) : null;
      if (isBack && !last) return { text: 'Nothing was taken away just now that I could bring back.' };
      const which = last?.actionId ?? actionId;
      const isUndo = last ? !last.isUndone : name === 'undo';
      const turned = await (isUndo ? undoAction : redoAction)(ctx, {
        actionId: which,
        sourceMessageId: which === null ? ctx.repliesToId : null,
      });
      const { inboundMessageId } = turned;
      const notifies = await tellTurned(ctx, turned, isUndo);
      const card = await standing(ctx, turned);
      const head = `${said}: ${summaryFor(ctx, turned).replace(last ? /^your removal of / : /(?!)/, '')}.`;
      const sums = dayLines(ctx, turned);
      const back = [
        isUndo
          ? { label: 'Redo', action: { command: 'redo', input: { actionId: turned.actionId } } }
          : undoButton(turned.actionId),
      ];
      const whole = {
        text: lines(head, ...(card ? [card.text] : sums)),
        buttons: [back, ...(card?.buttons ?? []).slice(1)],
      };
      const { replaces } = inboundMessageId === null || !mayChange(ctx) ? {} : await cardInPlace(ctx, inboundMessageId);
      // Where its card is another one than the pressed one, that shows how it is now, and here it is only said.
      if (replaces !== undefined && replaces !== ctx.pressedId)
        return {
          text: lines(head, ...sums),
          buttons: [back],
          notifies,
          changes: { ...whole, deliveryId: replaces, sourceMessageId: inboundMessageId },
        };
      // Replying to a card that shows an entry means that entry.
      return { ...(card ? { sourceMessageId: inboundMessageId } : {}), ...whole, notifies };
    },
    toContract: () => [{ do: name }],
  });
}

/** What was done in a few words; where its figures are kept back, what it was about. */
const summaryFor = ({ user }: CommandContext, { summary }: TurnedAction): string =>
  user.isGentle ? summary.replace(/^(target|milestone)\b.*$/s, 'your $1') : summary;

/** What a terminal printed stays as it was; there all is said anew. */
const mayChange = ({ message }: CommandContext): boolean => message.platform !== 'terminal';

/** What the message records now; null where that is nothing. */
async function standing(ctx: CommandContext, turned: TurnedAction): Promise<Answer | null> {
  const { inboundMessageId, actionId, days, isOfMeals } = turned;
  const changed = isOfMeals ? days.map(({ day }) => day) : [];
  return inboundMessageId === null ? null : entryCard(ctx, inboundMessageId, actionId, changed);
}

function dayLines(ctx: CommandContext, { days, isOfMeals }: TurnedAction): Text[] {
  if (!isOfMeals || ctx.user.isGentle) return [];
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  return days.map(({ day, totals }) => `${capital(dayName(day, today))} now: ${kcal(totals.energyKcal)}`);
}

export const undo = turning(
  'undo',
  'Take back the last thing recorded',
  /^\/?(?:(?:oops|no|wait|sorry)[,.!]? )*(?:undo(?: (?:that|it|this|last|the last(?: one| thing| entry)?))?|take (?:that|it) back|(?:scratch|cancel|revert) (?:that|it|this|the last(?: one| thing| entry)?)|strike that)(?: please| pls)?[.!]*$/i,
  /^(?:undo|take|scratch|cancel|revert|strike)$/,
  'Undone',
);

export const redo = turning(
  'redo',
  'Bring back what was undone last',
  /^\/?redo(?: (?:that|it|this|last|the last(?: one| thing| entry)?))?(?: please| pls)?[.!]*$/i,
  /^(?:redo|back|keep)$/,
  'Back again',
);
