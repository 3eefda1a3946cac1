import { latestReplies } from '../../domain/conversation/latest-replies.ts';
import { named } from '../../domain/routines/find-routines.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Reply } from '../reply.ts';
import { quoted } from '../text.ts';
import { action, leave, type Of } from './template-actions.ts';
import { templateInput } from './template-input.ts';

/** How many of the last answers a preview may be among. */
const mostBack = 20;

/** Where a template of that name was shown a moment ago and not saved: that, and how to save it. Null where there is none. */
export async function unsaved(ctx: CommandContext, { name, to }: Of<'assign'>): Promise<Answer | null> {
  const shown = (await latestReplies(ctx, mostBack)).flatMap((reply) => savedBy(reply as Reply));
  const [one] = named(shown, name, (content) => content.name);
  if (!one) return null;
  return {
    text: `${quoted(one.name, 60)} is not saved yet, so I cannot give it. Save it first?`,
    buttons: [[{ label: 'Save', action: action({ ...one, forWhom: one.forWhom ?? to[0] }) }, leave]],
  };
}

/** What the Save buttons of a preview would keep. */
const savedBy = ({ buttons = [] }: Reply): Of<'save'>[] =>
  buttons.flat().flatMap(({ action: pressed }) => {
    const read = pressed?.command === 'template' ? templateInput.safeParse(pressed.input) : null;
    return read?.data?.kind === 'save' ? [read.data] : [];
  });
