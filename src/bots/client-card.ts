import type { Temporal } from 'temporal-polyfill';
import type { ClientCard } from '../domain/coaching/client-card.ts';
import type { Compliance, ComplianceArea } from '../domain/coaching/compliance.ts';
import { areaScopes } from '../domain/coaching/compliance.ts';
import { type Scope, scopes } from '../domain/coaching/scopes.ts';
import { zoneOf } from '../domain/users/user.ts';
import { count, measured, moved } from './ask-card.ts';
import { areaNames, hiddenText, reasonText } from './attention-words.ts';
import { draftButton } from './client-actions.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital, dayName, kcal } from './format.ts';
import { goalName, targetParts } from './goal-card.ts';
import { healthWords } from './health-card.ts';
import type { Button } from './reply.ts';
import { clockTime, longDay } from './schedule-words.ts';
import { bold, lines, quoted, type Text } from './text.ts';

type Units = 'metric' | 'us';

/** How what a scope covers is called where it is not shared. */
const scopeNames: Readonly<Record<Scope, string>> = {
  food: 'food',
  training: 'training',
  body: 'weight and measurements',
  photos: 'photos',
  mood: 'mood, energy, stress and sleep quality',
  messages: 'messages and check-ins',
};

/** That a client keeps a part of their log to themselves. */
export const deniedText = (name: string, scope: Scope): string =>
  `${name} has not agreed to show you their ${scopeNames[scope]}.`;

const mostReasons = 3;
const mostGoals = 3;
const longestNote = 200;

/** One client at a glance. What they do not share is named as such, and never as missing. */
export function clientCardAnswer(ctx: CommandContext, card: ClientCard, messaging: readonly Button[]): Answer {
  const units = ctx.user.unitSystem;
  const { client, attention, today } = card;
  const [first] = attention.reasons;
  const hidden = scopes.filter((scope) => !client.canRead.includes(scope));
  return {
    aboutUserId: client.user.id,
    text: lines(
      bold(quoted(client.name, 80)),
      card.isPaused ? 'On a pause: nothing is expected of them now.' : null,
      card.healthFlags.length > 0
        ? `Health: ${healthWords(card.healthFlags)}. I set them no target below what their body needs.`
        : null,
      ...attention.reasons.slice(0, mostReasons).map((reason) => capital(reasonText(reason, units))),
      hiddenText(attention) === null ? null : 'How they are doing cannot be told from here.',
      weightLine(card, units),
      ...complianceLines(card),
      ...mealLines(card, today),
      trainingLine(card, today),
      card.streakDays > 1 ? `Logging streak: ${count(card.streakDays, 'day')}` : null,
      card.goals.length > 0
        ? `Goals: ${card.goals
            .slice(0, mostGoals)
            .map((goal) => goalLine(goal, units))
            .join('; ')}`
        : null,
      card.target ? `Daily target: ${targetParts(card.target, units).join(', ')}` : null,
      sessionLine(ctx, card),
      checkInLine(card, today),
      ...card.pinned.map(({ text }) => `Pinned note: ${quoted(text, longestNote)}`),
      hidden.length > 0 ? `Not shared: ${hidden.map((scope) => scopeNames[scope]).join('; ')}` : null,
    ),
    buttons: [
      [...messaging, ...(first ? [draftButton(client, first)] : [])],
      [
        { label: 'Notes', action: { command: 'note', input: { do: 'list', clientId: client.user.id } } },
        { label: 'All clients', action: { command: 'clients', input: { do: 'list', from: 0 } } },
      ],
    ].filter((row) => row.length > 0),
    ...(card.trend.length > 3
      ? { image: { chart: trendFigures(card, units), alt: 'Chart: weight trend of four weeks' } }
      : {}),
  };
}

function weightLine({ trend, client, today }: ClientCard, units: Units): string | null {
  const last = trend.at(-1);
  if (!client.canRead.includes('body')) return null;
  if (!last) return 'Weight: none in the last four weeks';
  const first = trend[0] ?? last;
  const days = first.day.until(last.day).total('days');
  const change = days < 7 ? '' : `, ${moved('weight', last.trendKg - first.trendKg, units)} in ${count(days, 'day')}`;
  return `Weight: trend ${measured('weight', last.trendKg, null, units)}${change} (last weighed ${dayName(last.day, today)})`;
}

/** "Food: 86 % in 7 days, 80 % in 30, 77 % in 90". */
function complianceLines({ compliance, client }: ClientCard): string[] {
  const days = [' in 7 days', ' in 30', ' in 90'];
  const shown = compliance.filter(
    ({ area, over }) => client.canRead.includes(areaScopes[area]) && over.some((one) => one !== null),
  );
  return shown.map(({ area, over }) => {
    // A longer time that reaches no further back says nothing more.
    const parts = over.flatMap((one, i) =>
      one && one.of > (over[i - 1]?.of ?? 0) ? [`${one.pct} %${days[i] ?? ''}`] : [],
    );
    return `${capital(areaNames[area])}: ${parts.join(', ')}${evidence(area, over[0] ?? null)}`;
  });
}

function evidence(area: ComplianceArea, week: Compliance | null): string {
  if (!week) return '';
  const of = area === 'training' ? 'planned' : area === 'check-ins' ? 'asked for' : 'days';
  return ` (this week ${week.done} of ${week.of} ${of})`;
}

const mealLines = ({ meals }: ClientCard, today: Temporal.PlainDate): Text[] =>
  meals.map(
    ({ day, slot, foods, energyKcal }) =>
      `${capital(dayName(day, today))}${slot === null ? '' : `, ${quoted(slot, 30)}`}: ${quoted(foods, 80)}, ${kcal(energyKcal)}`,
  );

function trainingLine({ training, client }: ClientCard, today: Temporal.PlainDate): string | null {
  if (!client.canRead.includes('training')) return null;
  if (!training) return 'No training on record';
  const names = training.exercises.map(({ name }) => name).slice(0, 4);
  return `Last training ${dayName(training.day, today)}: ${quoted(training.title ?? names.join(', '), 100)}`;
}

function goalLine(goal: ClientCard['goals'][number], units: Units): string {
  return `${goalName(goal, { unitSystem: units, isGentle: false })}${goal.progressPct === null ? '' : `, ${Math.round(goal.progressPct)} % of the way`}`;
}

function sessionLine(ctx: CommandContext, { nextSession }: ClientCard): string | null {
  if (!nextSession) return null;
  const local = nextSession.startsAt.toZonedDateTimeISO(zoneOf(ctx.user));
  const topics = nextSession.topics.length > 0 ? ` (${quoted(nextSession.topics.join(', '), 80)})` : '';
  return `Next session: ${longDay(local.toPlainDate().toString())}, ${clockTime(local.toPlainTime())}${topics}`;
}

function checkInLine({ openCheckIn }: ClientCard, today: Temporal.PlainDate): string | null {
  if (!openCheckIn) return null;
  const week = `the week of ${dayName(openCheckIn.weekOf, today)}`;
  return openCheckIn.isSubmitted
    ? `Check-in of ${week}: waits for your review`
    : `Check-in of ${week}: begun, not handed in`;
}

const kgPerLb = 0.45359237;

/** The weight panel of the week's picture alone. */
function trendFigures({ trend }: ClientCard, units: Units) {
  const own = (kg: number) => Math.round((units === 'us' ? kg / kgPerLb : kg) * 10) / 10;
  return {
    days: [],
    energyKcal: [],
    targetKcal: null,
    weight: trend.map(({ day, kg, trendKg }) => ({
      day: day.toLocaleString('en-GB', { day: 'numeric', month: 'short' }),
      scale: own(kg),
      trend: own(trendKg),
    })),
    weightUnit: units === 'us' ? ('lb' as const) : ('kg' as const),
    sets: [],
  };
}
