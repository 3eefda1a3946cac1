/** What a coach asks of their clients as a whole, or of one; names are still to be looked up. */
export type CoachingReading =
  | { readonly about: 'clients' }
  | { readonly about: 'client'; readonly who: string }
  | { readonly about: 'notes'; readonly who: string }
  | { readonly about: 'note'; readonly who: string; readonly text: string };

/** Nothing that a coach would ask is longer, but for a note. */
const longestQuestion = 80;

/**
 * Reads what a coach says about those they coach, whose names are `clients`: "my clients", "who needs me", "how is anna
 * doing", "note on anna: knee pain". Null for everything else, so that what a coach logs of their own stays a log.
 */
export function readCoaching(text: string, clients: readonly string[]): CoachingReading | null {
  const said = text.trim().replace(/\s+/g, ' ');
  if (said.length <= longestQuestion) {
    const plain = said.replace(/[?.!]+$/, '').replace(/ (?:please|pls|now|today)$/i, '');
    if (all.test(plain)) return { about: 'clients' };
    const whole = knownName(plain, clients);
    if (whole) return { about: 'client', who: whole };
    for (const form of ofOne) {
      const who = knownName(form.exec(plain)?.[1] ?? '', clients);
      if (who) return { about: 'client', who };
    }
    for (const form of ofNotes) {
      const who = knownName(form.exec(plain)?.[1] ?? '', clients);
      if (who) return { about: 'notes', who };
    }
  }
  const { lead, rest = '' } = noted.exec(text.trim())?.groups ?? {};
  const named = rest === '' ? null : nameAhead(rest, clients);
  if (!named || named.rest === '') return null;
  return lead || named.isMarked ? { about: 'note', who: named.name, text: named.rest } : null;
}

/** "note on anna: …", "note: anna …" */
const noted =
  /^(?:(?:add|make|keep|take) )?(?:a )?(?:private )?note(?:(?<lead> (?:on|for|about|to|that)|\s*:|\s+-)\s*| )(?<rest>\S.*)$/is;

const all =
  /^(?:(?:(?:show|list|see|open)(?: me)? )?(?:all )?(?:my |the )?(?:clients|roster)|(?:how|where) (?:are|r) (?:all )?my clients(?: doing)?|who needs (?:me|help|attention|a message|a nudge)(?: most| first)?|who(?: is|'s|s|’s| has gone| went| has been) (?:silent|quiet|missing|falling behind)|which (?:of my )?clients need (?:me|help|attention)|who should i (?:write to|message|look at|check on)(?: first)?|triage(?: my clients)?|(?:who are|how many) (?:my )?clients(?: (?:do i have|have i(?: got)?))?|who (?:has ?n['’]?t|has not|did ?n['’]?t|did not) (?:log(?:ged)?|train(?:ed)?|check(?:ed)?[- ]in|weigh(?:ed)?(?: in)?)(?: anything| yet| this week| their food| lately)*)$/i;

const ofOne = [
  /^(?:show|open|see)(?: me)? (?:client )?(.+?)(?:['’]s card)?$/i,
  /^client (.+)$/i,
  /^(.+?)['’]s card$/i,
  /^card (?:of|for) (.+)$/i,
  /^how(?: is|'s|s|’s) (.+?)(?: doing| getting on| going| coming along)?$/i,
  /^how does (.+?) do$/i,
  /^(?:(?:show|open|see|check|get|give)(?: me)? |what(?:['’]?s| is) |how(?:['’]?s| is) )?(?:the )?(.+?)(?:['’]s)? (?:progress|status|overview|profile|summary|stats|update|card)$/i,
  /^(?:(?:show|see|check)(?: me)? )?(?:the )?(?:progress|status|overview|profile|summary|stats) (?:of|for|on) (.+)$/i,
  /^what (?:do i|do we|have i got|have we got) (?:have |know )?(?:on|about) (.+)$/i,
  /^(?:any )?(?:news|updates?) (?:on|from|about|of) (.+)$/i,
  /^(?:what about|check(?: (?:on|in on))?|look (?:at|up)|pull up|tell me about) (.+)$/i,
];

const ofNotes = [
  /^(?:my |show |show my |the )*notes (?:on|about|for|of) (.+)$/i,
  /^(?:my )?notes? (.+)$/i,
  /^(?:show |see |open |read )?(.+?)(?:['’]s)? notes$/i,
];

/** The words as typed where they are a client's name, whole or one part of it. */
function knownName(words: string, clients: readonly string[]): string | null {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return null;
  return clients.some((name) => isCalled(name, wanted)) ? words.trim() : null;
}

const isCalled = (name: string, wanted: string): boolean => {
  const lower = name.toLowerCase();
  return lower === wanted || lower.split(' ').includes(wanted);
};

/**
 * "annas weight" with the apostrophe that names whose it is: a word that is no name of a client's but one with an s behind
 * it. Null where there is none.
 */
export function withApostrophes(text: string, clients: readonly string[]): string | null {
  if (text.length > longestQuestion) return null;
  const spelt = text.replace(/(?<![\p{L}'’])(\p{L}{2,})s(?![\p{L}'’])/gu, (word: string, name: string) =>
    knownName(name, clients) && !knownName(word, clients) ? `${name}'s` : word,
  );
  return spelt === text ? null : spelt;
}

const longestNameWords = 4;

/** The longest name of a client that a text begins with, and what comes after it. */
export function nameAhead(
  text: string,
  clients: readonly string[],
): { name: string; rest: string; isMarked: boolean } | null {
  const words = [...text.matchAll(/\S+/g)];
  for (let count = Math.min(longestNameWords, words.length); count > 0; count--) {
    const last = words[count - 1];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const [, bare = '', mark = ''] = /^(.*?)(['’]s|[:,;-]|)$/s.exec(text.slice(0, end)) ?? [];
    const name = knownName(bare.replace(/\s+/g, ' '), clients);
    if (name) return { name, rest: text.slice(end).replace(/^\s*[:,;–-]?\s*/, ''), isMarked: mark !== '' };
  }
  return null;
}

/**
 * A question that has a client's name where English wants "anna's": "anna squat progress", "squat progress of anna". Null
 * where it has none.
 */
export function withPossessive(text: string, clients: readonly string[]): string | null {
  const said = text.trim();
  if (said.length > longestQuestion) return null;
  const ahead = nameAhead(said, clients);
  if (ahead && !ahead.isMarked && ahead.rest !== '') return `${ahead.name}'s ${ahead.rest}`;
  const [, asked = '', who = ''] = /^(.+?)(?: (?:of|for|from|by))? ([^\s?]+)\??$/i.exec(said) ?? [];
  const name = asked === '' ? null : knownName(who, clients);
  return name ? `${name}'s ${asked}` : null;
}
