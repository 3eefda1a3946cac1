import type { TemplateFault } from './language/template-compile.ts';
import { bold, code, lines, quoted, type Text } from './text.ts';

/** More at once nobody mends. */
const mostShown = 5;
/** In characters: a longer line is cut around the place. */
const longestShown = 60;

/** What keeps a pasted text from being understood: each with its line, a mark below the place, and what may be meant. */
export function faultsText(faults: readonly TemplateFault[]): Text {
  const rest = faults.length - mostShown;
  return lines(
    bold(faults.length === 1 ? 'One thing I could not read:' : `${faults.length} things I could not read:`),
    ...faults.slice(0, mostShown).flatMap(({ line, column, length, source, says, suggestion }) => {
      const hint = suggestion === null ? '' : ` Did you mean ${quoted(suggestion)}?`;
      return [`Line ${line}, column ${column}: ${says}${hint}`, code(marked(source, column, length))];
    }),
    rest > 0 ? `And ${rest} more.` : null,
    'Mend it and send the whole text again; nothing is kept yet.',
  );
}

/** The line with a mark below the place: carets under what it is about. */
function marked(line: string, column: number, length: number): string {
  const from = Math.max(0, Math.min(column - 1 - 20, line.length - longestShown));
  const shown = line.slice(from, from + longestShown).replace(/[\t\p{Cc}\p{Cf}]/gu, ' ');
  const at = column - 1 - from;
  return `${shown}\n${' '.repeat(at)}${'^'.repeat(Math.max(1, Math.min(length, longestShown - at)))}`;
}
