import type { OpenItem } from './group-items.ts';
import { type Line, wordAt } from './line.ts';

/** "2 tbsp butter or oil", "1 cup olive, canola or grapeseed oil": one item with a choice of names, back to the amount. */
export function joinAlternatives(line: Line, items: readonly OpenItem[]): OpenItem[] {
  const joined: OpenItem[] = [];
  for (const item of items) {
    if (item.join !== 'or') {
      joined.push(item);
      continue;
    }
    let first = joined.pop();
    const others: OpenItem[] = [item];
    while (first && first.amounts.length === 0 && first.join === 'comma' && joined.length > 0) {
      others.unshift(first);
      first = joined.pop();
    }
    if (!first) {
      joined.push(...others);
      continue;
    }
    const last = others.at(-1)?.words.at(-1) ?? -1;
    for (let token = (first.words.at(-1) ?? last) + 1; token <= last; token++) {
      if (!line.language.intensifiers.has(wordAt(line, token))) first.words.push(token);
    }
    joined.push(first);
  }
  return joined;
}
