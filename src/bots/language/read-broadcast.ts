/** Words for several clients at once. */
export interface BroadcastReading {
  /** A group by name, or `all`. */
  readonly group: string;
  readonly text: string;
}

const openers = '(?:(?:hey|hi|ok|so|and|please|pls|can (?:you|u)|could (?:you|u)|i want to|i need to|let me)[, ]+)*';
const verb =
  '(?:tell|message|msg|dm|text|inform|notify|update|write(?: to)?|broadcast(?: to)?|announce to|send(?: a message)?(?: to)?|let)';
const all =
  '(?:every ?one|every ?body|all(?: of)?(?: my| the)? (?:clients|athletes|people)|(?:all )?(?:my|the) clients|all of them|them all)';
const joint = '(?: know)?(?:[ ,]+that\\b|\\s*[:,–-]+| to(?= \\p{L}+)(?! (?:the|my|me|our|this|that)\\b)|)\\s+';
const body = '(?<text>\\S[\\s\\S]*)$';
const forms = [
  new RegExp(`^${openers}${verb} (?<all>${all})(?: in| from)?${joint}${body}`, 'iu'),
  new RegExp(`^${openers}${verb} (?:the |my |all )?(?<group>[^\\s:,]{1,40}) group${joint}${body}`, 'iu'),
];
const behind = new RegExp(
  `^${openers}send (?:(?:this|the following) )?["“]?(?<text>\\S[\\s\\S]*?)["”]? to (?:(?<all>${all})|(?:the |my )?(?<group>[^\\s:,]{1,40}) group)[.!]*$`,
  'iu',
);

/**
 * Reads what a coach wants several clients to read: "tell everyone great week", "message all my clients: …", "write to the
 * beginners group: …". Null for everything else.
 */
export function readBroadcast(text: string): BroadcastReading | null {
  const said = text.trim();
  for (const form of [...forms, behind]) {
    const { group, text: words = '' } = form.exec(said)?.groups ?? {};
    const bare = words
      .trim()
      .replace(/^["“]|["”]$/gu, '')
      .trim();
    // "tell everyone about …" is a wish, and no words.
    if (bare !== '' && !/^(?:about|what|how|when|why|who)\b/iu.test(bare))
      return { group: group ?? 'all', text: toThem(bare) };
  }
  return null;
}

/** "log their dinner" as they will read it. */
const toThem = (words: string): string =>
  words.replace(/\btheir\b/giu, 'your').replace(/\bthemsel(?:f|ves)\b/giu, 'yourself');
