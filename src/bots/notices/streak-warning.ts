import type { PersonContext } from '../../domain/context.ts';
import { noteStreakWarned, type StreakAtRisk, streakAtRisk } from '../../domain/progress/streak-at-risk.ts';
import { count } from '../ask-card.ts';
import { lines } from '../text.ts';
import type { Notice } from './notice.ts';

const names: Readonly<Record<StreakAtRisk['kind'], string>> = {
  logging: 'logging',
  training: 'training',
  check_in: 'check-ins',
  steps: 'steps',
  sleep: 'sleep',
};

/** What a run needs today; null when none is at risk, or it was said already. `key` names the occurrence. */
export async function streakWarningNotice(ctx: PersonContext, key: string): Promise<Notice | null> {
  const risk = await streakAtRisk(ctx);
  if (!risk) return null;
  await noteStreakWarned(
    ctx,
    risk.day,
    risk.streaks.map(({ kind }) => kind),
  );
  const [first] = risk.streaks;
  const left = first
    ? `There ${first.hoursLeft === 1 ? 'is' : 'are'} ${count(first.hoursLeft, 'hour')} left today.`
    : null;
  return {
    key,
    type: 'warning',
    title: 'A streak is open today',
    text: lines(...risk.streaks.map(lineOf), left),
  };
}

function lineOf({ kind, unit, current, freezes }: StreakAtRisk): string {
  const freeze = freezes === 1 ? 'your one freeze' : `one of your ${freezes} freezes`;
  const saved = freezes > 0 ? ` If not, ${freeze} keeps it.` : '';
  return `Your ${names[kind]} streak is at ${count(current, unit)}; one entry today goes on with it.${saved}`;
}
