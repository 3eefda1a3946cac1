import { expect, it } from 'vitest';
import { createLanes } from '../../src/bots/lanes.ts';

it('does the tasks of a lane one after the other, and those of other lanes meanwhile', async () => {
  const { run, idle } = createLanes();
  const done: string[] = [];
  let open = () => {};
  const slow = new Promise<void>((resolve) => {
    open = resolve;
  });
  void run('a', () => slow.then(() => void done.push('a1')));
  void run('a', async () => void done.push('a2'));
  await run('b', async () => void done.push('b1'));
  expect(done).toEqual(['b1']);
  open();
  await idle();
  expect(done).toEqual(['b1', 'a1', 'a2']);
});

it('goes on behind a task that failed, whose caller hears of it', async () => {
  const { run } = createLanes();
  const failed = run('a', async () => {
    throw new Error('no');
  });
  const next = run('a', async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

it('is idle only when what was added meanwhile is done as well', async () => {
  const { run, idle } = createLanes();
  const done: number[] = [];
  void run('a', async () => {
    void run('b', async () => void done.push(1));
  });
  await idle();
  expect(done).toEqual([1]);
});
