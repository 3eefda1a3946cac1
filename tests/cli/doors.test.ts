import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { identify } from '../../src/domain/users/identify.ts';
import { testDatabase } from '../support/database.ts';
import { hostileSamples } from '../support/hostile-text.ts';
import { runCli, startCli } from './run-cli.ts';

const jsonLines = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('the parse door', { timeout: 60_000 }, () => {
  const at = '2026-03-02T12:30:00Z';

  it('gives one JSON line for each line, whatever it is, without a database', async () => {
    const hostile = hostileSamples.map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' '));
    const input = [
      'ate 200g rice lunch',
      '',
      JSON.stringify({ text: 'ate 200g rice lunch', at, timeZone: 'Asia/Tokyo' }),
      JSON.stringify({ text: 'ate 200g rice yesterday', at, timeZone: 'Pacific/Kiritimati', units: 'us' }),
      '{"text": 5}',
      '{"text": "today", "at": "soon"}',
      '{ not json',
      '[]',
      'null',
      ...hostile,
    ];
    const { code, stdout, stderr } = await runCli(
      ['parse'],
      { DATABASE_URL: 'postgres://127.0.0.1:9/x' },
      `${input.join('\n')}\n`,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = jsonLines(stdout);
    expect(lines).toHaveLength(input.length);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['text', 'commands', 'question']);
      expect(line.question === null || (line.commands as unknown[]).length === 0).toBe(true);
    }
    expect(lines[0]).toMatchObject({
      text: 'ate 200g rice lunch',
      // Unless told otherwise it is now, in UTC.
      commands: [{ do: 'log-meal', slot: 'lunch', items: [{ quantity: 200, unit: 'g', food: 'rice', grams: 200 }] }],
    });
    expect(lines[1]).toEqual({ text: '', commands: [], question: null });
    expect(lines[2]).toMatchObject({ commands: [{ day: '2026-03-02' }] });
    expect(lines[3]).toMatchObject({ commands: [{ day: '2026-03-02' }] });
    // What is not the object it should be is taken for words.
    for (const [i, text] of input.slice(4, 9).entries()) expect(lines[4 + i]).toMatchObject({ text });
  });

  it('takes nothing but a line feed for the end of a line, and a carriage return before it for a part of that', async () => {
    const texts = ['2 eggs\u2028rice', 'a\u2029b', 'a\rb', '\r', 'a\u0085b\u000b\u000c', '', 'two returns\r', 'no end'];
    const input = texts.map((text, i) => (i === 0 ? `${text}\r` : i === 6 ? `${text}\r` : text)).join('\n');
    const { code, stdout, stderr } = await runCli(['parse'], {}, input);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(texts.length + 1);
    expect(jsonLines(stdout).map(({ text }) => text)).toEqual(texts.map((text) => (text === '\r' ? '' : text)));
  });

  it('answers a line before the next one comes, and a letter that comes in two halves', async () => {
    const { child, ended, prints } = startCli(['parse'], {});
    child.stdin.write('2 eggs\n');
    await prints(/"text":"2 eggs"/);
    const word = Buffer.from('açaí');
    child.stdin.write(word.subarray(0, 2));
    child.stdin.end(word.subarray(2));
    expect(jsonLines((await ended).stdout).map(({ text }) => text)).toEqual(['2 eggs', 'açaí']);
  });

  it('prints nothing for nothing', async () => {
    expect(await runCli(['parse'], {}, '')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('the scenario door', async () => {
  const { db, url } = await testDatabase();
  const line = (fields: object) =>
    JSON.stringify({ at: '2026-03-02T12:30:00Z', from: 'ana', on: 'telegram', ...fields });

  it('reads standard input, prints what is said as JSON lines, and ends well', { timeout: 60_000 }, async () => {
    const input = `${line({ text: 'ate 200g rice lunch', id: 'm1' })}\n\n${line({ press: 'Undo' })}\n`;
    const { code, stdout, stderr } = await runCli(['scenario', '-'], { DATABASE_URL: url }, input);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(jsonLines(stdout)).toMatchObject([
      { to: 'ana', on: 'telegram', id: 'b1', in_reply_to: 'm1', buttons: [['Undo']] },
      { to: 'ana', edits: 'b1', buttons: [['Redo']] },
    ]);
  });

  it('names the malformed line before it runs anything', { timeout: 60_000 }, async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'spotter-scenario-')), 'wrong.jsonl');
    writeFileSync(file, `${line({ text: 'ate 200g rice lunch' })}\n\n${line({ txet: 'today' })}\n`);
    const { code, stdout, stderr } = await runCli(['scenario', file], { DATABASE_URL: url });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Line 3 is not a line of a scenario: [^\n]+\n$/);
  });

  it('names the line that cannot be done, after what came before it', { timeout: 60_000 }, async () => {
    const input = `${line({ text: 'today' })}\n${line({ press: 'Fly' })}\n`;
    const { code, stdout, stderr } = await runCli(['scenario', '-'], { DATABASE_URL: url }, input);
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toHaveLength(1);
    expect(stderr).toBe('Line 2: ana sees no button "Fly".\n');
  });

  // The last one: from here on, nothing may be run on this database.
  it('refuses a database that real people have written to', { timeout: 60_000 }, async () => {
    const real = { platform: 'telegram', accountId: '5550001', name: 'Eva', locale: null, timeZone: null } as const;
    await identify(db, { ...real, privateChatId: '5550001' }, Temporal.Now.instant());
    const refused = await runCli(['scenario', '-'], { DATABASE_URL: url }, `${line({ text: 'today' })}\n`);
    const reason = 'DATABASE_URL holds real people: give a scenario a database of its own, or leave it out.\n';
    expect(refused).toEqual({ code: 1, stdout: '', stderr: reason });
  });
});
