/** What a coach says of groups of clients. */
export type GroupReading =
  | { readonly kind: 'list' }
  | { readonly kind: 'show'; readonly group: string }
  | { readonly kind: 'add' | 'take'; readonly group: string; readonly names: string[] };

const polite = '(?:(?:please|pls|can you|could you) )*';
const name = '["“]?(?<group>[^\\s:,"“”]{1,40})["”]?';
const made = new RegExp(
  `^${polite}(?:make|create|start|add|new)(?: up)? ?(?:an?|the)? ?(?:new )?(?:client )?group(?: called| named|:)? ${name}(?: with|:|,| of| for) (?<names>.+)$`,
  'iu',
);
const put = new RegExp(
  `^${polite}(?:add|put|move) (?<names>.+?) (?:to|in|into) (?:(?:the |my )?group ${name}|(?:the |my )?${name.replace('group', 'other')} group)$`,
  'iu',
);
const taken = new RegExp(
  `^${polite}(?:remove|take|drop) (?:(?<names>.+?)) (?:from|out of) (?:(?:the |my )?group ${name}|(?:the |my )?${name.replace('group', 'other')} group)$`,
  'iu',
);
const shown = new RegExp(`^${polite}(?:show(?: me)?|who(?: is|['’]?s) in) (?:the |my )?${name} group$`, 'iu');

/** Reads "make a group called mums with lisa", "add tom to the lads group", "my groups". Null for everything else. */
export function readGroup(text: string): GroupReading | null {
  const said = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '');
  if (/^(?:(?:show|list)(?: me)? )?(?:my|all|the) (?:client )?groups$/i.test(said)) return { kind: 'list' };
  const add = (made.exec(said) ?? put.exec(said))?.groups;
  if (add) return { kind: 'add', group: add.group ?? add.other ?? '', names: listed(add.names ?? '') };
  const take = taken.exec(said)?.groups;
  if (take) return { kind: 'take', group: take.group ?? take.other ?? '', names: listed(take.names ?? '') };
  const show = shown.exec(said)?.groups;
  return show ? { kind: 'show', group: show.group ?? '' } : null;
}

const listed = (names: string): string[] => names.split(/\s*(?:,|;|\band\b|&)\s*/iu).filter(Boolean);
