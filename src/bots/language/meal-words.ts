import type { Line } from './line.ts';
import type { Token } from './scan.ts';
import { wordsOfLanguage } from './words-of-language.ts';

/** Words that recognisers know without a vocabulary. */
const ownOfRecognisers = ['for', 'in', 'on', 'the', 'then', 'or', 'but', 'to', 'with', 'w/', 'w', 'x', 'times', 'past'];

const mealWords = wordsOfLanguage(
  ({ clock, eating, remarks, ...language }) => [
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
  ],
  ownOfRecognisers,
);

/**
 * Whether a word means nothing in itself to whoever reads meals: it counts, measures, joins, dates and describes nothing,
 * and is most likely part of a food's name. It is looked up once, instead of in every table there is.
 */
export const isOrdinary = ({ language, ownSlots }: Line, { word, lexeme }: Token): boolean =>
  !mealWords(language, lexeme) && !(ownSlots.byFirstWord.size > 0 && ownSlots.byFirstWord.has(word));
