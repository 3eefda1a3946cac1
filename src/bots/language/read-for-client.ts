import { nameAhead } from './read-coaching.ts';

/** What a coach would do for a client that only the client can. */
export interface ForClient {
  readonly kind: 'theirs' | 'hand-over';
  readonly who: string;
}

const longestText = 300;
const recorded = /^(?:(?:please|pls|can you|could you) )*(?:log|record|track|enter|add|put in|note down)\s+\S/i;
const handed =
  /^(?:(?:please|pls|can you|could you|i want to|how do i|how can i) )*(?:hand|transfer|pass|give|move|refer)\s+/i;
const toAnother =
  /^(?:over\s+|on\s+|across\s+)?to\s+(?:another|a different|a new|some other)\s+(?:coach|trainer)\b|^(?:over|across)\s+to\s+\p{L}/iu;

/** Reads "log 200g rice for kim" and "hand jo over to another coach". Null for everything else. */
export function readForClient(text: string, clients: readonly string[]): ForClient | null {
  if (clients.length === 0 || text.length > longestText) return null;
  const said = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '');
  const lead = handed.exec(said);
  const named = lead && nameAhead(said.slice(lead[0].length), clients);
  if (named && !named.isMarked && toAnother.test(named.rest)) return { kind: 'hand-over', who: named.name };
  if (!recorded.test(said)) return null;
  for (const found of said.matchAll(/\sfor\s+/gi)) {
    const of = nameAhead(said.slice(found.index + found[0].length), clients);
    if (of && !of.isMarked) return { kind: 'theirs', who: of.name };
  }
  return null;
}
