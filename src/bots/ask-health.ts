import type { HealthFlag } from '../domain/users/health.ts';
import { healthOf, noteHealthAsked } from '../domain/users/health.ts';
import type { Answer, Choice, CommandContext, Question } from './command.ts';
import { setUpAbout } from './onboarding.ts';
import { lines } from './text.ts';

const choice = (label: string, flag: HealthFlag): Choice => ({
  label,
  action: { command: 'health', input: { do: 'change', add: [flag], remove: [], event: null } },
});

const question: Question = {
  about: setUpAbout,
  isRow: true,
  template: '/health asked %',
  choices: [
    choice('Pregnant', 'pregnant'),
    choice('Breastfeeding', 'breastfeeding'),
    choice('Diabetes medication', 'diabetes-medication'),
    choice('Eating disorder, now or before', 'eating-disorder'),
    { label: 'None, or rather not say', action: { command: 'health', input: { do: 'skip' } } },
  ],
};

/**
 * A new card, with one question below it where it is the first that plans for less than a body needs: once in a lifetime,
 * in private, and of nobody who has told of their health by themselves.
 */
export async function askHealthOnce(ctx: CommandContext, card: Answer, isLess: boolean): Promise<Answer> {
  const { message } = ctx;
  if (!isLess || card.question || !message.isPrivate || message.kind === 'edit') return card;
  if ((await healthOf(ctx)).isAsked) return card;
  await noteHealthAsked(ctx);
  return {
    ...card,
    text: lines(
      card.text,
      '',
      'One question, only this once: does any of these apply to you? If so, eating less is not safe without a doctor, and I let this rest. You need not say.',
    ),
    question,
  };
}
