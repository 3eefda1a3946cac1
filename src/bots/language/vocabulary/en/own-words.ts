import { phrases, synonyms } from '../../phrases.ts';

const said = (...list: readonly string[]) => phrases(list.map((phrase) => [phrase, null] as const));
const each = (firsts: readonly string[], seconds: readonly string[]): string[] =>
  firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));

/** Words for what a person's own words mean, and how one forgets them again. */
export const ownWords = {
  /** A first look: what has none of these is about something else. */
  hint: /\b(?:words?|forget|unlearn|means?|mean|meant|short for|vocabulary|learn(?:ed|t)|holds?|fits?)\b|^\W*(?:an?|one|1|my|our|the|each|every)\s[^\n]{1,60}(?:\bis\b|\bare\b|\bwas\b|weighs?|contains|has|=)\D{0,20}\d/i,
  list: said(
    'my words',
    'own words',
    'my own words',
    'my vocabulary',
    'words',
    ...each(
      ['show', 'show me', 'list', 'see', 'what are', 'view'],
      ['my words', 'my own words', 'my vocabulary', 'the words you know'],
    ),
    'what do my words mean',
    'what words do you know',
    'which words do you know',
    'what words have you learned',
    'which words have you learned',
    'what words have you learnt',
    'which words have you learnt',
    'what have you learned',
    'what have you learnt',
    'what have you learned about my words',
  ),
  forgetAll: said(
    ...each(
      ['forget', 'unlearn', 'delete', 'remove', 'clear'],
      ['my words', 'all my words', 'all words', 'all of my words'],
    ),
  ),
  /** `sure`: nothing but a word can follow; `loose`: it must be a word they have taught. */
  forget: synonyms<'sure' | 'loose'>([
    [
      'sure',
      [
        ...each(
          ['forget', 'unlearn', 'delete', 'remove'],
          ['the word', 'my word', 'word', 'what i mean by', 'what i call', 'my word for'],
        ),
        'unlearn',
      ],
    ],
    ['loose', ['forget', 'forget what', 'forget that', 'forget about', 'forget how much', 'forget the', 'forget my']],
  ]),
  /** What may stand after the word to be forgotten. */
  afterForgotten: said('means', 'mean', 'is', 'holds', 'weighs', 'from my words', 'as a word', 'word', 'again'),
  /** What leads to a word and then to what it means. */
  tells: said(
    'when i say',
    'if i say',
    'whenever i say',
    'when i write',
    'if i write',
    'whenever i write',
    'by',
    'with',
    'saying',
  ),
  told: said(
    'i mean',
    'i always mean',
    'it means',
    'it is',
    'its',
    'that means',
    'thats',
    'that is',
    'then i mean',
    'i meant',
  ),
  means: said(
    'means',
    'always means',
    'should mean',
    'stands for',
    'is short for',
    'is my word for',
    'is what i call',
    'to me means',
    'for me means',
  ),
  ones: new Set(['a', 'an', 'one', '1', 'my', 'our', 'the', 'each', 'every']),
  holds: said(
    'is',
    'are',
    'was',
    '=',
    'holds',
    'hold',
    'fits',
    'weighs',
    'weigh',
    'contains',
    'has',
    'means',
    'is always',
    'always holds',
    'is actually',
  ),
  past: new Set(['was']),
  about: said('about', 'around', 'roughly', 'approx', 'approximately', '~', 'always', 'usually', 'exactly', 'actually'),
  eachEnd: said('each', 'a piece', 'apiece', 'every time', 'for me', 'in my house', 'at home'),
  /** No words by which anybody calls a food. */
  noWords: new Set([
    'it',
    'this',
    'that',
    'which',
    'what',
    'he',
    'she',
    'they',
    'i',
    'you',
    'we',
    'who',
    'life',
    'mean',
  ]),
};
