import type { Temporal } from 'temporal-polyfill';
import { metricOver } from '../../domain/body/metric-over.ts';
import type { PersonContext } from '../../domain/context.ts';
import { dayOverview } from '../../domain/meals/day-overview.ts';
import { type TrainedDay, trainedDays } from '../../domain/progress/trained-days.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { count, measured } from '../ask-card.ts';
import { capital, dayLine } from '../format.ts';
import { bold, lines, type Text } from '../text.ts';
import { duration } from '../training-notation.ts';
import type { Notice } from './notice.ts';

/** Before this hour a summary is of the day before: this one has hardly begun. */
const noon = 12;

/**
 * The day in a few lines: what was eaten of the target, what was trained, steps and sleep. An empty day is said once, and
 * after another one not at all: null. `key` names the occurrence.
 */
export async function daySummaryNotice(ctx: PersonContext, key: string): Promise<Notice | null> {
  const { now, user } = ctx;
  const today = localDay(now, zoneOf(user), user.dayStartHour);
  const isMorning = now.toZonedDateTimeISO(zoneOf(user)).hour < noon;
  const day = isMorning ? today.subtract({ days: 1 }) : today;
  const title = isMorning ? 'Yesterday' : 'Your day';
  const said = await dayLines(ctx, day, today);
  if (said.length === 0 && (await dayLines(ctx, day.subtract({ days: 1 }), today)).length === 0) return null;
  return { key, type: 'info', title, text: lines(bold(title), ...(said.length > 0 ? said : [nothingYet])) };
}

const nothingYet = 'Nothing is logged for it. Whatever you still write counts.';

/** What is on record of a day; nothing where there is none. */

async function dayLines(ctx: PersonContext, day: Temporal.PlainDate, today: Temporal.PlainDate): Promise<Text[]> {
  const { unitSystem: units } = ctx.user;
  const { items, totals, target } = await dayOverview(ctx, day);
  const [trained] = await trainedDays(ctx, { from: day, to: day });
  const one = { from: day, to: day };
  const [steps] = await metricOver(ctx, 'steps', one);
  const [sleep] = await metricOver(ctx, 'sleep', one);
  const body = [
    ...(steps ? [`${measured('steps', steps.value, null, units)} steps`] : []),
    ...(sleep ? [`slept ${measured('sleep', sleep.value, null, units)}`] : []),
  ];
  const sums = dayLine(day, today, totals, target, ctx.user);
  const food = ctx.user.isGentle ? lines(`Food: ${count(items.length, 'thing')} on record`, sums) : sums;
  return [
    ...(items.length > 0 && food !== null ? [food] : []),
    ...(trained ? [trainedLine(trained)] : []),
    ...(body.length > 0 ? [capital(body.join(' · '))] : []),
  ];
}

const trainedLine = ({ workouts, sets, durationMin }: TrainedDay): string => {
  const long = durationMin === null ? '' : ` · ${duration(durationMin * 60)}`;
  return `Training: ${count(workouts, 'workout')} · ${count(sets, 'set')}${long}`;
};
