import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/bots/message.ts';
import {
  createTelegramAdapter,
  type TelegramAdapter,
  type TelegramConfig,
} from '../../../src/bots/telegram/create-adapter.ts';
import { OperatorError } from '../../../src/domain/operator-error.ts';
import { createHttpServer } from '../../../src/http.ts';
import { startTelegramSimulator, type TelegramSimulator } from '../../support/telegram-simulator.ts';

const menu = [
  { name: 'today', summary: 'What you ate today', options: [] },
  { name: 'undo', summary: 'Take the last thing back', options: [] },
];

let simulator: TelegramSimulator;
let adapters: TelegramAdapter[];
let logged: string[];
beforeEach(async () => {
  simulator = await startTelegramSimulator();
  adapters = [];
  logged = [];
});
afterEach(async () => {
  for (const adapter of adapters) await adapter.stop();
  await simulator.close();
});

const textOf = (message: Message) => (message.kind === 'text' || message.kind === 'edit' ? message.text : message.kind);

function open(config: Partial<TelegramConfig> = {}) {
  const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const adapter = createTelegramAdapter({
    token: simulator.token,
    apiRoot: simulator.apiRoot,
    menu,
    log: { info: note, warn: note },
    retryDelayMs: 1,
    ...config,
  });
  adapters.push(adapter);
  return adapter;
}

async function listen(
  onMessage: (message: Message) => Promise<void> = async () => {},
  config: Partial<TelegramConfig> = {},
) {
  const adapter = open(config);
  const heard: string[] = [];
  const all: Message[] = [];
  await adapter.start(async (message) => {
    await onMessage(message);
    heard.push(textOf(message));
    all.push(message);
  });
  return { adapter, heard, all };
}

const allConfirmed = () => simulator.until(() => simulator.pending().length === 0);

describe('in a group', () => {
  it('hears a command by each of its names, and nothing else that is not for us', async () => {
    const { heard } = await listen(async () => {}, {
      menu: [{ name: 'chat', aliases: ['done'], summary: 'Talk with your coach', options: [] }],
    });
    const member = simulator.member(-1_005_550_002);
    for (const text of ['/chat anna', '/done', '/dance', 'hello all']) member.writes(text);
    await allConfirmed();
    expect(heard).toEqual(['/chat anna', '/done']);
  });
});

describe('polling', () => {
  it('confirms an update only after it is committed', async () => {
    const person = simulator.person();
    let release = () => {};
    const committed = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isHandedOver = () => {};
    const handedOver = new Promise<void>((resolve) => {
      isHandedOver = resolve;
    });
    await listen(() => {
      isHandedOver();
      return committed;
    });
    person.writes('100g rice');
    await handedOver;
    expect(simulator.pending()).toHaveLength(1);
    release();
    await allConfirmed();
  });

  it('hands over again what was not committed, and nothing later of that chat before it', async () => {
    const [ada, bob] = [simulator.person(), simulator.person()];
    ada.writes('one');
    ada.writes('two');
    bob.writes('bob');
    let failures = 3;
    const { heard } = await listen(async (message) => {
      if (textOf(message) === 'one' && failures-- > 0) throw new Error('insert failed: params one');
    });
    await allConfirmed();
    expect(heard.filter((text) => text !== 'bob')).toEqual(['one', 'two']);
    expect(heard.filter((text) => text === 'bob')).toEqual(['bob']);
    expect(logged.filter((line) => line.includes('could not be kept'))).toHaveLength(1);
    expect(logged.join()).not.toContain('params');
  });

  it('does not let a slow chat hold up another', async () => {
    const [ada, bob] = [simulator.person(), simulator.person()];
    ada.writes('slow');
    bob.writes('quick');
    let release = () => {};
    const bobIsThrough = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { heard } = await listen(async (message) => {
      if (textOf(message) === 'slow') await bobIsThrough;
      else release();
    });
    await allConfirmed();
    expect(heard).toEqual(['quick', 'slow']);
  });

  it('goes on where it stopped, though nothing but the platform remembers', async () => {
    const person = simulator.person();
    const first = await listen();
    person.writes('before');
    await allConfirmed();
    await first.adapter.stop();
    person.writes('while away');
    const second = await listen();
    await allConfirmed();
    expect([first.heard, second.heard]).toEqual([['before'], ['while away']]);
  });

  it('can be started again after it was stopped', async () => {
    const { adapter } = await listen();
    await adapter.stop();
    const heard: string[] = [];
    await adapter.start(async (message) => void heard.push(textOf(message)));
    simulator.person().writes('again');
    await allConfirmed();
    expect(heard).toEqual(['again']);
  });

  it('keeps trying when Telegram is unwell, saying so once', async () => {
    const { heard } = await listen();
    await simulator.until(simulator.isPolled);
    simulator.fails('drop-before', 'getUpdates');
    simulator.fails({ status: 502, description: 'Bad Gateway' }, 'getUpdates');
    simulator.fails({ status: 429, description: 'Too Many Requests', parameters: { retry_after: 0 } }, 'getUpdates');
    const person = simulator.person();
    person.writes('one');
    person.writes('two');
    await allConfirmed();
    await simulator.until(simulator.isPolled);
    expect(heard).toEqual(['one', 'two']);
    expect(logged.filter((line) => line.includes('Cannot receive'))).toHaveLength(1);
    expect(logged.filter((line) => line.includes('again {}'))).toHaveLength(1);
  });

  it('waits while another process polls, saying so once', async () => {
    const { heard } = await listen();
    await simulator.until(simulator.isPolled);
    const conflict = { status: 409, description: 'Conflict: terminated by other getUpdates request' };
    for (let i = 0; i < 3; i++) simulator.fails(conflict, 'getUpdates');
    const person = simulator.person();
    person.writes('one');
    await allConfirmed();
    expect(heard).toEqual(['one']);
    expect(logged.filter((line) => line.includes('Another process'))).toHaveLength(1);
  });

  it('loses nothing while two processes poll at once', async () => {
    const heard = new Set<string>();
    const note = async (message: Message) => void heard.add(textOf(message));
    await listen(note);
    await listen(note);
    const person = simulator.person();
    for (let i = 0; i < 30; i++) person.writes(`number ${i}`);
    await allConfirmed();
    expect(heard.size).toBe(30);
  });

  it('says when the token was revoked, and stops asking', async () => {
    const refused: OperatorError[] = [];
    await listen(undefined, { onRefused: (error) => void refused.push(error) });
    await simulator.until(simulator.isPolled);
    simulator.fails({ status: 401, description: 'Unauthorized' }, 'getUpdates');
    simulator.person().writes('wakes the poll');
    await simulator.until(() => simulator.calls.filter(({ method }) => method === 'getUpdates').length >= 2);
    await expect
      .poll(() => refused.map(({ message }) => message))
      .toEqual([expect.stringContaining('Telegram does not accept TELEGRAM_BOT_TOKEN')]);
  });

  it('passes over what it cannot read', async () => {
    const { heard } = await listen();
    simulator.deliver({ message: { message_id: 1, date: 'yesterday', chat: null } });
    simulator.deliver({ message: null });
    simulator.deliver({ edited_message: { from: 7 } });
    simulator.deliver({ callback_query: null });
    simulator.person().writes('fine');
    await allConfirmed();
    expect(heard).toEqual(['fine']);
    expect(logged.every((line) => line.includes('could not be read'))).toBe(true);
  });

  it('answers a press once it is committed, and does not mind when that fails', async () => {
    const person = simulator.person();
    const { adapter, all } = await listen();
    const chat = { id: null, accountId: String(person.id) };
    const buttons = [[{ label: 'Undo', id: 'd1.0' }]];
    const sent = await adapter.send(
      { ...chat },
      { text: 'Recorded', buttons },
      { nonce: '1', respondTo: null, isEphemeral: false },
    );
    simulator.fails({ status: 400, description: 'Bad Request: query is too old' }, 'answerCallbackQuery');
    person.presses(Number(sent.messageId), 'Undo');
    person.presses(Number(sent.messageId), 'Undo');
    await simulator.until(() => simulator.answeredQueries.length === 1);
    await allConfirmed();
    expect(all.map(({ kind }) => kind)).toEqual(['press', 'press']);
  });

  it('hands nothing over when somebody stops or starts the bot', async () => {
    const person = simulator.person();
    const { heard } = await listen();
    person.blocks();
    person.starts();
    person.writes('/start');
    await allConfirmed();
    expect(heard).toEqual(['/start']);
  });
});

describe('starting', () => {
  it('gives the link, sets the menu, and sets it only when it changed', async () => {
    expect(open().link()).toBeNull();
    const { adapter } = await listen();
    expect(adapter.link()).toBe('https://t.me/spotter_bot');
    await adapter.stop();
    await listen();
    const set = simulator.calls.filter(({ method }) => method === 'setMyCommands');
    expect(set.map(({ payload }) => payload.commands)).toEqual([
      [
        { command: 'today', description: 'What you ate today' },
        { command: 'undo', description: 'Take the last thing back' },
      ],
    ]);
  });

  it('works without a menu when Telegram refuses it', async () => {
    simulator.fails({ status: 500, description: 'Internal' }, 'getMyCommands');
    const { heard } = await listen();
    simulator.person().writes('hello');
    await allConfirmed();
    expect(heard).toEqual(['hello']);
  });

  it('tries again while Telegram cannot be reached, and then says so in one line without the token', async () => {
    for (const method of ['getMe', 'deleteWebhook']) simulator.fails('drop-before', method);
    await listen();
    for (let i = 0; i < 9; i++) simulator.fails('drop-before', 'getMe');
    const error = await open({ startTimeoutMs: 300 })
      .start(async () => {})
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OperatorError);
    expect(String(error)).toMatch(/Telegram cannot be reached at http:\/\/127\.0\.0\.1:\d+\/: check the network/);
    expect(String(error)).not.toContain(simulator.token);
    expect(String(error)).not.toContain('\n');
  });

  it('gives up on a server that never answers', async () => {
    simulator.fails('hang', 'getMe');
    await expect(open({ startTimeoutMs: 100 }).start(async () => {})).rejects.toThrow(/cannot be reached/);
  });

  it.each(['123456789:revoked', 'not a token', ''])('says that the token "%s" is not accepted', async (token) => {
    await expect(open({ token }).start(async () => {})).rejects.toThrow(
      new OperatorError(
        'Telegram does not accept TELEGRAM_BOT_TOKEN: ask @BotFather for the token (/mybots) and put it into .env.',
      ),
    );
  });

  it.each(['', 'has spaces', 'x'.repeat(257)])('refuses the webhook secret "%s"', async (secret) => {
    await expect(
      open({ webhook: { url: 'https://bot.example/telegram', secret } }).start(async () => {}),
    ).rejects.toThrow(/TELEGRAM_WEBHOOK_SECRET must be/);
  });

  it('says what Telegram has against the webhook address', async () => {
    simulator.fails({ status: 400, description: 'Bad Request: bad webhook: HTTPS url must be provided' }, 'setWebhook');
    const starting = open({ webhook: { url: 'http://bot.example', secret: 's' } }).start(async () => {});
    await expect(starting).rejects.toThrow(/TELEGRAM_WEBHOOK_URL: .*HTTPS url must be provided/);
  });
});

describe('the webhook', () => {
  const webhook = { url: 'http://127.0.0.1:9/telegram', secret: 'right_secret-1' };
  const update = { update_id: 7, message: message(1, 'ate rice') };
  const post = (adapter: TelegramAdapter, body: unknown, secret?: string) =>
    adapter.webhook({ headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }, body });

  it('takes updates with the secret alone', async () => {
    const { adapter, heard } = await listen(undefined, { webhook });
    expect(await post(adapter, update, webhook.secret)).toEqual({ status: 200 });
    expect(await post(adapter, update)).toEqual({ status: 401 });
    expect(await post(adapter, update, 'wrong')).toEqual({ status: 401 });
    expect(await post(adapter, update, `${webhook.secret}x`)).toEqual({ status: 401 });
    expect(await post(adapter, { update_id: 'x' }, webhook.secret)).toEqual({ status: 400 });
    expect(await post(adapter, null, webhook.secret)).toEqual({ status: 400 });
    expect(heard).toEqual(['ate rice']);
  });

  it('says no until the message is committed', async () => {
    let failures = 1;
    const { adapter, heard } = await listen(
      async () => {
        if (failures-- > 0) throw new Error('the database is away');
      },
      { webhook },
    );
    expect(await post(adapter, update, webhook.secret)).toEqual({ status: 500 });
    expect(logged).toEqual([expect.stringContaining('could not be kept')]);
    expect(await post(adapter, update, webhook.secret)).toEqual({ status: 200 });
    expect(heard).toEqual(['ate rice']);
  });

  it('takes nothing before it is started, after it is stopped, or when polling', async () => {
    expect(await post(open({ webhook }), update, webhook.secret)).toEqual({ status: 503 });
    const { adapter } = await listen(undefined, { webhook });
    await adapter.stop();
    expect(await post(adapter, update, webhook.secret)).toEqual({ status: 503 });
    expect(await post((await listen()).adapter, update, webhook.secret)).toEqual({ status: 503 });
  });

  it('may have any number of receivers', async () => {
    const receivers = [await listen(undefined, { webhook }), await listen(undefined, { webhook })];
    let turn = 0;
    const server = await createHttpServer({
      port: 0,
      checks: {},
      routes: {
        '/telegram': async (request) => {
          const receiver = receivers[turn++ % 2];
          return receiver === undefined ? { status: 500 } : receiver.adapter.webhook(request);
        },
      },
      log: { error() {} },
    });
    receivers.push(await listen(undefined, { webhook: { ...webhook, url: `${server.url}/telegram` } }));
    const person = simulator.person();
    for (let i = 0; i < 10; i++) person.writes(`number ${i}`);
    await allConfirmed();
    expect(receivers.flatMap(({ heard }) => heard).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `number ${i}`));
    expect(receivers.map(({ heard }) => heard.length)).toEqual([5, 5, 0]);
    await simulator.close();
    await server.close();
  });

  it('makes way for polling, keeping what is waiting', async () => {
    const { adapter } = await listen(undefined, { webhook });
    await adapter.stop();
    simulator.person().writes('waiting');
    const { heard } = await listen();
    await allConfirmed();
    expect(simulator.webhook()).toBeNull();
    expect(heard).toEqual(['waiting']);
  });
});

function message(messageId: number, text: string) {
  return {
    message_id: messageId,
    from: { id: 5, is_bot: false, first_name: 'Ada' },
    chat: { id: 5, type: 'private', first_name: 'Ada' },
    date: 1_700_000_000,
    text,
  };
}
