import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { dataFolder, runCli, startCli } from './run-cli.ts';

const { url } = await testDatabase();
const settings = { DATABASE_URL: url };

it('answers piped lines in turn, remembers them, and ends with the input', { timeout: 60_000 }, async () => {
  const first = await runCli([], settings, 'ate 200g rice lunch\n\n[1]\n#1\ntoday\n');
  expect(first).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      'Logged for lunch:',
      'Rice, cooked: 200 g, 260 kcal',
      'Today: 260 kcal · protein 5 g · carbs 56 g · fat 1 g',
      '[1] Undo  [2] Hunger  [3] Satisfied  [4] On plan',
      'Undone: rice.',
      'Today now: 0 kcal',
      '[1] Redo',
      'Back again: rice.',
      'Logged for lunch:',
      'Rice, cooked: 200 g, 260 kcal',
      'Today: 260 kcal · protein 5 g · carbs 56 g · fat 1 g',
      '[1] Undo  [2] Hunger  [3] Satisfied  [4] On plan',
      'Lunch',
      'Rice, cooked: 200 g, 260 kcal',
      'Today: 260 kcal · protein 5 g · carbs 56 g · fat 1 g',
      '',
    ].join('\n'),
  });
  // A last line may lack its end.
  const second = await runCli([], settings, 'today');
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(second.stdout).toMatch(/^Lunch\nRice, cooked: 200 g/);
});

it('says once what stands in a new card and in the old one', { timeout: 60_000 }, async () => {
  const { stdout } = await runCli([], settings, 'a banana for dinner\nremove the banana from dinner\n');
  expect(stdout.match(/Removed: banana\./g)).toHaveLength(1);
});

it('needs nothing but a folder, and keeps there what was said', { timeout: 120_000 }, async () => {
  const own = { SPOTTER_DATA_DIR: dataFolder() };
  expect(await runCli(['start'], own, 'ate 200g rice lunch\n')).toMatchObject({ code: 0, stderr: '' });
  const { code, stdout } = await runCli(['start'], own, 'today\n');
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Lunch\nRice, cooked: 200 g/) });
});

it('finishes what is in hand when it is told to stop', { timeout: 60_000 }, async () => {
  const { child, ended, prints } = startCli([], settings);
  child.stdin.write('hello\n');
  await prints(/Hello again/);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});
