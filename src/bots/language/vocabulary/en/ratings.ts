import { phrases, synonyms } from '../../phrases.ts';
import type { MealRating, RatingName, RatingVocabulary, WorkoutRating } from '../rating-vocabulary.ts';

const said = (list: readonly string[]) => phrases(list.map((phrase) => [phrase, null] as const));
const called = (
  of: MealRating | WorkoutRating,
  names: readonly string[],
  isMetric = false,
): readonly [RatingName, readonly string[]] => [{ of, isMetric }, names];

/** Whether it was as planned, in words. */
const byWords: readonly (readonly [number, readonly string[]])[] = [
  [
    10,
    ['on plan', 'on my plan', 'fully on plan', '100% on plan', 'totally on plan', 'stuck to the plan', 'as planned'],
  ],
  [8, ['mostly on plan', 'nearly on plan', 'almost on plan', 'pretty much on plan', 'more or less on plan']],
  [5, ['half on plan', 'partly on plan', 'somewhat on plan', 'kind of on plan', 'sort of on plan']],
  [1, ['off plan', 'not on plan', 'totally off plan', 'completely off plan', 'way off plan', 'off my plan']],
];

/** English words for how a meal or a training was. */
export const ratings: RatingVocabulary = {
  hint: /hung(?:er|ry)|satis|adher|plan|intens|fatigue|tired|sore|\brpe|effort|exertion|form\b|technique|\brest/i,
  names: synonyms([
    called('hungerBefore', [
      ...['hunger', 'hungry', 'hunger level', 'hunger before', 'hungry before', 'hunger level before', 'before hunger'],
      ...['pre meal hunger', 'hunger before eating', 'hungry before eating', 'hunger beforehand', 'initial hunger'],
      ...['hunger before the meal', 'hunger before meal', 'hungry before the meal', 'pre hunger'],
    ]),
    called('hungerAfter', [
      ...[
        'hunger after',
        'hungry after',
        'hunger level after',
        'after hunger',
        'post meal hunger',
        'hunger afterwards',
      ],
      ...['hunger after eating', 'hungry after eating', 'hungry afterwards', 'hunger after the meal', 'still hungry'],
      ...['hunger after meal', 'hungry after the meal', 'hunger now', 'hungry now', 'post hunger'],
    ]),
    called('satisfaction', [
      ...['satisfaction', 'satisfied', 'satisfying', 'meal satisfaction', 'satisfaction level', 'how satisfying'],
      'satisfaction with it',
    ]),
    called('adherence', [
      ...['adherence', 'adherence to plan', 'adherence to the plan', 'plan adherence', 'adherence to my plan'],
      ...['adhered', 'on plan', 'diet adherence'],
    ]),
    called('intensity', ['intensity', 'workout intensity', 'session intensity', 'training intensity', 'intense']),
    called('fatigue', ['fatigue', 'fatigue level', 'fatigue after', 'fatigued', 'tired', 'tiredness'], true),
    called('soreness', ['soreness', 'sore', 'muscle soreness', 'soreness after'], true),
    called('formQuality', ['form', 'form quality', 'my form', 'technique', 'form rating']),
    called('rpe', ['rpe', 'effort', 'exertion', 'perceived exertion', 'rate of perceived exertion']),
    called('restS', [
      ...['rest', 'rested', 'rests', 'resting', 'rest time', 'rest period', 'rest between sets', 'rest of'],
      ...['rested for', 'rest for', 'rest was', 'rest between'],
    ]),
  ]),
  times: new Map([
    ['before', 'hungerBefore'],
    ['beforehand', 'hungerBefore'],
    ['after', 'hungerAfter'],
    ['afterwards', 'hungerAfter'],
    ['now', 'hungerAfter'],
  ]),
  links: said([
    ...[
      'was',
      'is',
      'were',
      ':',
      '=',
      '-',
      'of',
      'about',
      'around',
      'like',
      'a',
      'an',
      'at',
      'level',
      'level was',
      '~',
    ],
    ...['was a', 'was about', 'is a', 'was like a', 'i would say', 'id say', 'maybe', 'rating', 'quality', 'score'],
  ]),
  frames: said([
    ...[
      'i was',
      'i felt',
      'im',
      'i am',
      'was',
      'felt',
      'my',
      'it was',
      'that was',
      'the',
      'and',
      '&',
      'with',
      'i',
      'id say',
    ],
    ...[
      'id rate my',
      'rate my',
      'rating',
      'i would say',
      'then',
      '+',
      'for that',
      'for this',
      'for that meal',
      'overall',
    ],
  ]),
  whole: synonyms(byWords.map(([value, names]) => [{ of: 'adherence' as const, value }, names] as const)),
  durations: synonyms([
    [1, ['s', 'sec', 'secs', 'second', 'seconds', 'sec.', '"']],
    [60, ['m', 'min', 'mins', 'minute', 'minutes', 'min.', "'"]],
  ]),
  restTails: said([
    ...['between sets', 'between each set', 'in between sets', 'between', 'between all sets', 'per set', 'each'],
    ...['between rounds', 'between exercises', 'in between', 'rest', 'rests', 'rest between sets', 'of rest', 'pause'],
    ...['of rest between sets', 'rest in between', 'breaks', 'break', 'pauses', 'rest between each set'],
  ]),
};
