import { phrases, synonyms } from '../../phrases.ts';

const said = (list: readonly string[]) => phrases(list.map((phrase) => [phrase, null] as const));

/** What Spotter tells by itself, under the words by which its reminder goes. */
export type Telling = 'daily summary' | 'weekly card' | 'streak warning' | 'morning briefing';

const kinds = ['summary', 'summaries', 'report', 'recap', 'overview', 'card'];
const of = (leads: readonly string[]): string[] => leads.flatMap((lead) => kinds.map((kind) => `${lead} ${kind}`));

export const tellings = synonyms<Telling>([
  ['daily summary', of(['daily', 'day', 'evening', 'nightly', 'end of day', 'end of the day'])],
  ['weekly card', of(['weekly', 'week', 'sunday', 'week in review'])],
  ['streak warning', ['streak warning', 'streak warnings', 'streak alert', 'streak alerts', 'streak reminder']],
  [
    'morning briefing',
    [
      'briefing',
      'morning briefing',
      'daily briefing',
      'coach briefing',
      'client briefing',
      'clients briefing',
      'morning five',
    ],
  ],
]);

/** A whole wish to be warned. */
export const warnings = synonyms<Telling>([
  [
    'streak warning',
    ['warn me', 'alert me', 'tell me', 'let me know', 'remind me', 'ping me'].flatMap((lead) =>
      [
        'before my streak ends',
        'before my streak breaks',
        'before i lose my streak',
        'before i break my streak',
        'before the streak ends',
        'when my streak is at risk',
        'if my streak is at risk',
        'when i am about to lose my streak',
        'when im about to lose my streak',
        'if im about to lose my streak',
        'about my streak',
      ].map((rest) => `${lead} ${rest}`),
    ),
  ],
]);

export const tellingLeads = said([
  'send me',
  'send me a',
  'send me the',
  'send me my',
  'send',
  'send the',
  'give me',
  'give me a',
  'give me the',
  'give me my',
  'i want a',
  'i want the',
  'i want my',
  'id like a',
  'i would like a',
  'can i have a',
  'can i get a',
  'get me a',
  'turn on',
  'turn on the',
  'turn on my',
  'switch on',
  'switch on the',
  'switch on my',
  'enable',
  'enable the',
  'start',
  'start the',
  'set',
  'set a',
  'set my',
  'set the',
  'move my',
  'move the',
  'change my',
]);
/** These switch by themselves. */
export const onLeads = said([
  'turn on',
  'turn on the',
  'turn on my',
  'switch on',
  'switch on the',
  'switch on my',
  'enable',
  'enable the',
  'enable my',
  'start the',
  'bring back the',
  'bring back my',
]);
export const offLeads = said([
  'turn off',
  'turn off the',
  'turn off my',
  'switch off',
  'switch off the',
  'switch off my',
  'disable',
  'disable the',
  'disable my',
  'no more',
  'no',
  'stop',
  'stop the',
  'stop my',
  'stop sending me',
  'stop sending me the',
  'stop sending me a',
  'stop sending',
  'stop sending the',
  'cancel the',
  'cancel my',
  'remove the',
  'remove my',
]);
export const onTails = synonyms<'on' | 'off'>([
  ['on', ['on', 'back on', 'on again', 'please on', 'on please']],
  ['off', ['off', 'off please', 'away']],
]);

/** "move my gym reminder to 19:00" */
export const moveLeads = said([
  'move',
  'change',
  'shift',
  'reschedule',
  'put',
  'set',
  'update',
  'edit',
  'make',
  'switch',
  'keep',
  'push',
  'bring',
]);
/** What of a reminder there is stands after them: "move the", "change my". */
export const standing = said(['the', 'my', 'that', 'this', 'our']);
/** The one there is, or the one just set or said. */
export const onlyOne = said(
  ['the', 'my', 'that', 'this', 'that one', 'this one', 'the last', 'that last', 'my last'].map(
    (word) => `${word} reminder`,
  ),
);
/** Right after a reminder. */
export const pronouns = said(['it', 'that', 'this', 'that one', 'this one', 'the time', 'the time of it']);
/** "push it back to 9" */
export const moveBack = said(['back', 'up', 'forward', 'forwards', 'earlier', 'later', 'down', 'out', 'over']);
export const moveTo = said(['to', 'to be', 'to be at', 'for', 'at', 'to come', 'to come at', 'on']);

/** "make … every 90 min": a change that needs no "to". */
export const made: ReadonlySet<string> = new Set(['make', 'set']);
/** "make the gym reminder 8pm" */
export const madeTo: ReadonlySet<string> = new Set(['make']);
export const recurs: ReadonlySet<string> = new Set(['every', 'daily', 'hourly', 'weekly', 'each']);

/** Said right after a reminder, or as a reply to it, and nothing else. */
export const reminderAnswers = synonyms<'done' | 'skip'>([
  [
    'done',
    [
      'done',
      'all done',
      'did it',
      'i did it',
      'i did',
      'just did',
      'just did it',
      'already did',
      'already did it',
      'already done',
      'its done',
      'did that',
      'finished',
      'completed',
      'complete',
      'yes done',
      'yep done',
      'done it',
      'have done',
      'check',
      'ticked',
    ],
  ],
  [
    'skip',
    [
      'skip',
      'skip it',
      'skip that',
      'skip this',
      'skip this one',
      'skip for today',
      'skip today',
      'not today',
      'pass',
      'no time',
      'not now',
    ],
  ],
]);
