import { mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createFileStore } from '../../../src/domain/media/file-store.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'spotter-store-')), 'media');
afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));
const store = createFileStore(folder);

async function listed(epochMs: number): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of store.writtenBefore(epochMs)) paths.push(path);
  return paths;
}

it('has nothing before the first file', async () => {
  expect(await listed(Date.now())).toEqual([]);
});

it('keeps a file under a name that tells nothing, for this user alone', async () => {
  const [one, other] = [await store.write(Buffer.from('one')), await store.write(Buffer.from('one'))];
  expect(one).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{32}\.jpg$/);
  expect(one).not.toBe(other);
  expect((await store.read(one))?.toString()).toBe('one');
  const modes = [join(folder, one), dirname(join(folder, one)), folder].map((path) => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o600, 0o700, 0o700]);
});

it('removes a file, twice without complaint', async () => {
  const path = await store.write(Buffer.from('gone'));
  await store.remove(path);
  await store.remove(path);
  expect(await store.read(path)).toBeNull();
});

it('lists what was written before a moment', async () => {
  const [old, young] = [await store.write(Buffer.from('old')), await store.write(Buffer.from('young'))];
  utimesSync(join(folder, old), 1000, 1000);
  const found = await listed(2_000_000);
  expect(found).toEqual([old]);
  expect(await listed(Date.now() + 60_000)).toContain(young);
});

it.each(['../secret', '/etc/passwd', 'ab/../../x.jpg', 'ab/cd.jpg', ''])(
  'never leaves its folder for %j',
  async (path) => {
    await expect(async () => store.read(path)).rejects.toThrow('not a path of ours');
    await expect(async () => store.remove(path)).rejects.toThrow('not a path of ours');
  },
);
