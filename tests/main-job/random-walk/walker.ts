import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { capital, dayName } from '../../../src/bots/format.ts';
import { type Message, messageSchema } from '../../../src/bots/message.ts';
import type { Respond } from '../../../src/bots/respond.ts';
import type { Database } from '../../../src/domain/context.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { localDay } from '../../../src/domain/users/local-day.ts';
import { type User, zoneOf } from '../../../src/domain/users/user.ts';
import type { TestClock } from '../open-bot.ts';
import type { ChatWindow, SeenMessage } from './chat-window.ts';
import { allRecorded, checkDays, type KeptDay } from './derived-days.ts';
import { recordedLines, shownLines } from './recorded-lines.ts';
import { chat, corrections, records } from './said.ts';
import type { Step } from './steps.ts';

export interface WalkerOptions {
  readonly db: Database;
  readonly respond: Respond;
  readonly window: ChatWindow;
  readonly clock: TestClock;
  /** An account each, with the zone it tells, and what they write first. */
  readonly people: readonly { readonly account: string; readonly timeZone: string | null; readonly opening?: string }[];
}

export interface Walker {
  /** Takes a step. Returns what was done, in words. */
  take(step: Step): Promise<string>;
  /** What is wrong since the last step, with the acting person's days and the cards it concerned. */
  check(): Promise<string[]>;
  /** What is wrong with anything. */
  checkAll(): Promise<string[]>;
}

interface Written {
  readonly messageId: string;
  text: string;
  isDeleted: boolean;
}

interface Person {
  readonly account: string;
  readonly timeZone: string | null;
  readonly opening?: string;
  readonly written: Written[];
  readonly events: Message[];
  user: User | null;
}

/** People in chats of their own who log, correct, edit, delete, undo and redo. */
export function createWalker({ db, respond, window, clock, people: accounts }: WalkerOptions): Walker {
  const people = accounts.map((one): Person => ({ ...one, written: [], events: [], user: null }));
  let acting: Person | undefined;
  let events = 0;
  let lastDelivery = 0;
  let isRating = false;
  const faults: string[] = [];
  /** Of each written message, the delivery that told of its record last. */
  const told = new Map<number, number>();
  let touched = new Set<number>();

  const seenBy = ({ account }: Person): SeenMessage[] =>
    [...window.messages.values()].filter(({ chatId }) => chatId === account);

  async function send(person: Person, more: object): Promise<void> {
    events += 1;
    const message = messageSchema.parse({
      platform: 'discord',
      eventKey: `${person.account}:${events}`,
      chatId: person.account,
      isPrivate: true,
      sender: { id: person.account, name: person.account, locale: null },
      sentAt: clock.now().toString(),
      timeZone: person.timeZone,
      respondTo: null,
      ...more,
    });
    person.events.push(message);
    await receive(message);
  }

  async function receive(message: Message): Promise<void> {
    await respond.receive(message);
    await respond.idle();
  }

  async function write(person: Person, text: string, replyToId: string | null = null): Promise<string> {
    const messageId = `m${events + 1}`;
    person.written.push({ messageId, text, isDeleted: false });
    await send(person, { kind: 'text', messageId, text, media: [], replyToId });
    return `${messageId} says “${text}”${replyToId === null ? '' : ` to ${replyToId}`}`;
  }

  async function press(person: Person, card: SeenMessage, button: { id: string; label: string }): Promise<string> {
    await send(person, { kind: 'press', messageId: card.messageId, buttonId: button.id });
    return `presses “${button.label}” of ${card.messageId}`;
  }

  async function edit(person: Person, message: Written | undefined, text: string): Promise<string> {
    if (!message) return 'has nothing to edit';
    message.text = text;
    await send(person, { kind: 'edit', messageId: message.messageId, text, media: [], replyToId: null });
    return `edits ${message.messageId} into “${text}”`;
  }

  async function turnAndBack(person: Person, { first }: Step): Promise<string> {
    const cards = seenBy(person).flatMap((card) =>
      card.buttons.filter(({ label }) => label === 'Undo' || label === 'Redo').map((button) => ({ card, button })),
    );
    const one = pick(cards, first);
    if (!one) return 'has nothing to turn';
    const before = await allRecorded(db, person.user?.id ?? 0);
    const there = await press(person, one.card, one.button);
    const turned = window.messages.get(one.card.messageId);
    const back = turned?.buttons.find(({ label }) => label === (one.button.label === 'Undo' ? 'Redo' : 'Undo'));
    if (!turned || !back || turned.deliveryId === one.card.deliveryId) return `${there}, which does nothing`;
    clock.advance(1);
    const again = await press(person, turned, back);
    const after = await allRecorded(db, person.user?.id ?? 0);
    const changed = [
      ...[...before].filter((line) => !after.has(line)),
      ...[...after].filter((line) => !before.has(line)),
    ];
    if (changed.length > 0)
      faults.push(`${one.button.label} of ${one.card.messageId} and back changed ${changed.join(' and ')}`);
    return `${there}, ${again}`;
  }

  function act(person: Person, step: Step): Promise<string> | string {
    const { first, second } = step;
    if (person.opening && person.written.length === 0) return write(person, person.opening);
    const there = person.written.filter(({ isDeleted }) => !isDeleted);
    // What was said lately is likelier to be meant than what was said long ago.
    const recent = there.slice(-8);
    const card = pick(second < 0.7 ? seenBy(person).slice(-8) : seenBy(person), first);
    const message = pick(second < 0.7 ? recent : there, first);
    switch (step.kind) {
      case 'record':
        return write(person, text(records, first));
      case 'correct by reply':
        return write(person, text(corrections, second), (first < 0.5 ? card : message)?.messageId ?? null);
      case 'correct without a reply':
        return write(person, text(corrections, first));
      case 'edit into a record':
        return edit(person, message, text(records, (first * 31) % 1));
      case 'edit into a correction':
        return edit(person, message, text(corrections, (first * 31) % 1));
      case 'edit into chat':
        return edit(person, message, text(chat, (first * 31) % 1));
      case 'delete':
        if (!message) return 'has nothing to delete';
        message.isDeleted = true;
        return send(person, { kind: 'delete', messageId: message.messageId }).then(
          () => `deletes ${message.messageId}`,
        );
      case 'press': {
        const button = pick(card?.buttons ?? [], (first * 31) % 1);
        return card && button ? press(person, card, button) : 'has no button to press';
      }
      case 'turn and turn back':
        return turnAndBack(person, step);
      case 'say undo':
        return write(person, 'undo', second < 0.3 ? (card?.messageId ?? null) : null);
      case 'say redo':
        return write(person, 'redo', second < 0.3 ? (card?.messageId ?? null) : null);
      case 'answer by number':
        return write(person, String(1 + Math.floor(first * 4)));
      case 'redeliver': {
        const event = pick(person.events, first);
        return event ? receive(event).then(() => `redelivers ${event.eventKey}`) : 'has nothing to redeliver';
      }
      case 'chat':
        return write(person, text(chat, first));
    }
  }

  /** Takes note of what was said since the last step, and of what in it cannot be. */
  async function listen(person: Person, kept: readonly KeptDay[]): Promise<void> {
    const { rows } = await db.execute<{ id: string; source: string | null; turned: string | null }>(sql`
      select d.id, d.source_message_id as source, a.inbound_message_id as turned
      from deliveries d left join actions a on a.id = (d.reply #>> '{buttons,0,0,action,input,actionId}')::bigint
      where d.id > ${lastDelivery} order by d.id`);
    for (const row of rows) {
      lastDelivery = Number(row.id);
      const message = seenBy(person).find(({ deliveryId }) => deliveryId === lastDelivery);
      if (!message || message.text.startsWith('You chose') || isRating) continue;
      for (const id of [row.source, row.turned].filter((one) => one !== null).map(Number)) {
        told.set(id, lastDelivery);
        touched.add(id);
      }
      if (message.text.startsWith('Something went wrong')) faults.push(`${message.messageId}: ${message.text}`);
      faults.push(...wrongSums(message, kept, person));
    }
  }

  function wrongSums({ text: said, messageId }: SeenMessage, kept: readonly KeptDay[], { user }: Person): string[] {
    if (!user) return [];
    const today = localDay(clock.now(), zoneOf(user), user.dayStartHour);
    const named = new Map(kept.map((day) => [capital(dayName(Temporal.PlainDate.from(day.day), today)), day] as const));
    const whole = (value: number | undefined) =>
      new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(value ?? 0);
    return said.split('\n').flatMap((line) => {
      const [, name = '', macros] = /^([^:]+?)(?: now)?: [\d,]+ kcal( · protein.*)?$/.exec(line) ?? [];
      if (name === '' || (macros === undefined && !line.includes(' now: '))) return [];
      const day = named.get(name);
      const kcal = `${whole(day?.consumed_kcal)} kcal`;
      const sums = `${kcal} · protein ${whole(day?.protein_g)} g · carbs ${whole(day?.carbs_g)} g · fat ${whole(day?.fat_g)} g`;
      const right = line.slice(line.indexOf(': ') + 2).replace(/ · water .*/, '');
      return right === (macros === undefined ? kcal : sums) ? [] : [`${messageId}: “${line}” should be ${sums}`];
    });
  }

  /** What was said last of a written message's record, where it can still be seen. */
  function newestCard(person: Person, id: number): SeenMessage | undefined {
    const last = told.get(id);
    return seenBy(person).find(({ deliveryId }) => deliveryId === last);
  }

  async function wrongCards(person: Person, ids: readonly number[]): Promise<string[]> {
    const recorded = await recordedLines(db, ids, person.user?.unitSystem ?? 'metric');
    return ids.flatMap((id) => {
      const lines = recorded.get(id) ?? [];
      const card = newestCard(person, id);
      if (!card)
        return lines.length > 0 && !told.has(id) ? [`Nothing was said of ${JSON.stringify(lines)} by ${id}`] : [];
      const shown = shownLines(card.text);
      if (JSON.stringify(lines) === JSON.stringify(shown)) return [];
      return [
        `${card.messageId} shows ${JSON.stringify(shown)}, recorded is ${JSON.stringify(lines)} by ${id}: ${card.text}`,
      ];
    });
  }

  /** Of targets, goals and own foods: whether the newest card of what is undone says so, and of nothing else. */
  async function wrongTurns(person: Person): Promise<string[]> {
    const { rows } = await db.execute<{ id: string; undone: boolean; summary: string }>(sql`
      select a.inbound_message_id as id, bool_and(a.undone_at is not null) as undone, min(a.summary) as summary
      from actions a where a.user_id = ${person.user?.id ?? 0} and a.inbound_message_id is not null
      group by a.inbound_message_id
      having count(*) = 1 and bool_and(exists (select from action_changes c where c.action_id = a.id
        and c.table_name in ('nutrition_targets', 'user_goals', 'foods')))`);
    return rows.flatMap(({ id, undone, summary }) => {
      const card = newestCard(person, Number(id));
      if (!card || card.text.startsWith('Undone: ') === undone) return [];
      return [`${card.messageId} of ${summary}, which is ${undone ? '' : 'not '}undone, says: ${card.text}`];
    });
  }

  async function failures(): Promise<string[]> {
    const { rows } = await db.execute<{ what: string }>(sql`
      select 'event ' || id || ' is ' || state || coalesce(': ' || error, '') as what
        from inbound_messages where state <> 'done' and id in (select max(id) from inbound_messages group by chat_id) or state = 'failed'
      union all select 'delivery ' || id || ' is ' || state || coalesce(': ' || error, '')
        from deliveries where state <> 'sent'`);
    return rows.map(({ what }) => what);
  }

  return {
    async take(step) {
      clock.advance(step.pauseS);
      acting = people[step.person];
      if (!acting) throw new Error('Nobody is there');
      touched = new Set();
      isRating = false;
      const done = await act(acting, step);
      // The rows of figures to choose from leave a card otherwise as it was.
      isRating = /presses “(?:Hunger|Satisfied|On plan|Back|\d+”)/.test(done);
      return `${acting.account} ${done}`;
    },
    async check() {
      if (!acting) return [];
      acting.user = await userOf(db, acting.account);
      if (!acting.user) return [];
      const days = await checkDays(db, acting.user.id);
      await listen(acting, days.kept);
      const { account } = acting;
      const cards = [...(await wrongCards(acting, [...touched])), ...(await wrongTurns(acting))];
      const wrong = [...faults.splice(0), ...days.faults, ...cards];
      return wrong.map((fault) => `${account}: ${fault}`);
    },
    async checkAll() {
      const wrong = await failures();
      for (const person of people) {
        if (!person.user) continue;
        const found = (await checkDays(db, person.user.id)).faults;
        const { rows } = await db.execute<{ id: string }>(
          sql`select id from inbound_messages where user_id = ${person.user.id} and kind in ('text', 'edit')`,
        );
        found.push(
          ...(await wrongCards(
            person,
            rows.map(({ id }) => Number(id)),
          )),
        );
        wrong.push(...found.map((fault) => `${person.account}: ${fault}`));
      }
      return wrong;
    },
  };
}

const pick = <T>(of: readonly T[], at: number): T | undefined => of[Math.floor(at * of.length)];
const text = (of: readonly string[], at: number): string => pick(of, at) ?? '';

async function userOf(db: Database, account: string): Promise<User | null> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select user_id as id from chat_accounts where platform = 'discord' and account_id = ${account}`,
  );
  return rows[0] ? findUser(db, Number(rows[0].id)) : null;
}
