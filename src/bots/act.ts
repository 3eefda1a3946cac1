import { lastWriter } from '../domain/messages/last-writer.ts';
import { withCare } from './care.ts';
import { firstName } from './client-actions.ts';
import type { Answer, CommandContext } from './command.ts';
import type { Interpretation } from './interpret.ts';
import { isDistressed } from './language/is-distressed.ts';
import { nameAhead } from './language/read-coaching.ts';
import { scan } from './language/scan.ts';
import { english } from './language/vocabulary/en/index.ts';
import type { Button } from './reply.ts';
import { code, lines } from './text.ts';

/** Does what words were understood to mean; whoever was not understood is told how to write it. */
export async function act(ctx: CommandContext, understood: Interpretation | null): Promise<Answer> {
  const isHurt = ctx.message.kind === 'text' && isDistressed(ctx.message.text);
  if (!understood && isHurt) return withCare(ctx, null);
  if (!understood) return { ...(isQuestion(ctx) ? cannotAnswer : notUnderstood), buttons: await passOnRow(ctx) };
  const { command, reading } = understood;
  if ('problem' in reading) return isHurt ? withCare(ctx, null) : { text: reading.problem };
  const answer = 'question' in reading ? reading : await command.run(ctx, reading.input);
  return isHurt ? withCare(ctx, answer) : answer;
}

/** So long a coach may still mean the client who wrote to them last. */
const talkHours = 24;

/** What is nothing to record may be meant for one's coach, or for the client who wrote just now: it goes there by one press. */
async function passOnRow(ctx: CommandContext): Promise<Button[][]> {
  const { message, given, now } = ctx;
  if (message.kind !== 'text' || message.text.trim() === '') return [];
  const send = (label: string, to: object): Button[][] => [
    [{ label, action: { command: 'msg', input: { to: null, body: message.text, ...to } } }],
  ];
  if (given.hasCoach) return send('Send it to my coach', {});
  // "sam: great work" names whom it is meant for.
  const named = nameAhead(message.text, given.clients ?? []);
  if (named?.isMarked && named.rest !== '')
    return send(`Send it to ${firstName(named.name)}`, { to: named.name, body: named.rest });
  const client = given.role === 'client' ? null : await lastWriter(ctx, now.subtract({ hours: talkHours }));
  return client ? send(`Send it to ${firstName(client.name)}`, { toId: client.id }) : [];
}

/** Whether somebody asks us something, and reports nothing: "what a day" is no question. */
function isQuestion({ message }: CommandContext): boolean {
  const tokens = 'text' in message ? scan(message.text).filter(({ kind }) => kind !== 'picture') : [];
  const [first, second] = tokens;
  if (tokens.at(-1)?.word === '?') return true;
  return english.asks.openings.has(first?.word ?? '') && !english.articles.has(second?.word ?? '');
}

const cannotAnswer: Answer = {
  text: lines('That I cannot answer. I know what you log, so ask me about that:', [
    code('today'),
    ', ',
    code('what’s left'),
    ', ',
    code('avg protein last 4 weeks'),
    ' or ',
    code('heaviest squat this year'),
    '. There is more under ',
    code('help'),
    '.',
  ]),
};

const notUnderstood: Answer = {
  text: lines('I did not find anything to record in that, so I kept nothing.', [
    'Write it like ',
    code('ate 200g rice lunch'),
    ', ',
    code('bench 3x8 80'),
    ' or ',
    code('weight 82.4'),
    ', or ask for ',
    code('help'),
    '.',
  ]),
};
