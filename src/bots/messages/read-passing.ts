import { readMessage } from '../language/read-message.ts';

/** Words for another person. */
export interface Passing {
  /** A name as typed; null for one's own coach. */
  readonly to: string | null;
  readonly body: string;
  /** All of it, where the first word may be no name after all. */
  readonly whole?: string;
}

/** Reads "/msg anna great week", "/message my knee hurts" (to the coach) and what is said without a slash. */
export function readPassing(text: string): Passing | null {
  const [, slash, rest = ''] = /^\/(msg|message)\b\s*(.*)$/isu.exec(text) ?? [];
  if (slash === undefined) return readMessage(text);
  if (slash.toLowerCase() === 'message') return readMessage(`message my coach: ${rest}`);
  const coach = /^(?:my )?coach\b[\s:,]*(.*)$/isu.exec(rest);
  if (coach) return coach[1] ? { to: null, body: coach[1].trim() } : null;
  const [, quotedName, name, body = ''] = /^(?:"([^"]+)"|@?([^\s:,]+))[\s:,]*(.*)$/su.exec(rest.trim()) ?? [];
  const to = quotedName ?? name;
  if (to === undefined) return null;
  return { to, body: body.trim(), whole: rest.trim() };
}
