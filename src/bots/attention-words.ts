import type { Attention, WeighedReason } from '../domain/coaching/attention.ts';
import type { ComplianceArea } from '../domain/coaching/compliance.ts';
import type { ReasonKind } from '../domain/coaching/reason-kinds.ts';
import type { Snippet } from '../domain/messages/snippets.ts';
import { count, moved } from './ask-card.ts';
import { quoted } from './text.ts';

type Units = 'metric' | 'us';

const one = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export const areaNames: Readonly<Record<ComplianceArea, string>> = {
  food: 'food',
  training: 'training',
  steps: 'steps',
  'check-ins': 'check-ins',
};
const areaLogs: Readonly<Record<ComplianceArea, string>> = {
  food: 'food logging',
  training: 'training as planned',
  steps: 'step counts',
  'check-ins': 'check-ins',
};

/** A reason with what shows it: "silent for 5 days; usually writes nearly every day". */
export function reasonText(reason: WeighedReason, units: Units): string {
  switch (reason.kind) {
    case 'crisis':
      return `spoke of ending their life ${reason.sinceH < 1 ? 'within the last hour' : `${waited(reason.sinceH)} ago`}`;
    case 'message':
      return reason.waitingH < 1
        ? 'wrote to you within the last hour'
        : `has waited ${waited(reason.waitingH)} for your answer`;
    case 'check_in':
      return reason.waitingH < 1
        ? 'check-in handed in within the last hour'
        : `check-in has waited ${waited(reason.waitingH)} for your review`;
    case 'silent':
      if (reason.isNew)
        return `nothing ${reason.isPartial ? 'of what they share' : 'logged'} yet, ${count(reason.days, 'day')} after you began`;
      return reason.isPartial
        ? `nothing for ${count(reason.days, 'day')} in what they share; usually ${habit(reason.everyDays ?? 1)}`
        : `silent for ${count(reason.days, 'day')}; usually writes ${habit(reason.everyDays ?? 1)}`;
    case 'missed':
      return `missed the last ${count(reason.inARow, 'planned training')} (${reason.missed} of ${reason.planned} in two weeks)`;
    case 'compliance':
      if (reason.area === 'check-ins' && reason.pct === 0) return 'missed the last check-in';
      return `${areaLogs[reason.area]} fell from ${reason.beforePct} % to ${reason.pct} % (7 days against the 28 before)`;
    case 'weight': {
      const plan = reason.plannedKg
        ? `the plan is ${moved('weight', reason.plannedKg, units)}`
        : 'the plan is to hold it';
      return `weight trend ${moved('weight', reason.weeklyKg, units)} a week over two weeks; ${plan}`;
    }
    case 'fast_loss':
      return `losing ${one.format(reason.weeklyPct)} % of body weight a week for two weeks, faster than is safe`;
    case 'intake':
      return `under 70 % of the energy target on ${reason.lowDays} of the last ${reason.ofDays} logged days`;
    case 'lowered':
      return `energy target lowered ${reason.times} times in 30 days`;
  }
}

const waited = (hours: number): string => (hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day'));

function habit(everyDays: number): string {
  if (everyDays < 1.4) return 'nearly every day';
  return everyDays < 6.5 ? `about every ${one.format(everyDays)} days` : 'about once a week';
}

/** What is not known of somebody because nothing of it is shared; null where something is. */
export const hiddenText = ({ isHidden, client }: Attention): string | null =>
  isHidden ? `food, training and body are not shared${client.canRead.length > 0 ? '' : ', nor anything else'}` : null;

/** Names under which a coach's own snippet replaces the draft for a reason. */
const snippetNames: Readonly<Record<ReasonKind, readonly string[]>> = {
  crisis: [],
  message: ['reply', 'message', 'waiting'],
  check_in: ['check-in', 'checkin', 'check in'],
  silent: ['silent', 'quiet', 'miss you'],
  missed: ['missed', 'missed training', 'training'],
  compliance: ['logging', 'compliance'],
  weight: ['weight'],
  fast_loss: ['care'],
  intake: ['care'],
  lowered: ['care'],
};

/** The words of the coach's own snippet for a reason, else ours. It names no figure, since it is sent as it stands. */
export function draftFor(reason: WeighedReason, name: string, snippets: readonly Snippet[]): string {
  const wanted = snippetNames[reason.kind];
  const own = snippets.find((snippet) => wanted.includes(snippet.name.toLowerCase()));
  const first = quoted(name, 40).split(' ')[0] ?? '';
  return own ? quoted(own.text.replaceAll(/\{name\}/gi, first), 400) : template(reason, first);
}

function template(reason: WeighedReason, name: string): string {
  switch (reason.kind) {
    case 'crisis':
      return `Hi ${name}, I am thinking of you. How are you today? I am here whenever you want to talk.`;
    case 'message':
      return `Hi ${name}, I have read your message and will come back to you about it.`;
    case 'check_in':
      return `Hi ${name}, thank you for your check-in. I have it in front of me and will come back to you about it.`;
    case 'silent':
      return reason.isNew
        ? `Hi ${name}, good to have you here. What would make the first step easy for you?`
        : `Hi ${name}, I have not heard from you for a few days. How are you? No need to catch up on anything, a line is enough.`;
    case 'missed':
      return `Hi ${name}, the last trainings did not fit in. Shall we move them, or make them shorter for a while?`;
    case 'compliance':
      return reason.area === 'check-ins'
        ? `Hi ${name}, I missed your check-in. How has the week been for you?`
        : `Hi ${name}, how is this week going? If something got harder, tell me and we will adjust the plan.`;
    case 'weight':
      return `Hi ${name}, your trend moves a little differently from our plan. How have the last two weeks felt?`;
    case 'fast_loss':
    case 'intake':
    case 'lowered':
      return `Hi ${name}, I would like to hear how you are doing with food and energy. When could we talk this week?`;
  }
}
