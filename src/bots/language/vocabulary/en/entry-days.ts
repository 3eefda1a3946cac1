import { phrases } from '../../phrases.ts';

/**
 * Before the day or the meal that something was logged for: "the wine from yesterday", "the coffee i had at lunch". Whether
 * it stays with what is before it: "take the wine off | dinner".
 */
export const entryDayLeads = phrases(
  ['from', 'of', 'off', 'in', 'on', 'at', 'for', 'out of'].flatMap((lead) =>
    ['', 'i had ', 'i ate ', 'i drank ', 'i did ', 'i logged ', 'logged ', 'that i had ', 'that i ate '].map(
      (had) => [`${had}${lead}`, { stays: lead === 'off' }] as const,
    ),
  ),
);

/** The same where the day follows without such a word: "the coffee i had yesterday". */
export const entryDayVerbs = phrases(
  ['i had', 'i ate', 'i drank', 'i did', 'i logged', 'that i had', 'that i ate', 'that i drank', 'that i logged'].map(
    (verb) => [verb, { stays: false }] as const,
  ),
);

/** How a day is written to which something belongs: "yesterday’s", "mondays". */
export const possessive = /s$/i;
