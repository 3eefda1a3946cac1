/**
 * The lines of a stream as it comes: what ends in `\n`, without one `\r` before it, and a last one that ends with the
 * stream. Nothing else ends a line, so text may hold any other separator.
 */
export async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  // Kept apart until their line ends: a long line would otherwise be searched anew with each piece.
  let pieces: string[] = [];
  for await (const chunk of input as AsyncIterable<string>) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      pieces.push(chunk.slice(from, end));
      yield withoutReturn(pieces.join(''));
      pieces = [];
      from = end + 1;
    }
    if (from < chunk.length) pieces.push(chunk.slice(from));
  }
  if (pieces.length > 0) yield withoutReturn(pieces.join(''));
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
