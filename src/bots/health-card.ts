import { myCoaching } from '../domain/coaching/coaching-consent.ts';
import type { ChangedHealth } from '../domain/users/change-health.ts';
import type { HealthFlag } from '../domain/users/health.ts';
import type { Answer, CommandContext } from './command.ts';
import { goalName, targetParts } from './goal-card.ts';
import type { HealthEvent } from './language/read-health.ts';
import type { Button } from './reply.ts';
import { nameOr } from './scope-words.ts';
import { bold, code, lines, type Text } from './text.ts';
import { undoButton } from './undo-button.ts';

/** How each is called where it is listed, and what somebody says of themselves. */
const flagWords: Readonly<Record<HealthFlag, { readonly name: string; readonly said: string; readonly over: string }>> =
  {
    pregnant: { name: 'pregnant', said: 'you are pregnant', over: 'i am not pregnant any more' },
    breastfeeding: { name: 'breastfeeding', said: 'you are breastfeeding', over: 'i stopped breastfeeding' },
    'diabetes-medication': {
      name: 'diabetes medication',
      said: 'you take medication for diabetes',
      over: 'forget the diabetes medication',
    },
    'eating-disorder': {
      name: 'an eating disorder, now or before',
      said: 'you have, or had, an eating disorder',
      over: 'forget the eating disorder',
    },
  };

/** "pregnant, diabetes medication" */
export const healthWords = (flags: readonly HealthFlag[]): string =>
  flags.map((flag) => flagWords[flag].name).join(', ');

/** A button each by which it is forgotten. */
export const forgetButtons = (flags: readonly HealthFlag[]): Button[][] =>
  flags.map((flag) => [
    {
      label: `Forget: ${flagWords[flag].name}`,
      action: { command: 'health', input: { do: 'change', add: [], remove: [flag], event: null } },
    },
  ]);

const noDeficit =
  'I set no target below what your body needs and no goal to lose weight; a doctor or your coach can plan with you.';

/** What is known of somebody's health, why, and how it is forgotten. */
export async function healthCard(ctx: CommandContext, flags: readonly HealthFlag[]): Promise<Answer> {
  if (flags.length === 0)
    return {
      text: lines(
        'You have told me nothing of your health, and need not.',
        'If you are pregnant, breastfeeding, take medication for diabetes, or have or had an eating disorder, say so, and I set nothing for you that is less than your body needs.',
      ),
    };
  return {
    text: lines(
      bold('What I know of your health'),
      ...flags.map((flag) => `Noted: ${flagWords[flag].said}.`),
      noDeficit,
      await whoSees(ctx),
    ),
    buttons: forgetButtons(flags),
  };
}

/** Their coach sees it with what they eat; nobody else does. */
async function whoSees(ctx: CommandContext): Promise<string> {
  const coaching = await myCoaching(ctx);
  return coaching?.canRead.includes('food')
    ? `${nameOr(coaching.coachName, 'Your coach')}, who sees what you eat, sees this too. Nobody else does.`
    : 'Nobody but you sees this.';
}

/** What has changed, and what rests because of it. */
export async function changedHealthCard(
  ctx: CommandContext,
  changed: ChangedHealth,
  event: HealthEvent | null,
): Promise<Answer> {
  const { actionId, added, removed, flags } = changed;
  if (actionId === null) return { text: unchanged(flags, event) };
  if (event === 'loss')
    return { text: lines(eventWords.loss, 'I have put the note of it away.'), buttons: [[undoButton(actionId)]] };
  return {
    text: lines(
      event === null ? null : eventWords[event],
      ...added.map((flag): Text => [bold('Noted: '), `${flagWords[flag].said}.`]),
      ...removed.map((flag): Text => [bold('Forgotten: '), `that ${flagWords[flag].said}.`]),
      ...restedLines(ctx, changed),
      ...(added.length > 0 ? [noDeficit, await whoSees(ctx)] : []),
      added.includes('eating-disorder') && !ctx.user.isGentle
        ? ['If numbers do you no good, ', code('hide numbers'), ' keeps them from you.']
        : null,
      ...added.slice(0, 1).map((flag): Text => ['When that changes, say ', code(flagWords[flag].over), '.']),
      added.length === 0 ? remaining(flags) : null,
      event === 'birth' ? ['If you breastfeed, tell me: ', code('i am breastfeeding'), '.'] : null,
    ),
    buttons: [[undoButton(actionId)]],
  };
}

const eventWords: Readonly<Record<HealthEvent, string>> = {
  birth: 'Congratulations! I am happy to hear it.',
  loss: 'I am so sorry. Take all the time you need; nothing here is urgent.',
};

function unchanged(flags: readonly HealthFlag[], event: HealthEvent | null): Text {
  if (event !== null) return eventWords[event];
  return flags.length === 0
    ? 'I have no note of that, so there is nothing to change.'
    : ['That is how I have it already: ', healthWords(flags), '. ', code('/health'), ' shows it.'];
}

const remaining = (flags: readonly HealthFlag[]): Text =>
  flags.length > 0
    ? `Still noted: ${healthWords(flags)}.`
    : 'What rested because of it stays so until you set it again.';

/** "Your target of 1,400 kcal rests, and so does your goal: Weight 60 kg." */
export function restedLines(ctx: CommandContext, { target, goals }: Pick<ChangedHealth, 'target' | 'goals'>): Text[] {
  const energy = target && !ctx.user.isGentle ? targetParts(target, ctx.user.unitSystem, 'energyKcal')[0] : undefined;
  const paused = goals.map((goal) => goalName(goal, ctx.user)).join(', ');
  return [
    ...(target
      ? [
          energy === undefined
            ? 'Your energy target rests from today.'
            : `Your target of ${energy} a day rests from today.`,
        ]
      : []),
    ...(goals.length > 0 ? [`${goals.length > 1 ? 'Your goals are' : 'Your goal is'} paused: ${paused}.`] : []),
  ];
}
