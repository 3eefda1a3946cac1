import type { Line } from './line.ts';
import type { Phrases } from './phrases.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

const found = new Map<Vocabulary, ReadonlySet<string>>();
let last: { readonly language: Vocabulary; readonly words: ReadonlySet<string> } | undefined;

/**
 * Whether a word means nothing in itself to whoever reads meals: it counts, measures, joins, dates and describes nothing,
 * and is most likely part of a food's name. It is looked up once, instead of in every table there is.
 */
export function isOrdinary({ language, ownSlots }: Line, word: string): boolean {
  if (last?.language !== language) last = { language, words: mealWords(language) };
  return !last.words.has(word) && !(ownSlots.byFirstWord.size > 0 && ownSlots.byFirstWord.has(word));
}

function mealWords(language: Vocabulary): ReadonlySet<string> {
  const known = found.get(language);
  if (known) return known;
  const words = new Set(ownOfRecognisers);
  for (const { byFirstWord } of phrasesOf(language)) for (const word of byFirstWord.keys()) words.add(word);
  for (const list of wordsOf(language)) for (const word of list.keys()) words.add(word);
  found.set(language, words);
  return words;
}

/** Words that recognisers know without a vocabulary. */
const ownOfRecognisers = ['for', 'in', 'on', 'the', 'then', 'or', 'but', 'to', 'with', 'w/', 'w', 'x', 'times', 'past'];

const phrasesOf = ({ clock, eating, remarks, ...language }: Vocabulary): readonly Phrases<unknown>[] => [
  language.vague,
  language.approximately,
  language.units,
  language.sizes,
  language.slots,
  language.slotLeads,
  language.slotCopulas,
  language.slotHeads,
  language.slotLetters,
  language.slotBlanks,
  language.slotSkips,
  language.days,
  clock.leads,
  eating.subjects,
  eating.verbs,
  language.withs,
  language.thens,
  language.fillers,
  language.refusals,
  remarks.phrases,
  remarks.opinions,
];

const wordsOf = ({ clock, eating, remarks, ...language }: Vocabulary): readonly Pick<Set<string>, 'keys'>[] => [
  language.numbers,
  language.tens,
  language.fractions,
  language.groups,
  language.articles,
  language.determiners,
  language.pronouns,
  language.more,
  language.of,
  language.and,
  language.to,
  language.ors,
  language.measureAdjectives,
  language.dayLeads,
  language.weekdays,
  language.months,
  clock.hours,
  clock.named,
  eating.adverbs,
  language.amids,
  language.withouts,
  language.plus,
  language.buts,
  language.usuals,
  language.forms,
  language.neutral,
  language.descriptors,
  language.intensifiers,
  remarks.preparations,
  remarks.adverbs,
  remarks.opinionLeads,
];
