import { readdirSync, readFileSync } from 'node:fs';
import type { Update } from 'telegraf/types';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { messageSchema } from '../../../src/bots/message.ts';
import { toMessage } from '../../../src/bots/telegram/to-message.ts';

const folder = new URL('../../fixtures/telegram/', import.meta.url);
const read = (name: string): Update => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const now = Temporal.Instant.from('2026-01-01T12:00:00Z');
const me = { id: 123456789, username: 'spotter_bot', commands: new Set(['today', 'undo']) };
const understood = (name: string) => toMessage(read(name), me, now);

const privately = { chatId: '5550001', isPrivate: true, respondTo: null };
const inGroup = {
  chatId: '-1001234567890',
  isPrivate: false,
  respondTo: { chatId: '-1001234567890', messageId: 41, threadId: null },
};

describe('an update of Telegram', () => {
  it('becomes a whole Message', () => {
    expect(understood('text')).toEqual({
      kind: 'text',
      platform: 'telegram',
      eventKey: 'update:870001',
      ...privately,
      sender: { id: '5550001', name: 'Ada Lovelace', locale: 'en' },
      sentAt: '2026-01-01T10:00:00Z',
      timeZone: null,
      messageId: '41',
      text: 'ate 200g rice lunch',
      media: [],
      replyToId: null,
    });
  });

  it.each([
    ['edit', { kind: 'edit', messageId: '41', text: 'ate 250g rice lunch', sentAt: '2026-01-01T10:01:00Z' }],
    ['start-payload', { kind: 'text', text: '/start invite_Zm9v', ...privately }],
    ['reply', { text: 'no, 300g', replyToId: '40' }],
    [
      'photo',
      {
        text: 'lunch, about 600 kcal',
        media: [{ kind: 'photo', handle: 'AgACAgIAAxkBAAIBlarge', fileName: null }],
      },
    ],
    ['voice', { text: '', media: [{ kind: 'voice', handle: 'AwACAgIAAxkBAAIBvoice', fileName: null }] }],
    ['document', { text: '', media: [{ kind: 'file', handle: 'BQACAgIAAxkBAAIBdoc', fileName: 'strong.csv' }] }],
    ['animation', { media: [{ kind: 'other', handle: 'CgACAgIAAxkBAAIBgif', fileName: null }] }],
    ['sticker', { media: [{ kind: 'other', handle: 'CAACAgIAAxkBAAIBsticker', fileName: null }] }],
    ['group-command-ours', { kind: 'text', text: '/today please', ...inGroup }],
    ['group-command-bare', { text: '/today', ...inGroup }],
    ['group-mention', { text: '👋 hey ate 200g rice', ...inGroup }],
    ['group-mention-only', { text: '', ...inGroup }],
    ['group-text-mention', { text: 'ate 200g rice', ...inGroup }],
    [
      'group-caption-mention',
      { text: 'lunch', media: [{ kind: 'photo', handle: 'AgACgroup', fileName: null }], ...inGroup },
    ],
    ['group-reply', { text: 'no, 300g', replyToId: '40', ...inGroup }],
    [
      'forum-topic',
      { text: '/today', replyToId: null, respondTo: { chatId: '-1001234567890', messageId: 41, threadId: 9 } },
    ],
    [
      'press',
      {
        kind: 'press',
        messageId: '40',
        buttonId: '0198c0de-7a11-7000-8000-000000000001.0',
        sentAt: '2026-01-01T12:00:00Z',
        ...privately,
      },
    ],
    ['press-inaccessible', { kind: 'press', messageId: '12', buttonId: 'old.0', ...privately }],
  ])('is understood: %s', (name, expected) => {
    const message = understood(name);
    expect(message).toMatchObject(expected);
    expect(messageSchema.parse(message)).toEqual(message);
  });

  it.each([
    'group-command-other',
    'group-command-unknown',
    'group-chatter',
    'members-joined',
    'location',
    'bot-message',
    'anonymous-admin',
    'channel-forward',
    'blocked',
    'press-inline',
  ])('says nothing to us: %s', (name) => {
    expect(understood(name)).toBeNull();
  });

  it('has a key of its own', () => {
    const names = readdirSync(folder).map((file) => file.replace('.json', ''));
    const keys = names.flatMap((name) => understood(name)?.eventKey ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(15);
  });
});
