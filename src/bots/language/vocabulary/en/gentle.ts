import { phrases, synonyms } from '../../phrases.ts';

const listed = (words: readonly string[]) => phrases(words.map((phrase) => [phrase, null] as const));

const denials = ['dont', 'do not', 'i dont', 'i do not', 'i really dont', 'please dont', 'i no longer', 'i never'];

/** How people say that something is not to be shown, and that it is. A `loose` one begins other wishes as well. */
export const showingLeads = synonyms<'hide' | 'hide-loose' | 'show' | 'show-back'>([
  [
    'hide',
    [
      'hide',
      'please hide',
      'can you hide',
      'could you hide',
      'can we hide',
      'turn off',
      'switch off',
      'stop showing',
      'stop showing me',
      'please stop showing me',
      'can you stop showing me',
      'stop sending me',
      'stop telling me',
      'id rather not see',
      'i would rather not see',
      'id rather not know',
      'i cant look at',
      'i cant stand seeing',
      'i hate seeing',
      'show me no',
      'show no',
      ...denials.flatMap((no) => [`${no} show`, `${no} show me`, `${no} tell me`]),
      ...denials.flatMap((no) => [`${no} want to see`, `${no} wanna see`, `${no} need to see`, `${no} like seeing`]),
      ...denials.flatMap((no) => [`${no} want to know`, `${no} wanna know`, `${no} want to hear about`, `${no} want`]),
    ],
  ],
  ['hide-loose', ['no', 'no more', 'without', 'fewer', 'less', 'show me fewer', 'show me less']],
  [
    'show',
    [
      'show',
      'show me',
      'please show me',
      'can you show me',
      'can i see',
      'i want to see',
      'i want',
      'i wanna see',
      'id like to see',
      'start showing',
      'start showing me',
      'turn on',
      'switch on',
      'you can show',
      'bring',
      'give me',
      'you can show me',
    ],
  ],
  ['show-back', ['unhide', 'bring back', 'give me back', 'i want back', 'reveal']],
]);

/** "turn the calories off" */
export const turningLeads = listed(['turn', 'switch', 'put']);

export const figureDeterminers = listed([
  'the',
  'my',
  'any',
  'all',
  'all the',
  'all my',
  'any of the',
  'those',
  'these',
]);

/** What is hidden. `numbers` can be about nothing else, where the others also have other uses. */
export const figureNames = synonyms<'numbers' | 'others'>([
  ['numbers', ['numbers', 'figures', 'calorie counts', 'calorie numbers', 'numbers and calories', 'number']],
  [
    'others',
    [
      'calories',
      'calorie',
      'kcal',
      'kcals',
      'cals',
      'macros',
      'nutrition',
      'weight',
      'weights',
      'calories and macros',
      'calories and weight',
      'calories or weight',
      'calories or macros',
      'weight and calories',
      'weight or calories',
      'calories and numbers',
    ],
  ],
]);

/** What stands after it and changes nothing. */
export const showingTails = synonyms<'plain' | 'back'>([
  [
    'plain',
    [
      'please',
      'pls',
      'thanks',
      'from me',
      'to me',
      'any more',
      'anymore',
      'any longer',
      'for now',
      'for a while',
      'for me',
      'at all',
      'in my messages',
      'in messages',
      'in your replies',
      'in replies',
      'on my cards',
      'ever',
      ',',
      '?',
      '.',
      '!',
    ],
  ],
  ['back', ['again', 'back', 'once more', 'as before', 'back again']],
]);

export const switchWords: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['off', false],
]);

/** What the whole of it is called, with what is said before it. */
export const gentleNames = listed([
  'gentle mode',
  'the gentle mode',
  'gentle',
  'low number mode',
  'no numbers mode',
  'no number mode',
  'number free mode',
]);
export const gentleLeads = synonyms<boolean>([
  [true, ['turn on', 'switch on', 'enable', 'activate', 'start', 'use', 'go', 'go to', 'switch to', 'i want', 'set']],
  [false, ['turn off', 'switch off', 'disable', 'deactivate', 'stop', 'end', 'leave', 'exit', 'quit', 'no more', 'no']],
]);

/** "the calories stress me out": worth an offer. */
export const burdens = listed([
  'stress me',
  'stress me out',
  'are stressing me',
  'are stressing me out',
  'trigger me',
  'are triggering',
  'are triggering me',
  'are triggering for me',
  'make me anxious',
  'are making me anxious',
  'make me feel bad',
  'make me sad',
  'make me feel guilty',
  'make me obsess',
  'make me obsessive',
  'are too much',
  'are too much for me',
  'are getting to me',
  'get to me',
  'are bad for me',
  'arent good for me',
  'are not good for me',
  'freak me out',
  'upset me',
  'scare me',
  'weigh on me',
]);
