import type { ReminderKind } from '../../../../domain/reminders/reminder.ts';

const own = '(?:(?:my|the|a|an|some|your) )*';
const log = '(?:log|record|track|enter|note(?: down)?|write down|put in)';
const meals = '(?<slot>breakfast|lunch|dinner|supper|snack)s?';

/**
 * What the words of a reminder are about, whole: "drink a glass of water" is, "water the plants" is not. Words are in
 * lower case, without marks, and with spaces for hyphens.
 */
export const reminderKinds: readonly { readonly kind: ReminderKind; readonly pattern: RegExp }[] = [
  {
    kind: 'weigh_in',
    pattern: new RegExp(
      `^(?:to )?(?:${own}weigh ?ins?|weigh(?: myself| me)?|(?:step|get|hop) on ${own}scales?|${log} ${own}(?:body ?)?weight|${own}weight)$`,
    ),
  },
  { kind: 'meal', pattern: new RegExp(`^(?:to )?(?:(?:${log}|eat|have) )?${own}${meals}$`) },
  {
    kind: 'meal',
    pattern: new RegExp(
      `^(?:to )?${own}(?:(?:${log} )?${own}(?:meals?|food)(?: log(?:ging|s)?)?|meal ?s?|${log} what i eat|${log} everything i eat)$`,
    ),
  },
  {
    kind: 'water',
    pattern: new RegExp(
      `^(?:to )?(?:(?:drink|have)(?: (?:\\d+ ?(?:ml|oz|l)|more|enough|some|a|an|one|my|glass(?:es)?|cup|bottle|of|\\d+))* water|drink(?: up| something)?|hydrate|hydration|${own}water|stay hydrated)$`,
    ),
  },
  {
    kind: 'workout',
    pattern: new RegExp(
      `^(?:to )?(?:(?:go to |hit |do )?${own}(?:gym|work ?outs?|trainings?|exercise|(?:leg|push|pull|arm|chest|back|upper|lower) day)(?: session| time)?|train|lift|lift weights|work out|exercise)$`,
    ),
  },
  {
    kind: 'check_in',
    pattern: new RegExp(
      `^(?:to )?(?:(?:send|do|fill in|fill out|submit|hand in) )?${own}(?:weekly )?check ?ins?(?: form)?$`,
    ),
  },
  {
    kind: 'day_summary',
    pattern: new RegExp(`^${own}(?:daily|day|evening|nightly) (?:summary|summaries|report|recap|overview)$`),
  },
  {
    kind: 'week_card',
    pattern: new RegExp(`^${own}(?:weekly|week|sunday) (?:card|summary|summaries|report|recap|overview)s?$`),
  },
  { kind: 'coach_briefing', pattern: new RegExp(`^${own}(?:morning|coach|clients?) briefings?$`) },
  {
    kind: 'streak_warning',
    pattern: new RegExp(`^${own}streak (?:warning|alert|reminder|risk)?s?$|^${own}streaks?$`),
  },
];
