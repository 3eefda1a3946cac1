import { readdirSync, readFileSync } from 'node:fs';
import { dataFolder } from './food-rows.ts';

/** Names by the code of their language, in the order of trust. */
export type NamesByLanguage = Readonly<Record<string, readonly string[]>>;

/**
 * What curated foods are called in languages other than English, by slug: `names-es.tsv` has a Spanish name and a slug a
 * line. Throws with the line that is wrong; a name has one food.
 */
export function readFoodNames(): ReadonlyMap<string, NamesByLanguage> {
  const bySlug = new Map<string, Record<string, string[]>>();
  for (const file of readdirSync(dataFolder).sort()) {
    const language = /^names-([a-z]{2})\.tsv$/.exec(file)?.[1];
    if (language === undefined) continue;
    const taken = new Set<string>();
    const [, ...rows] = readFileSync(new URL(file, dataFolder), 'utf8').trimEnd().split('\n');
    rows.forEach((row, i) => {
      const [name = '', slug = '', ...rest] = row.split('\t');
      const key = name.toLowerCase();
      if (!name || !slug || rest.length > 0 || taken.has(key))
        throw new Error(`db/data/${file}, line ${i + 2}: ${row}`);
      taken.add(key);
      const names = bySlug.get(slug) ?? {};
      bySlug.set(slug, { ...names, [language]: [...(names[language] ?? []), name] });
    });
  }
  return bySlug;
}
