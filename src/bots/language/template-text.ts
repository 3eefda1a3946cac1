import { editDistance } from '../../domain/search/edit-distance.ts';
import type { TemplateFault } from './template-compile.ts';

/** A line that says something, without what only marks it as one of a list. */
export interface TemplateLine {
  readonly number: number;
  /** Where its words begin in what was typed; from 1. */
  readonly column: number;
  readonly text: string;
  /** As typed. */
  readonly source: string;
}

/** The lines of a pasted text that say something. */
export function templateLines(text: string, firstNumber = 1): TemplateLine[] {
  return text.split('\n').flatMap((whole, i) => {
    const lead = /^\s*(?:[-*•–]\s+)?/u.exec(whole)?.[0].length ?? 0;
    const said = whole.slice(lead).trimEnd();
    return said === '' ? [] : [{ number: firstNumber + i, column: lead + 1, text: said, source: whole }];
  });
}

/** What is wrong with a part of a line. */
export function faultIn(
  line: TemplateLine,
  offset: number,
  length: number,
  says: string,
  meant: readonly string[],
): TemplateFault {
  const { number, column, source } = line;
  const suggestion = meant.length > 0 ? meant.join(', ') : null;
  return { line: number, column: column + offset, length: Math.max(1, length), source, says, suggestion };
}

/** The names a mistyped word may stand for, nearest first, at most three. */
export function nearestNames(word: string, names: Iterable<string>): string[] {
  const said = word.toLowerCase();
  const limit = said.length > 5 ? 2 : 1;
  return [...names]
    .map((name) => ({ name, distance: editDistance(said, name.toLowerCase(), limit) }))
    .filter(({ distance }) => distance > 0 && distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}
