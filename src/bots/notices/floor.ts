import type { Temporal } from 'temporal-polyfill';
import { floorButtons } from '../floor-card.ts';
import { kcal } from '../format.ts';
import { bold, code, lines, quoted } from '../text.ts';
import type { Notice } from './notice.ts';

/** Whose coaching it is about, as the one who is told knows the other. */
export interface FloorNews {
  readonly other: { readonly id: number; readonly name: string };
  readonly now: Temporal.Instant;
}

/** Asks a client to agree to a lower floor. Somebody who is shown no numbers is asked nothing until they are. */
export function floorOfferedNotice(
  { other, now }: FloorNews,
  { floorKcal, isGentle }: { readonly floorKcal: number; readonly isGentle: boolean },
): Notice {
  const name = bold(quoted(other.name, 60));
  return {
    key: `floor-offered-${other.id}-${now.epochMilliseconds}`,
    type: 'info',
    title: 'A lower floor for your targets',
    text: isGentle
      ? lines(
          [
            name,
            ' would like to agree on something about your targets with you. As I show you no numbers, nothing changes.',
          ],
          ['If you want to look at it, say ', code('show numbers again'), ' and then ', code('/floor'), '.'],
        )
      : lines(
          [name, ` asks to lower the least energy I let a target of yours have to ${kcal(floorKcal)} a day.`],
          'That is meant for a small body, whose needs lie below the usual floor. No target changes by it, and nothing holds unless you agree. You can take it back at any time.',
        ),
    ...(isGentle ? {} : { buttons: [floorButtons(floorKcal)] }),
    aboutUserId: other.id,
  };
}

/** Tells a coach what their client said to it. */
export function floorAnsweredNotice(
  { other, now }: FloorNews,
  { floorKcal, isAgreed }: { readonly floorKcal: number; readonly isAgreed: boolean },
): Notice {
  const client = bold(quoted(other.name, 60));
  return {
    key: `floor-answered-${other.id}-${now.epochMilliseconds}`,
    type: 'info',
    title: 'Your client has answered',
    text: isAgreed
      ? [client, ` agrees: targets may now go down to ${kcal(floorKcal)} a day while you coach them.`]
      : [client, ` does not agree to a floor of ${kcal(floorKcal)}. The usual one holds.`],
    aboutUserId: other.id,
  };
}

/** Tells one of the two that the other has taken an agreed floor back. `rests`: a target of the one who is told. */
export const floorTakenBackNotice = ({ other, now }: FloorNews, rests: boolean): Notice => ({
  key: `floor-taken-back-${other.id}-${now.epochMilliseconds}`,
  type: 'info',
  title: 'The usual floor holds again',
  text: [
    bold(quoted(other.name, 60)),
    ' has taken the lower floor for targets back: the usual one holds again.',
    rests ? ' Your energy target was below it and rests from today.' : '',
  ],
  aboutUserId: other.id,
});
