export interface ToldAgain {
  /** The words as a correction: "actually 3 beers". */
  readonly asCorrection: string;
  /** The words as something new, without what takes back: "i drank 3 beers". */
  readonly asLog: string;
}

const lead =
  /^\s*(?:(?:oh|ah|ok|hmm|well|and|but|so|(?<firm>actually|sorry|oops|whoops|wait|no|nah|nope|my bad|correction|i mean|i meant))(?:[\s,.!:]+|$))*/iu;
const tail =
  /(?:[\s,]+(?:lol|lmao|haha|tho|though|i think|(?<firm>actually|my bad|sorry|oops|whoops|in fact)))*\s*[.!]*\s*$/iu;
// "Just ate 3" tells of a moment ago, "only had 3" of how few.
const eaten =
  /^(?:i(?:'ve|ve| have)?\s+)?(?:(?<only>only|actually only|only actually)\s+|just\s+)?(?:actually\s+)?(?:ate|had|drank|eaten)\s+(?:(?<few>only|just)\s+)?/iu;
const amountAlone = /^(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|half)(?:\s+of\s+(?:them|those|it))?$/iu;
const notSo = /\s(?:and\s)?not\s+(?:\d|an?\s|one\b|two\b|three\b|four\b|five\b)/iu;
/** One of these stands in all of them: a first, cheap look. */
const hint =
  /\b(?:actually|my bad|sorry|oops|whoops|in fact|wait|nope?|nah|correction|i mean|i meant|only|just|not)\b/i;
/** In characters. */
const longest = 80;

/** "i drank 3 beers actually", "i only had one", "i had 3 eggs not 2": eating told once more, since it was otherwise. Null for all else. */
export function readToldAgain(text: string): ToldAgain | null {
  if (text.length > longest || !hint.test(text) || /[?\n]/.test(text)) return null;
  const before = lead.exec(text);
  const rest = text.slice(before?.[0].length ?? 0);
  const after = tail.exec(rest);
  const asLog = rest.slice(0, after?.index ?? rest.length).trim();
  const verb = eaten.exec(asLog);
  const what = asLog.slice(verb?.[0].length ?? 0).trim();
  if (what === '') return null;
  const isFirm = before?.groups?.firm !== undefined || after?.groups?.firm !== undefined;
  const isOnly = (verb?.groups?.only ?? verb?.groups?.few) !== undefined && amountAlone.test(what);
  const few = verb ? null : /^(?:just|only)\s+(.+)$/iu.exec(what)?.[1];
  if (few && amountAlone.test(few)) return { asCorrection: `actually ${few}`, asLog };
  if (verb ? !(isFirm || isOnly || notSo.test(what)) : after?.groups?.firm === undefined) return null;
  return { asCorrection: `actually ${what}`, asLog };
}
