import { z } from 'zod';
import { clientOf, type KnownClient } from '../../domain/coaching/clients.ts';
import {
  addCoachNote,
  type CoachNote,
  changeCoachNote,
  findCoachNote,
  listCoachNotes,
  removeCoachNote,
} from '../../domain/coaching/coach-notes.ts';
import { findClients } from '../../domain/coaching/find-clients.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { todayOf } from '../ask-card.ts';
import { firstName, openButton } from '../client-actions.ts';
import type { Answer, CommandContext, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { dayName } from '../format.ts';
import { readCoaching } from '../language/read-coaching.ts';
import type { Button } from '../reply.ts';
import { bold, code, italic, lines, quoted, type Text } from '../text.ts';
import { noCoach, whichClient } from '../which-client.ts';

const id = z.number();
const input = z.discriminatedUnion('do', [
  /** As it was written: a name, and what is to be noted or done. */
  z.object({ do: z.literal('said'), words: z.string() }),
  z.object({ do: z.literal('add'), clientId: id, text: z.string(), isPinned: z.boolean().optional() }),
  z.object({ do: z.literal('list'), clientId: id }),
  z.object({ do: z.literal('pin'), id, isPinned: z.boolean() }),
  z.object({ do: z.literal('edit'), id, text: z.string() }),
  z.object({ do: z.literal('remove'), id }),
]);
type Input = z.infer<typeof input>;

/** A message has five rows, and the last is for going back. */
const mostShown = 4;

export const note = defineCommand<Input>({
  name: 'note',
  summary: 'Private notes about a client, who never sees them (for coaches)',
  examples: ['/note anna knee pain on squats', 'notes on anna'],
  effect: 'act',
  isForCoaches: true,
  isOfClients: true,
  options: z.object({
    name: z.string().max(80).describe('Which client'),
    text: z.string().max(2000).optional().describe('What to note; leave it out to read the notes'),
  }),
  input,
  parse(text, { clients }): Reading<Input> {
    const [, slash, words = ''] = /^(\/notes?\b)\s*(.*)$/isu.exec(text) ?? [];
    if (slash && !clients) return { problem: noCoach };
    if (slash) return words.trim() === '' ? { problem: how } : { input: { do: 'said', words: words.trim() } };
    const read = clients ? readCoaching(text, clients) : null;
    if (read?.about === 'notes') return { input: { do: 'said', words: read.who } };
    return read?.about === 'note' ? { input: { do: 'said', words: `${read.who}: ${read.text}` } } : null;
  },
  run(ctx, wanted) {
    switch (wanted.do) {
      case 'said':
        return said(ctx, wanted.words);
      case 'add':
        return add(ctx, wanted.clientId, wanted.text, wanted.isPinned ?? false);
      case 'list':
        return list(ctx, wanted.clientId);
      case 'pin':
        return pin(ctx, wanted.id, wanted.isPinned);
      case 'edit':
        return edit(ctx, wanted.id, wanted.text);
      case 'remove':
        return remove(ctx, wanted.id);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'note', input: value }],
});

const how: Text = [
  'Write it like ',
  code('/note anna knee pain on squats'),
  ', or ',
  code('/note anna'),
  ' to read them.',
];
const action = (value: Input) => ({ command: 'note', input: value });
const longestName = 4;

/** "anna knee pain on squats", "anna", "anna delete 2": the longest beginning that is a client's name is whom it is about. */
async function said(ctx: CommandContext, words: string): Promise<Answer> {
  const parts = [...words.matchAll(/\S+/g)];
  for (let count = Math.min(longestName, parts.length); count > 0; count--) {
    const last = parts[count - 1];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const name = words
      .slice(0, end)
      .replace(/[:,]$/, '')
      .replace(/['’]s$/, '')
      .replace(/\s+/g, ' ');
    if ((await findClients(ctx, name)).length === 0) continue;
    const rest = words.slice(end).trim();
    const found = await whichClient(ctx, name, ({ user }) =>
      action(rest === '' ? { do: 'list', clientId: user.id } : { do: 'add', clientId: user.id, text: rest }),
    );
    if ('answer' in found) return found.answer;
    return rest === '' ? list(ctx, found.client.user.id) : about(ctx, found.client, rest);
  }
  const found = await whichClient(ctx, parts[0]?.[0] ?? '', ({ user }) => action({ do: 'list', clientId: user.id }));
  return 'answer' in found ? found.answer : list(ctx, found.client.user.id);
}

/** A note, or what to do with the one of that number. */
async function about(ctx: CommandContext, { user }: KnownClient, rest: string): Promise<Answer> {
  const [, verb = '', number = '', text = ''] =
    /^(pin|unpin|edit|change|delete|remove)(?: note)? (\d{1,3})(?::?\s+(.+))?$/is.exec(rest) ?? [];
  const isEdit = /^(?:edit|change)$/i.test(verb);
  if (verb === '' || isEdit !== (text !== '')) return add(ctx, user.id, rest, false);
  const chosen = (await numbered(ctx, user.id)).find((one) => one.number === Number(number));
  if (!chosen) throw new DomainError('not-found', `There is no note ${number} about them.`);
  if (isEdit) return edit(ctx, chosen.id, text);
  return /^(?:delete|remove)$/i.test(verb) ? remove(ctx, chosen.id) : pin(ctx, chosen.id, /^pin$/i.test(verb));
}

/** Notes with the number they go by: the oldest is 1. */
async function numbered(ctx: CommandContext, clientId: number): Promise<(CoachNote & { number: number })[]> {
  const notes = await listCoachNotes(ctx, clientId);
  const byAge = notes.map((one) => one.id).sort((a, b) => a - b);
  return notes.map((one) => ({ ...one, number: byAge.indexOf(one.id) + 1 }));
}

async function add(ctx: CommandContext, clientId: number, text: string, isPinned: boolean): Promise<Answer> {
  const known = await mine(ctx, clientId);
  const kept = await addCoachNote(ctx, { clientId, text, isPinned });
  return {
    aboutUserId: clientId,
    text: lines(bold(`Noted about ${quoted(known.name, 60)}, for you alone.`), quoted(kept.text, 500)),
    buttons: [
      [
        isPinned ? unpinButton(kept) : pinButton(kept, 'Pin'),
        { label: 'Delete', action: action({ do: 'remove', id: kept.id }) },
        { label: 'All notes', action: action({ do: 'list', clientId }) },
      ],
    ],
  };
}

async function list(ctx: CommandContext, clientId: number): Promise<Answer> {
  const known = await mine(ctx, clientId);
  const notes = await numbered(ctx, clientId);
  const name = firstName(known.name);
  if (notes.length === 0)
    return {
      text: [
        `No notes about ${quoted(known.name, 60)} yet. Write one like `,
        code(`/note ${name.toLowerCase()} knee pain on squats`),
        '.',
      ],
      buttons: [[openButton(known)]],
    };
  const rows = notes
    .slice(0, mostShown)
    .map((one): Button[] => [
      one.isPinned ? unpinButton(one, `Unpin ${one.number}`) : pinButton(one, `Pin ${one.number}`),
      { label: `Delete ${one.number}`, action: action({ do: 'remove', id: one.id }) },
    ]);
  return {
    aboutUserId: clientId,
    text: lines(
      bold(`Your notes about ${quoted(known.name, 60)}`),
      ...notes.map((one) => noteLine(ctx, one)),
      italic(['They are for you alone. To change one: ', code(`/note ${name.toLowerCase()} edit 1 new words`)]),
    ),
    buttons: [...rows, [openButton(known)]],
  };
}

function noteLine(ctx: CommandContext, { number, text, isPinned, createdAt }: CoachNote & { number: number }): Text {
  const day = localDay(createdAt, zoneOf(ctx.user), ctx.user.dayStartHour);
  return [`${number}. `, isPinned ? bold('Pinned: ') : '', `${quoted(text, 500)} (${dayName(day, todayOf(ctx))})`];
}

const pinButton = (one: CoachNote, label: string): Button => ({
  label,
  action: action({ do: 'pin', id: one.id, isPinned: true }),
});
const unpinButton = (one: CoachNote, label = 'Unpin'): Button => ({
  label,
  action: action({ do: 'pin', id: one.id, isPinned: false }),
});

async function pin(ctx: CommandContext, noteId: number, isPinned: boolean): Promise<Answer> {
  const kept = await changeCoachNote(ctx, noteId, { isPinned });
  if (!kept) throw gone;
  return list(ctx, kept.clientId);
}

async function edit(ctx: CommandContext, noteId: number, text: string): Promise<Answer> {
  const before = await findCoachNote(ctx, noteId);
  const kept = before && (await changeCoachNote(ctx, noteId, { text }));
  if (!kept) throw gone;
  const back = { label: 'As it was', action: action({ do: 'edit', id: noteId, text: before.text }) };
  return {
    aboutUserId: kept.clientId,
    text: lines(bold('Note changed.'), quoted(kept.text, 500)),
    buttons: [[back, { label: 'All notes', action: action({ do: 'list', clientId: kept.clientId }) }]],
  };
}

async function remove(ctx: CommandContext, noteId: number): Promise<Answer> {
  const was = await removeCoachNote(ctx, noteId);
  if (!was) throw gone;
  const { clientId, text, isPinned } = was;
  const back = { label: 'Put it back', action: action({ do: 'add', clientId, text, isPinned }) };
  return {
    aboutUserId: clientId,
    text: lines(bold('Note deleted.'), quoted(text, 500)),
    buttons: [[back, { label: 'All notes', action: action({ do: 'list', clientId }) }]],
  };
}

const gone = new DomainError('not-found', 'That note is no longer there.');

/** Whom a button is about, as long as they are a client of whoever presses it. */
async function mine(ctx: CommandContext, clientId: number): Promise<KnownClient> {
  const known = await clientOf(ctx, clientId);
  if (!known) throw new DomainError('not-found', 'That is none of your clients now.');
  return known;
}
