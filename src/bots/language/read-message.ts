import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

export interface MessageReading {
  /** The name as typed; null for "my coach". */
  readonly to: string | null;
  /** The words as typed, without what leads to them and a full stop or exclamation mark at their end. */
  readonly body: string;
}

interface Recipient {
  readonly to: string | null;
  readonly end: number;
}

const noSlots = phrases<string>([]);
/** Where the words end: quotes around them are none of them. */
const quotes = /^["“”'‘’«»]+|["“”'‘’«»]+$/gu;

/**
 * Reads a message to one's coach or to a person by name: "tell my coach my knee hurts", "@coach …", "message anna great
 * week". Null for anything else: "my coach told me …", "tell me about …", "message received".
 */
export function readMessage(text: string): MessageReading | null {
  const { messages } = english;
  // A message may be long; what it begins with tells.
  if (!messages.hint.test(text.slice(0, longestLead))) return null;
  const line: Line = { text, tokens: scan(text.slice(0, longestLead)), language: english, ownSlots: noSlots };
  let at = 0;
  for (;;) {
    const opener = phraseAt(messages.openers, line.tokens, at);
    if (!opener || phraseAt(messages.verbs, line.tokens, at)) break;
    at = opener.end;
  }
  const found = readSendTo(line, at) ?? readVerb(line, at);
  if (!found) return null;
  const from = line.tokens[found.end]?.start;
  const body = from === undefined ? '' : trimmed(text.slice(from));
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body) ? { to: found.to, body } : null;
}

/** In characters: a lead lies within these. */
const longestLead = 200;

/** "send a message to my coach: …" */
function readSendTo(line: Line, at: number): Recipient | null {
  const { sendTo, bodyLeads } = line.language.messages;
  const lead = phraseAt(sendTo, line.tokens, at);
  const person = lead && recipient(line, lead.end, true);
  return person && { ...person, end: phraseAt(bodyLeads, line.tokens, person.end)?.end ?? person.end };
}

function readVerb(line: Line, at: number): Recipient | null {
  const { verbs, bodyLeads, afterSend, know, askJoints } = line.language.messages;
  const isSend = wordAt(line, at) === 'send' && wordAt(line, at + 1) !== 'to';
  const verb = isSend ? { meaning: 'send' as const, end: at + 1 } : phraseAt(verbs, line.tokens, at);
  if (!verb) return null;
  const person = recipient(line, verb.end, verb.meaning === 'send');
  if (!person || (verb.meaning === 'coach' && person.to !== null)) return null;
  const { end } = person;
  const past = (next: number): Recipient => ({
    ...person,
    end: phraseAt(bodyLeads, line.tokens, next)?.end ?? next,
  });
  if (verb.meaning === 'know') {
    const known = phraseAt(know, line.tokens, end);
    // "know i am ill" keeps its "i".
    return known && past(wordAt(line, known.end - 1) === 'i' ? known.end - 1 : known.end);
  }
  if (verb.meaning === 'ask' && person.to !== null && !askJoints.has(wordAt(line, end))) return null;
  // "tell anna to rest" says to her: rest.
  const isBidden = verb.meaning === 'tell' && wordAt(line, end) === 'to' && !noBidding.has(wordAt(line, end + 1));
  if (isBidden) return past(end + 1);
  const sent = phraseAt(afterSend, line.tokens, end);
  if (isSend) return sent && past(sent.end);
  return past(verb.meaning === 'send' && sent ? sent.end : end);
}

/** What follows no bidding: "tell anna to my mind she did well". */
const noBidding: ReadonlySet<string> = new Set([
  '',
  'the',
  'my',
  'me',
  'her',
  'him',
  'them',
  'his',
  'their',
  'this',
  'that',
  'a',
  'an',
]);

/** "my coach", "coach anna", "anna", "@anna". */
function recipient(line: Line, at: number, isSending: boolean): Recipient | null {
  const { coach, titles, noNames } = line.language.messages;
  const start = wordAt(line, at) === '@' ? at + 1 : at;
  const mine = phraseAt(coach, line.tokens, start);
  if (mine) {
    const isTitle = mine.end === start + 1 && titles.has(wordAt(line, start));
    const name = line.tokens[mine.end];
    // "tell coach Anna …": a name only where it is written as one.
    const isNamed = isTitle && name?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(line.text.slice(name.start, name.end));
    return isNamed && !noNames.has(name.word)
      ? { to: line.text.slice(name.start, name.end), end: mine.end + 1 }
      : { to: null, end: mine.end };
  }
  const name = line.tokens[start];
  // "@ home" is a place.
  if (start > at && name?.isGlued === false) return null;
  if (name?.kind !== 'word' || noNames.has(name.word) || name.word.length < 2) return null;
  // Bots are mentioned to be spoken to.
  if (name.word.endsWith('bot')) return null;
  const typed = line.text.slice(name.start, name.end);
  const next = line.tokens[start + 1];
  const isAddressed = start > at || isSending || next?.word === ':' || next?.word === 'that' || next?.word === 'to';
  const isWritten = /^\p{Lu}/u.test(typed);
  if (!isAddressed && !isWritten && line.tokens.length - start < 3) return null;
  return { to: typed, end: start + 1 };
}

function trimmed(body: string): string {
  const whole = body.trim().replace(quotes, '').trim();
  // A mood's "!!!" goes; a question keeps its mark.
  return whole.replace(/[.!]+$/u, '').trim();
}
