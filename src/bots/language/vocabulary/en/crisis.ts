import { phrases } from '../../phrases.ts';

/** Ways in which people say that they may end their life. */
export const crisisPhrases = phrases(
  [
    'kill myself',
    'killing myself',
    'killed myself',
    'end my life',
    'ending my life',
    'take my own life',
    'taking my own life',
    'want to die',
    'wanna die',
    'want to be dead',
    'wish i was dead',
    'wish i were dead',
    'better off dead',
    'suicidal',
    'suicide',
    'hurt myself',
    'harm myself',
    'self harm',
    'cut myself on purpose',
    'no reason to live',
    'do not want to live',
    "don't want to live",
    'dont want to live',
  ].map((phrase) => [phrase, true] as const),
);
