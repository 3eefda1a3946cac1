import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

interface Bundler {
  build(options: object): Promise<unknown>;
}

const root = resolve(import.meta.dirname, '../..');
let folder: string | null = null;
const made = new Map<string, Promise<string>>();

/**
 * A script of this folder as one file of plain JavaScript, which starts in a quarter of the time that its sources need:
 * for processes that are killed and started again and again. Packages stay as they are. Returns its path.
 */
export function bundled(script: string): Promise<string> {
  const known = made.get(script) ?? bundle(resolve(import.meta.dirname, script));
  made.set(script, known);
  return known;
}

async function bundle(source: string): Promise<string> {
  folder ??= makeFolder();
  const outfile = join(folder, basename(source).replace(/\.ts$/, '.mjs'));
  const options = { bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' };
  await bundler().build({ ...options, entryPoints: [source], outfile, logLevel: 'error' });
  return outfile;
}

/** What tsx itself compiles our sources with. */
function bundler(): Bundler {
  const ofTsx = createRequire(createRequire(import.meta.url).resolve('tsx'));
  return ofTsx('esbuild') as Bundler;
}

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'spotter-bundled-'));
  symlinkSync(join(root, 'node_modules'), join(made, 'node_modules'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
