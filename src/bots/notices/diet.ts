import type { Temporal } from 'temporal-polyfill';
import type { KnownDiet } from '../../domain/diets/find-diet.ts';
import { onDay } from '../ask-card.ts';
import { targetWords } from '../diet-card.ts';
import { dayName } from '../format.ts';
import { bold, code, italic, lines, quoted } from '../text.ts';
import type { Notice } from './notice.ts';

/** Said once, before a client eats less than they need by what their coach gives them. */
export const healthLine =
  'If you are pregnant or breastfeeding, take medication for diabetes, or have or had an eating disorder, tell me: eating less than you need is then not safe without a doctor, and I let its target rest.';

/** Tells a client of the diet that their coach has given them. */
export function dietNotice(
  { name, diet }: KnownDiet,
  given: {
    readonly actionId: number;
    readonly coachId: number;
    readonly coachName: string;
    readonly isGentle: boolean;
    /** Whether they were never asked what speaks against eating less, and this asks for that. */
    readonly asksHealth: boolean;
    readonly today: Temporal.PlainDate;
    readonly fromDay: Temporal.PlainDate;
    readonly lastDay: Temporal.PlainDate | null;
  },
): Notice {
  const { today, fromDay, lastDay } = given;
  const until = lastDay ? `, up to ${dayName(lastDay, today)}` : '';
  return {
    ...{ key: `diet-${given.actionId}`, type: 'info', title: 'A plan for your meals', aboutUserId: given.coachId },
    text: lines(
      [
        bold(quoted(given.coachName, 60)),
        ` has a plan for your meals: ${quoted(name, 60)}, from ${when(fromDay, today)}${until}.`,
      ],
      diet.targets && !given.isGentle ? `A day is meant to hold ${targetWords(diet.targets)}.` : null,
      given.asksHealth ? healthLine : null,
      diet.description === null ? null : italic(quoted(diet.description, 500)),
      [
        'See it with ',
        code('/plan'),
        ', and say ',
        code('ate as planned'),
        ' when you have. What you have logged stays as it is.',
      ],
    ),
    buttons: [
      [{ label: 'Show the plan', action: { command: 'plan', input: { kind: 'show', day: fromDay.toString() } } }],
    ],
  };
}

/** Tells a client that a diet of theirs has ended, or will. */
export function dietEndedNotice(ended: {
  readonly actionId: number;
  readonly coachId: number;
  readonly coachName: string;
  readonly names: readonly string[];
  readonly today: Temporal.PlainDate;
  readonly fromDay: Temporal.PlainDate;
}): Notice {
  const { names, today, fromDay } = ended;
  const plan = names.map((name) => quoted(name, 60)).join(', ');
  return {
    ...{ key: `diet-${ended.actionId}`, type: 'info', title: 'A plan has ended', aboutUserId: ended.coachId },
    text: [
      bold(quoted(ended.coachName, 60)),
      ` has ended your plan ${plan} from ${when(fromDay, today)} on. What you have logged stays as it is.`,
    ],
  };
}

/** "today", "tomorrow", "Monday 9 March" */
function when(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const near = onDay(day, today);
  return near.startsWith('on ')
    ? day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
    : near;
}
