import { phrases, synonyms } from '../../phrases.ts';
import type { SaidDay } from '../vocabulary.ts';

const said = (list: string) => phrases(list.split(',').map((phrase) => [phrase.trim(), null] as const));
const oneWord = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** The side of the body that a photo shows. */
export type SaidPose = 'front' | 'side' | 'back';

/** English words about photos of one's body. */
export const photos = {
  /** One of these stands in every text about photos that brings none. */
  hint: /photo|pic|before and after|before\/after|physique/i,
  poses: synonyms<SaidPose>([
    ['front', ['front', 'frontal', 'front view', 'from the front', 'from front', 'front facing', 'front pose']],
    [
      'side',
      [
        ...['side', 'sides', 'side view', 'from the side', 'from side', 'side profile', 'side on', 'sideways'],
        ...['left side', 'right side', 'left', 'right', 'side pose'],
      ],
    ],
    ['back', ['back', 'rear', 'behind', 'back view', 'from the back', 'from behind', 'from back', 'back pose']],
  ]),
  /** What surely means the body: with a picture, or asked for. */
  names: said(`progress photo, progress photos, progress pic, progress pics, progress picture, progress pictures,
    progress shot, progress shots, progress, progress check, progress update, body photo, body photos, body pic, body pics,
    body picture, body pictures, body check, physique, physique photo, physique photos, physique pic, physique pics,
    physique update, physique check, check-in photo, check-in photos, check-in pic, check-in pics, checkin photos,
    checkin pics, transformation photo, transformation photos, transformation pics`),
  /** What may be any picture. */
  pictures: oneWord('photo photos pic pics picture pictures image images shot shots'),
  /** Asked for without a further word. */
  /** "today's photos" */
  possessives: new Map<string, SaidDay>([
    ['todays', { kind: 'ago', days: 0, part: null }],
    ['yesterdays', { kind: 'ago', days: 1, part: null }],
  ]),
  several: said(
    'photos, pics, pictures, progress photos, progress pics, progress pictures, my photos, my pics, my pictures',
  ),
  fillers: oneWord(`my the a an and this that these those here heres is are it its from of for on in new latest taken
    view views pose poses me please pls plz thanks thx cheers ok okay hi hey so , . ! : ; - + / & | ( ) weekly
    daily monthly morning update again as usual all`),
  shows: said(`show, show me, see, view, let me see, can i see, could i see, give me, open, get, what do i look like in,
    list, look at`),
  latest: oneWord('last latest newest recent current'),
  compares: said(`compare, comparison, comparison of, comparing, before and after, before/after, before vs after,
    side by side`),
  betweens: oneWord('and with to vs versus against - , or'),
  first: oneWord('first oldest beginning start earliest'),
  now: oneWord('now latest newest last'),
  removes: said('delete, remove, erase, forget, delete my, remove my, erase my, forget my'),
  /** They make no message of them; they are only worth asking about. */
  questionMark: '?',
} as const;
