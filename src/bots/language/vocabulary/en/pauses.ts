import { phrases, synonyms } from '../../phrases.ts';

export type PauseReason = 'vacation' | 'illness' | 'injury';

/** What begins a pause. A shy one needs a time beside it: "away" alone may be said of anything. */
export interface PauseLead {
  readonly reason: PauseReason | null;
  readonly isShy: boolean;
  readonly isPast: boolean;
}

const each = (firsts: readonly string[], seconds: readonly string[]): string[] =>
  firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));

const said = (list: readonly string[]) => phrases(list.map((phrase) => [phrase, null] as const));
const lead = (reason: PauseReason | null, isShy: boolean, isPast = false): PauseLead => ({ reason, isShy, isPast });

const streaks = each(['my', 'the', 'all my', 'both my', 'all', 'our'], ['streak', 'streaks']).concat(
  'streak',
  'streaks',
);
const being = ['im', 'i am', 'ill be', 'i will be', 'were', 'we are', 'well be', 'am'];
const having = [
  'i have',
  'ive got',
  'i got',
  'i have got',
  'i caught',
  'i have caught',
  'ive caught',
  'ive come down with',
];
const been = ['i was', 'ive been', 'i have been', 'we were'];
const free = ['on vacation', 'on holiday', 'on holidays', 'on my holidays', 'on leave', 'on vacay', 'on a trip'];
const going = ['going on vacation', 'going on holiday', 'going on holidays', 'going on a trip', 'off on holiday'];
const away = ['away', 'travelling', 'traveling', 'going away', 'out of town', 'off'];
const ill = [
  'sick',
  'ill',
  'unwell',
  'not well',
  'off sick',
  'down with the flu',
  'down with a cold',
  'home sick',
  'on sick leave',
  'sick leave',
];
const diseases = ['the flu', 'flu', 'a cold', 'covid', 'a fever', 'food poisoning', 'a stomach bug', 'a virus'];

export const pauseLeads = synonyms<PauseLead>([
  [
    lead(null, false),
    [
      ...each(['pause', 'freeze', 'hold', 'suspend', 'please pause', 'can you pause', 'could you pause'], streaks),
      ...streaks.map((noun) => `put ${noun} on hold`),
      ...streaks.map((noun) => `put ${noun} on pause`),
    ],
  ],
  [lead(null, true), ['pause', 'pause everything', 'take a break', 'taking a break', 'im taking a break', 'break']],
  [lead('vacation', false), [...each(being, [...free, ...going]), ...free, ...going]],
  [
    lead('vacation', true),
    [
      ...each(being, away),
      ...away.slice(0, 3),
      'vacation',
      'vacations',
      'holiday',
      'holidays',
      'my vacation',
      'trip',
      'vacay',
    ],
  ],
  [
    lead('illness', false),
    [
      ...each(being, ill),
      ...each(having, diseases),
      ...ill.slice(4),
      'sick day',
      'sick days',
      'im feeling sick',
      'got the flu',
    ],
  ],
  [lead('illness', true), ['sick', 'ill', 'unwell']],
  [lead('vacation', true, true), each(been, [...free, ...away])],
  [lead('illness', true, true), each(been, ill)],
  [
    lead('injury', false),
    ['im injured', 'i am injured', 'ive been injured', 'i got injured', 'i have an injury', 'got injured'],
  ],
  [lead('injury', true), ['injured', 'injury']],
]);

export const pauseEnds = said([
  ...each(['resume', 'unpause', 'un-pause', 'unfreeze', 'continue', 'restart', 'reactivate'], streaks),
  ...each(['end', 'stop', 'finish'], ['pause', 'my pause', 'the pause', 'my vacation', 'my holiday']),
  ...each(
    ['im back', 'i am back', 'back', 'were back', 'i came back', 'came back', 'home', 'im home', 'returned'],
    each(
      ['from'],
      ['vacation', 'holiday', 'holidays', 'my vacation', 'my holiday', 'my holidays', 'my trip', 'the trip', 'leave'],
    ),
  ),
  ...each(
    ['no longer', 'im no longer', 'i am no longer', 'not', 'im not', 'i am not'],
    ['sick anymore', 'sick any more', 'ill anymore', 'injured anymore', 'on vacation anymore', 'on holiday anymore'],
  ),
  ...each(['no longer', 'im no longer', 'i am no longer'], ['sick', 'ill', 'injured', 'on vacation', 'on holiday']),
  ...each(
    ['my', 'the'],
    ['vacation is over', 'holiday is over', 'pause is over', 'injury is healed', 'flu is gone', 'cold is gone'],
  ),
  ...each(
    ['im', 'i am', 'im feeling', 'i am feeling', 'i feel'],
    ['better again', 'healthy again', 'well again', 'recovered', 'fit again'],
  ),
  'im better',
  'im better now',
  'im feeling better',
  'im feeling better now',
  'feeling better',
  'feeling better now',
  'i feel better',
  'i feel better now',
  'im all better',
  'better now',
  'all better now',
  'all better',
  'much better now',
  'fully recovered',
  'recovered',
  'ive recovered',
  'i have recovered',
  'resume',
  'unpause',
  'im back',
  'i am back',
  'vacation is over',
  'holiday is over',
]);

export const pauseLists = said([
  ...each(['my', 'show my', 'list my', 'show', 'list', 'what are my'], ['pauses', 'vacations']),
  'pauses',
  'am i paused',
  'is my streak paused',
  'are my streaks paused',
]);

const removing = ['cancel', 'remove', 'delete', 'scrap', 'drop', 'undo'];

/** What is no longer to be: any pause, or the one with that reason. */
export const pauseRemovals = synonyms<PauseReason | null>([
  [null, each(removing, ['pause', 'my pause', 'the pause'])],
  [
    'vacation',
    each(
      removing,
      each(['my', 'the', 'our'], ['vacation', 'holiday', 'holidays', 'trip']).concat('vacation', 'holiday'),
    ),
  ],
  ['illness', each(removing, ['my sick leave', 'my sick days', 'sick leave', 'my sick day'])],
]);

/** What may stand around it. */
export const pauseFillers = said([
  ...[
    'hey',
    'hi',
    'hello',
    'ok',
    'okay',
    'please',
    'pls',
    'plz',
    'thanks',
    'thank you',
    'thx',
    'so',
    'and',
    'then',
    'again',
  ],
  ...['now', 'finally', 'because', 'well', 'sorry', 'fyi', 'just', 'so please', 'so pls', 'unfortunately'],
  ...[
    'can you',
    'could you',
    'i need to',
    'i want to',
    'id like to',
    'lets',
    'right now',
    'at the moment',
    'currently',
  ],
]);

export const untilWords = said([
  'until',
  'till',
  'til',
  'untill',
  'through',
  'thru',
  'up to',
  'up until',
  'until the end of',
]);
export const toWords = said(['to', 'until', 'till', 'til', 'through', 'thru', '-', 'and', 'up to']);
export const fromWords = said([
  'from',
  'between',
  'starting',
  'starting from',
  'beginning',
  'as of',
  'from the',
  'since',
]);
export const sinceWords = said(['since', 'since the']);
export const lengthLeads = said(['for', 'for the next', 'the next', 'next', 'for about', 'for another', 'these']);

/** Days that a word or two name: so many from today on, or those of this week or the next by their ISO weekday. */
export type NamedSpan =
  | { readonly from: number; readonly until: number }
  | { readonly weeks: 0 | 1; readonly first: number; readonly last: number };

export const namedSpans = synonyms<NamedSpan>([
  [{ from: 0, until: 0 }, ['today', 'for today', 'just today', 'just for today', 'only today', 'tonight']],
  [{ from: 1, until: 1 }, ['tomorrow', 'for tomorrow', 'tmrw', 'tomoz']],
  [{ from: 0, until: 1 }, ['today and tomorrow', 'for today and tomorrow', 'until tomorrow']],
  [{ weeks: 0, first: 0, last: 7 }, ['this week', 'the rest of the week', 'for the rest of the week', 'all week']],
  [{ weeks: 1, first: 1, last: 7 }, ['next week', 'all next week', 'the whole next week', 'for next week']],
  [
    { weeks: 0, first: 6, last: 7 },
    ['this weekend', 'the weekend', 'over the weekend', 'for the weekend', 'at the weekend'],
  ],
  [{ weeks: 1, first: 6, last: 7 }, ['next weekend']],
]);
