import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'telegraf/types';
import { type BotMessage, createMessageStore, Refusal } from './telegram-messages.ts';
import { type Body, readBody } from './telegram-request.ts';
import { type Answer, createUpdateQueue, refused } from './telegram-updates.ts';

/** What goes wrong with one call. */
export type Fault =
  /** Answered so. */
  | { readonly status: number; readonly description: string; readonly parameters?: Readonly<Record<string, number>> }
  /** The connection breaks before or after the call took effect. */
  | 'drop-before'
  | 'drop-after'
  /** No answer ever comes. */
  | 'hang'
  /** A page for people, as proxies give. */
  | 'garbage';

interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Person {
  readonly id: number;
  readonly chatId: number;
  /** Writes; gives the message id. `more` is merged into the message (a reply, media, entities). */
  writes(text: string, more?: object): number;
  edits(messageId: number, text: string): void;
  /** Puts a sign under a message. */
  reacts(messageId: number, emoji: string): void;
  /** Presses the button with this label under the bot's message. */
  presses(messageId: number, label: string): void;
  /** Stops the bot; `starts` undoes it. */
  blocks(): void;
  starts(): void;
}

/** What people are called unless told. */
const ada = 'Ada Lovelace';

/** A Bot API server on this machine: enough of it for telegraf to run unmodified, with faults on demand. */
export async function startTelegramSimulator({
  token = '123456789:simulated-token',
  limit = () => null,
}: {
  token?: string;
  /** After how many seconds a message may go to a chat; null: now. */
  limit?: (chatId: number) => number | null;
} = {}) {
  const me = { id: 123456789, is_bot: true, first_name: 'Spotter', username: 'spotter_bot', can_join_groups: true };
  const calls: Call[] = [];
  const reachable = new Map<number, 'yes' | 'blocked'>();
  const groups = new Set<number>();
  const faults: { fault: Fault; method: string | null }[] = [];
  const watchers = new Set<() => void>();
  const answeredQueries: string[] = [];
  const files = new Map<string, Buffer>();
  /** Topics in private chats, by chat and id, and the chats that have them. */
  const topics = new Map<string, string>();
  const topical = new Set<number>();
  let commands: unknown[] = [];
  let lastUpdate: Update | null = null;
  let lastUpdateId = 1000;
  let lastMessageId = 0;
  let lastPersonId = 5000;

  const changed = () => {
    for (const watch of watchers) watch();
  };

  const updates = createUpdateQueue(changed);

  const chatOf = (chatId: number) =>
    groups.has(chatId)
      ? { id: chatId, type: 'supergroup', title: 'Lifters' }
      : { id: chatId, type: 'private', first_name: 'Ada' };

  const toApi = (message: BotMessage) => ({
    message_id: message.messageId,
    from: me,
    chat: chatOf(message.chatId),
    date: 1_700_000_000 + message.messageId,
    text: message.text,
  });

  const store = createMessageStore({
    reachOf: (chatId) => reachable.get(chatId),
    // Topics of groups are people's to open.
    hasThread: (chatId, threadId) => groups.has(chatId) || topics.has(`${chatId}/${threadId}`),
    nextId: () => ++lastMessageId,
    toApi,
  });

  /** Resolves as soon as `isSo` holds; looked at whenever anything happens here. */
  function until(isSo: () => boolean, timeoutMs = 10_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        watchers.delete(watch);
        clearTimeout(timer);
        settle();
      };
      const watch = () => {
        if (isSo()) end(resolve);
      };
      const timer = setTimeout(() => end(() => reject(new Error('The simulator waited in vain'))), timeoutMs);
      watchers.add(watch);
      watch();
    });
  }

  const deliver = (content: object): Update => {
    const update = { update_id: ++lastUpdateId, ...content } as Update;
    updates.add(update);
    lastUpdate = update;
    return update;
  };

  const methods: Readonly<Record<string, (body: Body) => unknown>> = {
    getFile: ({ file_id: fileId }) => {
      const file = files.get(String(fileId));
      if (file === undefined)
        throw new Refusal(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
      if (file.length > 20_000_000) throw new Refusal(400, 'Bad Request: file is too big');
      return { file_id: fileId, file_unique_id: 'u', file_size: file.length, file_path: `photos/${fileId}.jpg` };
    },
    getMe: () => me,
    getMyCommands: () => commands,
    setMyCommands: ({ commands: wanted }) => {
      if (!Array.isArray(wanted)) throw new Refusal(400, 'Bad Request: commands must be an Array');
      for (const { command, description } of wanted)
        if (!/^[a-z0-9_]{1,32}$/.test(command) || !/^.{1,256}$/s.test(description))
          throw new Refusal(400, 'Bad Request: BOT_COMMAND_INVALID');
      commands = wanted;
      return true;
    },
    setWebhook: updates.setWebhook,
    deleteWebhook: updates.deleteWebhook,
    createForumTopic: ({ chat_id, name }) => {
      if (!topical.has(Number(chat_id))) throw new Refusal(400, 'Bad Request: the chat is not a forum');
      const topic = { message_thread_id: ++lastMessageId, name: String(name), icon_color: 7322096 };
      topics.set(`${chat_id}/${topic.message_thread_id}`, topic.name);
      return topic;
    },
    sendChatAction: () => true,
    answerCallbackQuery: ({ callback_query_id }) => {
      answeredQueries.push(String(callback_query_id));
      return true;
    },
    ...store.methods,
  };

  function makePerson(id: number, chatId: number, [first = '', last = '']: readonly string[]): Person {
    const from = { id, is_bot: false, first_name: first, last_name: last, language_code: 'en' };
    const written = (messageId: number, text: string) => ({
      message_id: messageId,
      from,
      chat: chatOf(chatId),
      date: 1_700_000_000 + messageId,
      text,
    });
    return {
      id,
      chatId,
      writes(text, more = {}) {
        const messageId = ++lastMessageId;
        deliver({ message: { ...written(messageId, text), ...more } });
        return messageId;
      },
      edits(messageId, text) {
        deliver({ edited_message: { ...written(messageId, text), edit_date: 1_700_000_100 + messageId } });
      },
      reacts(messageId, emoji) {
        const signs = { old_reaction: [], new_reaction: [{ type: 'emoji', emoji }] };
        const at = { chat: chatOf(chatId), message_id: messageId, date: 1_700_000_000 + lastMessageId };
        deliver({ message_reaction: { ...at, user: from, ...signs } });
      },
      presses(messageId, label) {
        const message = store.find(chatId, messageId);
        const button = message?.buttons.flat().find((candidate) => candidate.label === label);
        if (message === undefined || button === undefined) throw new Error(`There is no button "${label}"`);
        const query = { from, message: toApi(message), chat_instance: '1', data: button.data };
        deliver({ callback_query: { id: `query-${lastUpdateId + 1}`, ...query } });
      },
      blocks() {
        reachable.set(chatId, 'blocked');
        deliver({ my_chat_member: membership(from, chatOf(chatId), 'kicked') });
      },
      starts() {
        reachable.set(chatId, 'yes');
        deliver({ my_chat_member: membership(from, chatOf(chatId), 'member') });
      },
    };
  }

  const membership = (from: object, chat: object, status: string) => ({
    chat,
    from,
    date: 1_700_000_000,
    old_chat_member: { user: me, status: 'member' },
    new_chat_member: { user: me, status },
  });

  const server = createServer((request, response) => void serve(request, response));
  server.keepAliveTimeout = 60_000;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, bot, method = '', ...rest] = (request.url ?? '').split('/');
    if (bot === 'file') {
      const file = method === `bot${token}` ? files.get((rest[1] ?? '').replace('.jpg', '')) : undefined;
      response.writeHead(file ? 200 : 404).end(file);
      return;
    }
    const body = await readBody(request);
    const answer = (content: Answer, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(content));
      changed();
    };
    if (bot !== `bot${token}`) return answer(refused(401, 'Unauthorized'), 401);
    calls.push({ method, payload: body });
    const at = faults.findIndex((entry) => entry.method === null || entry.method === method);
    const fault = at === -1 ? undefined : faults.splice(at, 1)[0]?.fault;
    const waitS = /^(send|copy)/.test(method) && method !== 'sendChatAction' ? limit(Number(body.chat_id)) : null;
    if (waitS !== null)
      return answer(refused(429, `Too Many Requests: retry after ${waitS}`, { retry_after: waitS }), 429);
    if (fault === 'hang') return changed();
    if (fault === 'garbage') {
      response.writeHead(200).end('<html>Welcome</html>');
      return changed();
    }
    if (fault === 'drop-before') {
      request.socket.destroy();
      return changed();
    }
    if (fault !== undefined && fault !== 'drop-after')
      return answer(refused(fault.status, fault.description, fault.parameters), fault.status);
    if (method === 'getUpdates') {
      response.on('close', updates.fetch(body, answer));
      return changed();
    }
    try {
      const run = methods[method];
      if (run === undefined) throw new Refusal(404, 'Not Found: method not found');
      const result = run(body);
      if (fault === 'drop-after') {
        request.socket.destroy();
        return changed();
      }
      answer({ ok: true, result });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(400, (error as Error).message);
      answer(refused(refusal.status, refusal.message, refusal.parameters), refusal.status);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    token,
    me,
    /** Every call there was, with its fields. */
    calls,
    answeredQueries,
    until,
    /** Somebody who has started the bot, in their private chat. */
    person(id = ++lastPersonId, name = ada): Person {
      reachable.set(id, 'yes');
      return makePerson(id, id, name.split(' '));
    },
    /** A person in a group the bot is in. */
    member(groupId: number, id = ++lastPersonId): Person {
      reachable.set(groupId, 'yes');
      groups.add(groupId);
      return makePerson(id, groupId, ada.split(' '));
    },
    /** A file that somebody has uploaded; gives its `file_id`. */
    keeps(bytes: Buffer): string {
      const fileId = `file-${files.size + 1}`;
      files.set(fileId, bytes);
      return fileId;
    },
    losesFiles: () => files.clear(),
    /** That chat has topics from now on. */
    hasTopics: (person: Person) => void topical.add(person.chatId),
    /** The names of all topics, by `chat/id`. */
    topics,
    /** An update with the next id. */
    deliver,
    /** An update that was there before, as Telegram sends it when it was not confirmed. */
    redeliver: updates.add,
    /** The last update with a new id. */
    lastUpdate(): Update {
      if (lastUpdate === null) throw new Error('nothing has happened yet');
      return lastUpdate;
    },
    /** Ids of updates not confirmed yet. */
    pending: updates.pending,
    /** The next call, or the next of that method, goes wrong. */
    fails: (fault: Fault, method: string | null = null) => void faults.push({ fault, method }),
    /** How many faults have met no call yet. */
    faultsLeft: () => faults.length,
    /** What the bot said in a chat, as it looks now, oldest first. */
    said: store.said,
    /** Empties what was called and said: long runs stay quick. */
    forget() {
      calls.length = 0;
      store.clear();
    },
    isPolled: updates.isPolled,
    webhook: updates.webhook,
    async close() {
      updates.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type TelegramSimulator = Awaited<ReturnType<typeof startTelegramSimulator>>;
