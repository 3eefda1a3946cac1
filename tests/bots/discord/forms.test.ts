import { afterEach, expect, it } from 'vitest';
import type { OutgoingReply } from '../../../src/bots/reply.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

let open: OpenDiscord;
afterEach(() => open.close());

const field = { hint: null, choices: [], value: null, isRequired: false };
const card: OutgoingReply = { text: 'Check-in', buttons: [[{ label: 'Begin', id: '7.0' }]] };
const withForm: OutgoingReply = {
  ...card,
  form: {
    id: '8.form',
    title: 'Check-in, week of 2 March',
    fields: [
      {
        ...field,
        key: 'feeling',
        label: 'How did it feel?',
        kind: 'choice',
        choices: ['1 – rough', '5 – great'],
        value: '5 – great',
      },
      {
        ...field,
        key: 'notes',
        label: 'A question that is far longer than what fits upon a label there',
        kind: 'paragraph',
      },
    ],
  },
};
let nonce = 0;
const options = (respondTo: unknown) => ({ nonce: `f${++nonce}`, respondTo, isEphemeral: false });

/** A bot with a card in a private chat, and a press of its button. */
async function pressed(deferAfterMs: number) {
  open = await openDiscord({ deferAfterMs });
  await open.start();
  const anna = open.discord.person('Anna');
  const sent = await open.adapter.send({ id: anna.channel.id, accountId: anna.user.id }, card, options(null));
  const press = anna.presses('Begin');
  const { respondTo } = await open.next('press');
  return { ...open, anna, sent, press, respondTo };
}

it('opens a form over the chat, and leaves the card as it is', async () => {
  const { adapter, discord, anna, sent, press, respondTo } = await pressed(60_000);
  await adapter.edit(sent, { ...withForm, text: 'something else' }, options(respondTo));
  expect(press.responses).toEqual([9]);
  expect(press.modal).toMatchObject({
    custom_id: '8.form',
    components: [
      { label: 'How did it feel?', component: { type: 3, options: [{ default: false }, { default: true }] } },
      { description: 'A question that is far longer than what fits upon a label there', component: { type: 4 } },
    ],
  });
  expect(discord.ours(anna.channel).map(({ content }) => content)).toEqual(['Check-in']);
});

it('hands over what was filled in, and answers it on the card', async () => {
  const { adapter, discord, anna, sent, press, respondTo, next } = await pressed(60_000);
  await adapter.edit(sent, withForm, options(respondTo));
  const handedIn = anna.submits(press, { feeling: '1 – rough', notes: 'tired' });
  const message = await next('submit');
  expect(message).toMatchObject({ formId: '8.form', messageId: sent.messageId, isPrivate: true });
  expect(message.fields).toEqual({ feeling: '1 – rough', notes: 'tired' });
  await adapter.edit(sent, { text: 'Kept.', buttons: [] }, options(message.respondTo));
  expect(handedIn.responses).toEqual([7]);
  expect(discord.ours(anna.channel).map(({ content }) => content)).toEqual(['Kept.']);
});

it('shows the card again where it is too late for a form', async () => {
  const { adapter, discord, anna, sent, press, respondTo } = await pressed(20);
  await discord.until('it is deferred', () => press.original);
  await adapter.edit(sent, { ...withForm, text: 'Check-in, once more' }, options(respondTo));
  expect(press.modal).toBeNull();
  expect(discord.ours(anna.channel).map(({ content }) => content)).toEqual(['Check-in, once more']);
});
