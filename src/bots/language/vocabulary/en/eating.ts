import { phrases } from '../../phrases.ts';
import type { EatingStrength } from '../vocabulary.ts';

const said = (list: string[]) => phrases(list.map((phrase) => [phrase, null] as const));
const verbs = (strength: EatingStrength, ...list: string[]): [string, EatingStrength][] => list.map((verb) => [verb, strength]);

export const eating = {
  subjects: said([
    'i', 'we', 'ive', 'weve', 'i have', 'we have', 'im', 'i am', 'were', 'we are', 'me', 'i also', 'so i', 'then i', 'and i', 'my wife and i', 'my husband and i', 'my gf and i', 'my bf and i', 'my partner and i',
    'my girlfriend and i', 'my boyfriend and i', 'me and my wife', 'me and my husband', 'me and my gf', 'me and my bf',
  ]),
  adverbs: new Set([
    'just', 'also', 'then', 'only', 'already', 'finally', 'basically', 'literally', 'so', 'ok', 'okay', 'pls', 'please', 'quickly', 'later', 'afterwards', 'first', 'actually', 'currently', 'now', 'hey', 'hi',
  ]),
  verbs: phrases<EatingStrength>([
    ...verbs(
      'sure',
      'ate', 'eaten', 'eat', 'have eaten', 'drank', 'drunk', 'have drunk', 'eating', 'drinking', 'devoured', 'munched', 'munched on', 'nibbled', 'nibbled on', 'snacked on', 'snacking on', 'munching on', 'scoffed', 'polished off', 'downed',
      'chugged', 'wolfed down', 'finished off', 'sipped', 'gulped down', 'ended up eating', 'consumed', 'feasted on', 'breakfasted on', 'dined on', 'lunched on', 'demolished', 'ate up', 'log that i ate',
    ),
    ...verbs(
      'loose',
      'had', 'had had', 'having', 'have had', 'grabbed', 'ended up having', 'made', 'made myself', 'cooked', 'treated myself to', 'got through', 'enjoyed', 'tried', 'went for', 'used', 'finished', 'had a quick', 'had myself', 'settled for', 'got myself', 'had just',
      'log', 'log me', 'log :', 'logged', 'logging', 'please log', 'pls log', 'can you log', 'can u log', 'could you log', 'add', 'add in', 'track', 'record', 'log that i had', 'note', 'put down', 'put me down for', 'write down', 'enter', 'new meal', 'new meal :',
      'i want to log', 'want to log', 'i need to log', 'need to log', 'id like to log', 'log this', 'log this :', 'log the following', 'meal :', 'food :',
    ),
  ]),
  openers: new Set(['after', 'before', 'at', 'on', 'in', 'during', 'then', 'while', 'between', 'following', 'over', 'once', 'with', 'for', 'to', 'along', 'as', 'since', 'because', 'later', 'a', 'an', 'hours']),
};
