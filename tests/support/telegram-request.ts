import type { IncomingMessage } from 'node:http';

/** The fields of a Bot API call; files as Buffers. */
export type Body = { readonly [field: string]: unknown };

/** Reads what a client posted, as JSON or as a form. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1];
  if (boundary !== undefined) return readForm(whole, boundary);
  return whole.length === 0 ? {} : JSON.parse(whole.toString('utf8'));
}

function readForm(whole: Buffer, boundary: string): Body {
  const fields: Record<string, unknown> = {};
  const delimiter = Buffer.from(`--${boundary}`);
  for (let at = whole.indexOf(delimiter); at !== -1; ) {
    const next = whole.indexOf(delimiter, at + delimiter.length);
    if (next === -1) break;
    const part = whole.subarray(at + delimiter.length + 2, next - 2);
    const headerEnd = part.indexOf('\r\n\r\n');
    const headers = part.subarray(0, headerEnd).toString('utf8');
    const content = part.subarray(headerEnd + 4);
    const name = /name="([^"]*)"/.exec(headers)?.[1] ?? '';
    fields[name] = headers.includes('filename=') ? content : content.toString('utf8');
    at = next;
  }
  return fields;
}
