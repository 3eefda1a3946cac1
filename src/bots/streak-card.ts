import type { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../domain/context.ts';
import { type StreakStanding, streakStanding } from '../domain/progress/streak-standing.ts';
import { zoneOf } from '../domain/users/user.ts';
import { count, todayOf } from './ask-card.ts';
import type { Answer } from './command.ts';
import { capital, dayName } from './format.ts';
import { bold, code, lines, type Text } from './text.ts';

/** What a streak is of, as people read it. */
export const streakNames: Readonly<Record<StreakStanding['kind'], string>> = {
  logging: 'logging',
  training: 'training',
  check_in: 'check-ins',
  steps: 'steps',
  sleep: 'sleep',
};

/** What would be done to go on. */
const goesOnBy: Readonly<Record<StreakStanding['kind'], string>> = {
  logging: 'a meal',
  training: 'a training',
  check_in: 'your check-in',
  steps: 'your steps',
  sleep: 'your sleep',
};

/** A person's streaks: how long, how strong, the last days in words, and what can still be put right. */
export async function streakCard(ctx: PersonContext): Promise<Answer> {
  const { isGentle, streaks } = await streakStanding(ctx);
  if (isGentle) return { text: 'In gentle mode I count no streaks. Your entries are all there.' };
  if (streaks.length === 0)
    return {
      text: ['No streak is counted for you yet. One begins with the first meal you log, like ', code('2 eggs'), '.'],
    };
  return { text: lines(...streaks.flatMap((one, i) => [...(i === 0 ? [] : ['']), ...streakLines(ctx, one)])) };
}

function streakLines(ctx: PersonContext, one: StreakStanding): Text[] {
  const { kind, unit, current, best, freezes, strength } = one;
  const length = current === 0 ? 'no run at the moment' : `${count(current, unit)} in a row`;
  const longest = best > current ? `, the longest was ${best}` : '';
  return [
    [bold(`${capital(streakNames[kind])}: ${length}`), longest],
    `Strength ${Math.round(strength * 100)} of 100 · ${freezes === 0 ? 'no freezes' : count(freezes, 'freeze')} left`,
    lastOnes(one),
    repairLine(ctx, one),
  ].filter((line) => line !== null);
}

/** "Last 14 days: 9 done, 1 frozen, 3 done, today open"; nothing of a first day. */
function lastOnes({ unit, recent }: StreakStanding): string | null {
  if (recent.length < 2) return null;
  const closed = recent.slice(0, recent.findLastIndex(({ state }) => state !== 'open') + 1);
  const runs: { state: string; length: number }[] = [];
  for (const { state } of closed) {
    const last = runs.at(-1);
    if (last?.state === state) last.length += 1;
    else runs.push({ state, length: 1 });
  }
  const names = unit === 'day' ? ['yesterday', 'today'] : ['last week', 'this week'];
  const open = recent.length - closed.length;
  const said = runs.map(({ state, length }) => `${length} ${state}`);
  const still = open === 0 ? [] : [`${names.slice(-open).join(' and ')} open`];
  return `Last ${recent.length} ${unit}s: ${[...said, ...still].join(', ')}`;
}

/** "Log a meal for yesterday before 03:00 on Monday, like yesterday: 2 eggs, and the run is at 6 days." */
function repairLine(ctx: PersonContext, { kind, unit, repair, current, freezes }: StreakStanding): Text | null {
  if (!repair || repair.current <= current) return null;
  const today = todayOf(ctx);
  const days = unit === 'week' ? ['last week'] : repair.days.map((day) => dayName(day, today));
  const { before } = repair;
  const time = before.toZonedDateTimeISO(zoneOf(ctx.user));
  const until = `${time.toPlainTime().toString({ smallestUnit: 'minute' })} ${dayAhead(time.toPlainDate(), ctx)}`;
  const example = kind === 'logging' && days.includes('yesterday') ? [', like ', code('yesterday: 2 eggs'), ','] : [];
  const back = repair.freezes > freezes && current > 0 ? ', with the freeze back' : '';
  const run = `the run is at ${count(repair.current, unit)}${back}`;
  return [`Log ${goesOnBy[kind]} for ${days.join(' and ')} before ${until}`, ...example, ` and ${run}.`];
}

/** "today", "tomorrow", "on Thursday": of a moment at most two days ahead. */
function dayAhead(day: Temporal.PlainDate, ctx: PersonContext): string {
  const days = ctx.now.toZonedDateTimeISO(zoneOf(ctx.user)).toPlainDate().until(day).days;
  if (days <= 1) return days <= 0 ? 'today' : 'tomorrow';
  return `on ${day.toLocaleString('en-GB', { weekday: 'long' })}`;
}
