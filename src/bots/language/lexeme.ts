/** A word and what is known of it, whoever says it: what is asked of each word of each message is found out once. */
export interface Lexeme {
  /**
   * The word itself, always the same string and kept as the names of properties are: engines then compare it and find it
   * in tables by where it stands, without looking at its letters.
   */
  readonly word: string;
  /** What `wordFact` has found, each at the place of who asks. */
  readonly facts: unknown[];
  /** In which tables of phrases it begins any, as bits; null until it is asked. */
  begins: readonly number[] | null;
}

/** How many words are remembered: far more than people's usual ones. */
const mostWords = 20_000;
/** In characters: longer ones are no words, and are not kept. */
export const longestWord = 60;
const remembered = new Map<string, Lexeme>();

/** What is known of a word as vocabulary writes it. */
export function lexemeOf(written: string): Lexeme {
  const known = remembered.get(written);
  if (known) return known;
  if (written.length > longestWord) return { word: written, facts: [], begins: null };
  const [word = written] = Object.keys({ [written]: null });
  const lexeme: Lexeme = { word, facts: [], begins: null };
  if (remembered.size >= mostWords) remembered.clear();
  remembered.set(word, lexeme);
  return lexeme;
}

let places = 0;

/** Makes a question about words that is answered by the word alone. Each word's answer is found once and kept with it. */
export function wordFact<Fact extends string | number | boolean | object | null>(
  find: (word: string) => Fact,
): (lexeme: Lexeme) => Fact {
  const place = places++;
  return ({ word, facts }) => {
    const known = facts[place] as Fact | undefined;
    if (known !== undefined) return known;
    while (facts.length < place) facts.push(undefined);
    const fact = find(word);
    facts[place] = fact;
    return fact;
  };
}
