import { synonyms } from '../../phrases.ts';

/** How people ask for a day. Where a day follows, it is the one meant. */
export const dayQuestions = synonyms<'day' | 'remaining'>([
  [
    'day',
    [
      '/today', '/day', 'what did i eat', 'what have i eaten', 'what ive eaten', 'what did i have', 'what have i had', 'show me what i ate', 'show what i ate', 'show me', 'show', 'what did i log', 'what have i logged', 'what i ate', 'my day', 'my log', 'my food log', 'my meals', 'log for', 'my food',
      'summary', 'my summary', 'summary for', 'summary of', 'daily summary', 'overview', 'totals', 'total', 'total for', 'totals for', 'my totals', 'how many calories did i eat', 'how much did i eat', 'how many calories have i eaten', 'how many calories have i had', 'how many calories did i have', 'how much have i eaten', 'calories', 'my calories', 'kcal', 'how much protein did i eat', 'how much protein have i eaten', 'how much protein have i had', 'how was my day', 'list my meals', 'list meals', 'what did we eat', 'show my day', 'show my log', 'show my meals', 'diary', 'my diary', 'food diary',
    ],
  ],
  [
    'remaining',
    [
      'whats left', 'what is left', 'what do i have left', 'what have i got left', 'how much is left', 'how many calories do i have left', 'how many calories have i got left', 'how many calories left', 'how many calories are left', 'how many kcal do i have left', 'how many kcal left', 'how much can i still eat', 'what can i still eat', 'how much do i have left', 'how much have i got left', 'how many cals left', 'how many cals do i have left', 'how much protein do i have left', 'how much protein is left', 'how much protein left',
      'how many carbs do i have left', 'how much fat do i have left', 'calories left', 'kcal left', 'cals left', 'cal left', 'protein left', 'carbs left', 'remaining', 'calories remaining', 'remaining calories', 'my remaining calories', 'left', 'macros left', 'remaining macros', 'how many calories can i still eat', 'what are my remaining calories', 'how much more can i eat',
    ],
  ],
]);

/** What may follow the question and changes nothing. */
export const dayQuestionEnds: ReadonlySet<string> = new Set([
  'so', 'far', 'pls', 'please', 'for', 'the', 'day', 'me', '?', '!', '.', 'then', 'now', 'in', 'total', 'again', 'dinner', 'lunch', 'still', 'left', 'on', 'thanks', 'thx', 'to', 'eat', 'of', 'my', 'summary', 'overview',
]);
