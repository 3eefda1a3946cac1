import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import type { DiscordConfig } from '../../../src/bots/discord/config.ts';
import { OperatorError } from '../../../src/domain/operator-error.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

let open: OpenDiscord;
const connect = async (config: Partial<DiscordConfig> = {}) => {
  open = await openDiscord(config);
  return open;
};
afterEach(() => open.close());

/** The one line an operator gets when the bot cannot start. */
async function refusal(adapter: OpenDiscord['adapter']): Promise<string> {
  const error = await adapter.start(async () => {}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(OperatorError);
  const { message } = error as OperatorError;
  expect(message).not.toContain('\n');
  return message;
}

it('asks for no privileged intent', async () => {
  const { discord, start } = await connect();
  await start();
  expect(discord.gateway.intents()).toBe((1 << 0) | (1 << 9) | (1 << 10) | (1 << 12) | (1 << 13));
});

it('resumes after the connection broke off, and gets what was said meanwhile once', async () => {
  const { discord, start, next, received } = await connect();
  const anna = discord.person('Anna');
  await start();
  anna.writes('before');
  await next('text');
  discord.gateway.drop();
  await discord.until('the connection is gone', () => !discord.gateway.isConnected());
  anna.writes('meanwhile 1');
  anna.writes('meanwhile 2');
  expect((await next('text')).text).toBe('meanwhile 1');
  expect((await next('text')).text).toBe('meanwhile 2');
  anna.writes('after');
  expect((await next('text')).text).toBe('after');
  expect(received).toHaveLength(4);
  expect(discord.gateway.log.filter((what) => what !== 'heartbeat')).toEqual(['identify', 'resume']);
});

it('reconnects and resumes when it is asked to', async () => {
  const { discord, start, next } = await connect();
  const anna = discord.person('Anna');
  await start();
  discord.gateway.reconnect();
  await discord.until('it resumes', () => discord.gateway.log.includes('resume'));
  anna.writes('after');
  expect((await next('text')).text).toBe('after');
});

it('reads private chats again when its session was ended, since what was said meanwhile is not sent', async () => {
  const lastSeen: { channelId: string; messageId: string }[] = [];
  const { discord, start, next, received } = await connect({ lastSeen: async () => lastSeen });
  const anna = discord.person('Anna');
  await start();
  lastSeen.push({ channelId: anna.channel.id, messageId: anna.writes('before').id });
  await next('text');
  discord.gateway.invalidate();
  anna.writes('meanwhile');
  expect((await next('text')).text).toBe('meanwhile');
  expect(discord.gateway.log.filter((what) => what !== 'heartbeat')).toEqual(['identify', 'identify']);
  anna.writes('after');
  expect((await next('text')).text).toBe('after');
  expect(received).toHaveLength(3);
});

it('notices a connection that died silently by its heartbeats', async () => {
  const { discord, start, next } = await connect();
  discord.gateway.heartbeatMs = 60;
  discord.gateway.isAcknowledging = false;
  await start();
  await discord.until('it resumes', () => discord.gateway.log.includes('resume'));
  discord.gateway.isAcknowledging = true;
  discord.person('Anna').writes('after');
  expect((await next('text')).text).toBe('after');
});

it('names the setting when the token is wrong', async () => {
  const { another } = await connect();
  const message = await refusal(another({ token: 'wrong.to.ken' }));
  expect(message).toContain('DISCORD_BOT_TOKEN');
  expect(message).not.toContain('wrong.to.ken');
});

it.each([
  [4004, 'DISCORD_BOT_TOKEN'],
  [4011, 'too many servers'],
  [4014, 'intents'],
])('says what to do when the gateway refuses it with %i', async (code, words) => {
  const { discord, adapter } = await connect();
  discord.gateway.refusal = code;
  expect(await refusal(adapter)).toContain(words);
});

it('says within the time it is given that Discord cannot be reached', async () => {
  const { another } = await connect();
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const address = closed.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => closed.close(resolve));
  const message = await refusal(another({ apiRoot: `http://127.0.0.1:${port}/api` }));
  expect(message).toMatch(/cannot be reached.*ECONNREFUSED.*DISCORD_API_ROOT/);
  expect(await refusal(another({ apiRoot: 'not an address' }))).toContain('DISCORD_API_ROOT');
});

it('gives up on a gateway that never answers, and leaves nothing behind that goes on trying', async () => {
  const { discord, adapter } = await connect({ connectTimeoutMs: 200 });
  discord.gateway.isMute = true;
  expect(await refusal(adapter)).toContain('cannot be reached');
  await discord.until('the connection is given up', () => discord.gateway.waiting() === 0);
  discord.gateway.isMute = false;
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(discord.gateway.log).toEqual([]);
});

it('says so when Discord ends the connection for good', async () => {
  const onLost = vi.fn();
  const { discord, start } = await connect({ onLost });
  await start();
  discord.gateway.closeWith(4004);
  await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce());
  expect(onLost.mock.calls[0]?.[0].message).toContain('DISCORD_BOT_TOKEN');
});

it('can be stopped while it reconnects, and stays stopped', async () => {
  const { discord, adapter, start } = await connect();
  await start();
  discord.gateway.drop();
  await discord.until('the connection is gone', () => !discord.gateway.isConnected());
  // discord.js has noticed, and waits half a second before it tries again.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await adapter.stop();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(discord.gateway.isConnected()).toBe(false);
  expect(discord.gateway.log.filter((what) => what !== 'heartbeat')).toEqual(['identify']);
});

it('can be started again after it was stopped', async () => {
  const { discord, adapter, start, next } = await connect();
  await start();
  await adapter.stop();
  await discord.until('the connection is gone', () => !discord.gateway.isConnected());
  await start();
  discord.person('Anna').writes('hello again');
  expect((await next('text')).text).toBe('hello again');
});

it('leaves nothing open that keeps a process from ending', { timeout: 60_000 }, async () => {
  const { discord } = await connect();
  const anna = discord.person('Anna');
  const source = new URL('../../../src/bots/discord/create-adapter.ts', import.meta.url);
  const script = `
    const { createDiscordAdapter } = await import(${JSON.stringify(source.href)});
    const adapter = createDiscordAdapter({ token: '${discord.token}', apiRoot: '${discord.apiRoot}', menu: [] });
    await adapter.start(async () => {});
    const options = { nonce: 'n', respondTo: null, isEphemeral: false };
    await adapter.send({ id: null, accountId: '${anna.user.id}' }, { text: 'Good night', buttons: [] }, options);
    await adapter.stop();
    console.log('stopped');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 50_000,
  });
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  const stoppedAt = performance.now();
  expect((await exit)[0]).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(3000);
  expect(discord.ours(anna.channel).map(({ content }) => content)).toEqual(['Good night']);
});

it('gives the address that adds it to a server', async () => {
  const { discord, adapter, start } = await connect();
  expect(adapter.link()).toBeNull();
  await start();
  expect(adapter.link()).toBe(
    `https://discord.com/oauth2/authorize?client_id=${discord.world.applicationId}&scope=bot%20applications.commands`,
  );
});
