import { readFileSync } from 'node:fs';

/** docs/schema.md, which says where each field of the schema documents has its place. */
export const schemaPage = readFileSync(new URL('../../docs/schema.md', import.meta.url), 'utf8');

/** Its tables: table of a schema document → field → places, as `table.column`. */
export function documentedPlaces(): Map<string, Map<string, string[]>> {
  const tables = new Map<string, Map<string, string[]>>();
  let fields = new Map<string, string[]>();
  for (const line of schemaPage.split('\n')) {
    const heading = /^### ([AB]: \w+)$/.exec(line)?.[1];
    if (heading) {
      fields = new Map();
      tables.set(heading, fields);
    }
    const [, field, places] = /^\| `([^`]+)` \| ((?:`\w+\.\w+`(?:, )?)+) \|/.exec(line) ?? [];
    if (field && places)
      fields.set(
        field,
        [...places.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
      );
  }
  return tables;
}
