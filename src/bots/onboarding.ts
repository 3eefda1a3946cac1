import { openQuestion } from '../domain/conversation/questions.ts';
import {
  isOnboardingDue,
  noteOnboardingAsked,
  type OnboardingStep,
  onboardingSteps,
} from '../domain/users/onboarding.ts';
import type { Answer, Choice, CommandContext, Question } from './command.ts';
import { lines, type Text } from './text.ts';

/** What the set-up's questions are about: their template has the first look at the words that come next. */
export const setUpAbout = 'profile';

const choice = (label: string, input: object): Choice => ({ label, action: { command: 'profile', input } });

const offer: Question = {
  about: setUpAbout,
  isRow: true,
  template: '/profile set-up offer %',
  choices: [choice('Yes', { do: 'begin' }), choice('Not now', { do: 'decline' })],
};

/**
 * A new card, with the offer of the set-up below it when that is due: once, in private, after the entries of three
 * messages, and never while a question waits.
 */
export async function askNext(ctx: CommandContext, card: Answer): Promise<Answer> {
  const { message } = ctx;
  const isNew = message.kind === 'text' || message.kind === 'command';
  if (card.question || !isNew || !message.isPrivate || ctx.user.onboardingAskedAt !== null) return card;
  // It asks for a weight and a goal.
  if (ctx.user.isGentle) return card;
  const isDue = await isOnboardingDue(ctx);
  if (isDue === false || (isDue === true && (await openQuestion(ctx, message, null)))) return card;
  await noteOnboardingAsked(ctx);
  if (isDue === 'needless') return card;
  return {
    ...card,
    text: lines(
      card.text,
      '',
      'May I ask four short things: gender, birth date, height, and weight with a goal? Targets need them to fit you and to be safe. You can skip any of them.',
    ),
    question: offer,
  };
}

type Units = 'metric' | 'us';

const asked: Readonly<
  Record<OnboardingStep, { name: string; ask: (units: Units) => string; choices: readonly Choice[] }>
> = {
  gender: {
    name: 'gender',
    ask: () => 'What is your gender? Bodies differ in the energy they need.',
    choices: (
      [
        ['Female', 'female'],
        ['Male', 'male'],
        ['Other', 'other'],
      ] as const
    ).map(([label, gender]) => choice(label, { do: 'change', step: 'gender', change: { gender } })),
  },
  'birth-date': {
    name: 'birth',
    ask: () => 'When were you born? What is safe depends on age. Write it like 12 May 1990, or just your age.',
    choices: [],
  },
  height: {
    name: 'height',
    ask: (units) => `How tall are you? Write it like ${units === 'us' ? "5'11" : '180 cm'}.`,
    choices: [],
  },
  'weight-and-goal': {
    name: 'weight',
    ask: (units) =>
      `What do you weigh, and is there a weight you would like to reach? Write it like ${units === 'us' ? '180 lb, goal 165 lb' : '82 kg, goal 75 kg'}, or only one of them.`,
    choices: [],
  },
};

/** One question of the set-up, below what was just noted. */
export function askStep(step: OnboardingStep, units: Units, noted: Text | null): Answer {
  const { name, ask, choices } = asked[step];
  const count = `${onboardingSteps.indexOf(step) + 1} of ${onboardingSteps.length}`;
  return {
    text: lines(...(noted === null ? [] : [noted, '']), `${count}. ${ask(units)}`),
    question: {
      about: setUpAbout,
      isRow: true,
      template: `/profile set-up ${name} %`,
      choices: [
        ...choices,
        choice(step === 'gender' ? 'Rather not say' : 'Skip', { do: 'skip', step }),
        ...(step === 'gender' ? [] : [choice('Stop', { do: 'decline' })]),
      ],
    },
  };
}
