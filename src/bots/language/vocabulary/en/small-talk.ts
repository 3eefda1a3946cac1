import { phrases } from '../../phrases.ts';
import { low, told, well } from './feelings.ts';

/** What is said that asks for nothing, but perhaps how we are. */
export type SmallTalk = 'thanks' | 'nod' | 'low' | 'well' | 'bye' | 'how are you';

const days = ['', ' today', ' now', ' right now', ' this morning', ' tonight', ' rn', ' atm'];
const onDays = (list: readonly string[]): string[] => list.flatMap((one) => days.map((day) => `${one}${day}`));

/** What people say that asks for nothing; a nod needs no answer. */
export const smallTalk = phrases<SmallTalk>([
  ...onDays(told(low)).map((phrase) => [phrase, 'low'] as const),
  ...onDays(told(well)).map((phrase) => [phrase, 'well'] as const),
  ...[
    ...['bye', 'bye bye', 'goodbye', 'good bye', 'good night', 'goodnight', 'gn', 'night', 'see you', 'see ya', 'cya'],
    ...['see you later', 'see you tomorrow', 'talk later', 'ttyl'],
    ...['have a good day', 'have a nice day', 'take care'],
  ].map((phrase) => [phrase, 'bye'] as const),
  ...[
    ...[
      'how are you',
      'how are you doing',
      'how r u',
      'how are u',
      'hows it going',
      'how is it going',
      'how you doing',
    ],
    ...['how are things', 'whats up', 'what is up', 'sup', 'wassup'],
  ].map((phrase) => [phrase, 'how are you'] as const),
  ...[
    'thanks',
    'thank you',
    'thank u',
    'thanks a lot',
    'thanks so much',
    'many thanks',
    'thank you so much',
    'thank you very much',
    'thx',
    'tx',
    'tysm',
    'ty',
    'ta',
    'cheers',
    'much appreciated',
    'appreciate it',
  ].map((phrase) => [phrase, 'thanks'] as const),
  ...[
    'ok',
    'okay',
    'okey',
    'k',
    'kk',
    'cool',
    'nice',
    'great',
    'perfect',
    'awesome',
    'amazing',
    'good',
    'lovely',
    'brilliant',
    'super',
    'sweet',
    'lol',
    'haha',
    'hahaha',
    'hehe',
    'got it',
    'noted',
    'will do',
    'sure',
    'alright',
    'all right',
    'sounds good',
    'that is great',
    'thats great',
    'yay',
    'wow',
    'hmm',
    'mm',
    'bot',
    'spotter',
    'mate',
    'buddy',
    'man',
  ].map((phrase) => [phrase, 'nod'] as const),
]);
