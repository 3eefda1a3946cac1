import { z } from 'zod';
import { type MealRatings, rateMeal, ratingsOf } from '../../domain/meals/rate-meal.ts';
import { rateWorkout, type WorkoutRatings } from '../../domain/training/rate-workout.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { capital } from '../format.ts';
import { readRatings } from '../language/read-ratings.ts';
import { english } from '../language/vocabulary/en/index.ts';
import { ratingRow, ratingsLine } from '../rating-row.ts';
import type { Button, Reply } from '../reply.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';

const figure = z.number().optional();
/** The written message whose meal or training it is; null for the one replied to, or the one just recorded. */
const messageId = z.number().nullable();
const mealRating = z.enum(['hungerBefore', 'hungerAfter', 'satisfaction', 'adherence']);

const input = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('meal'),
    messageId,
    ratings: z.object({ hungerBefore: figure, hungerAfter: figure, satisfaction: figure, adherence: figure }),
  }),
  z.object({
    do: z.literal('workout'),
    messageId,
    ratings: z.object({
      intensity: figure,
      fatigue: figure,
      soreness: figure,
      formQuality: figure,
      rpe: figure,
      restS: figure,
    }),
  }),
  /** A button of the row below a meal's card: shows the figures to choose from. */
  z.object({ do: z.literal('scale'), messageId: z.number(), of: mealRating }),
  /** Back to the row. */
  z.object({ do: z.literal('row'), messageId: z.number() }),
]);

type Input = z.infer<typeof input>;

const questions: Readonly<Record<keyof MealRatings, string>> = {
  hungerBefore: 'How hungry were you before? 1 not at all, 10 starving.',
  hungerAfter: 'How hungry are you after it? 1 full, 10 starving.',
  satisfaction: 'How satisfying was it? 1 not at all, 10 very.',
  adherence: 'How close to your plan was it? 10 is just as planned.',
};

/** Rows of five, as many as every platform takes side by side. */
const scaleRows = [
  [1, 2, 3, 4, 5],
  [6, 7, 8, 9, 10],
];
/** Rows of a card that stay beside the scale; a message has at most five. */
const mostOtherRows = 2;

export const rate = defineCommand<Input>({
  name: 'rate',
  summary: 'Say how a meal or a training was',
  examples: ['hunger before 6, after 3', 'satisfied 8', 'intensity 8, rest 90s'],
  effect: 'record',
  options: z.object({
    how: z.string().max(100).describe('hunger 6, satisfied 8, on plan, intensity 8, form 9, rest 90s'),
  }),
  input,
  cues: english.ratings.hint,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/rate\b)?\s*(.*)$/isu.exec(text) ?? [];
    const reading = readRatings(rest, { repliesToWorkout: given.repliesToWorkout ?? false });
    if (!reading) return slash ? { problem: 'Write it like: hunger 6, satisfied 8, or intensity 8, form 9.' } : null;
    if ('problem' in reading) return reading;
    return reading.of === 'meal'
      ? { input: { do: 'meal', messageId: null, ratings: reading.ratings } }
      : { input: { do: 'workout', messageId: null, ratings: reading.ratings } };
  },
  async run(ctx, said) {
    switch (said.do) {
      case 'scale':
        return (await ratingsOf(ctx, said.messageId)) ? scaleCard(ctx, said.messageId, said.of) : noMeal;
      case 'row':
        return rowCard(ctx, said.messageId, await ratingsOf(ctx, said.messageId));
      case 'workout':
        return workoutNoted(ctx, said.messageId ?? ctx.repliesToId, said.ratings);
      default: {
        const meal = await rateMeal(ctx, said.messageId ?? ctx.repliesToId, known(said.ratings));
        if (said.messageId !== null) return rowCard(ctx, said.messageId, meal.ratings);
        return noted(meal, meal.slot ?? null, ratingsLine(meal.ratings));
      }
    }
  },
  toContract: (value) => [{ do: 'command', name: 'rate', input: value }],
});

/** Without what was not said. */
const known = <Ratings extends object>(ratings: Ratings) =>
  Object.fromEntries(Object.entries(ratings).filter(([, value]) => value !== undefined));

const noMeal: Answer = { text: 'That meal is no longer there, so there is nothing to say of it.' };

/** The card itself, with the figures to choose from below it. */
function scaleCard(ctx: CommandContext, id: number, of: keyof MealRatings): Answer {
  const choose = (value: number): Button => ({
    label: String(value),
    action: { command: 'rate', input: { do: 'meal', messageId: id, ratings: { [of]: value } } },
  });
  const back: Button = { label: 'Back', action: { command: 'rate', input: { do: 'row', messageId: id } } };
  return {
    text: withLine(ctx.pressed, questions[of]),
    buttons: [...otherRows(ctx.pressed), ...scaleRows.map((row) => row.map(choose)), [back]],
  };
}

/** The card itself, with what is known of the meal now. */
function rowCard(ctx: CommandContext, id: number, ratings: MealRatings | null): Answer {
  if (ratings === null) return noMeal;
  return {
    text: withLine(ctx.pressed, ratingsLine(ratings)),
    buttons: [...otherRows(ctx.pressed), ratingRow(id, ratings)],
  };
}

const otherRows = (card: Reply | undefined) =>
  (card?.buttons ?? []).filter((row) => row.every(({ action }) => action.command !== 'rate')).slice(0, mostOtherRows);

/** A card's text with our line in italics at its end, in place of the one that was there. */
function withLine(card: Reply | undefined, line: string | null): Text {
  const base = withoutLine(card?.text ?? '');
  return line === null ? base : lines(base, italic(line));
}

/** A platform may have cut the tree anew, but its last part is still our line, and what comes before ends in a break. */
function withoutLine(text: Text): Text {
  const parts: readonly Text[] = typeof text === 'object' && 'at' in text ? text : [text];
  const last = parts.at(-1);
  if (typeof last !== 'object' || !('italic' in last)) return text;
  const before = parts.at(-2);
  const end = typeof before === 'string' ? [before.replace(/\n$/, '')] : before === undefined ? [] : [before];
  return [...parts.slice(0, -2), ...end];
}

async function workoutNoted(
  ctx: CommandContext,
  id: number | null,
  ratings: { [Of in keyof WorkoutRatings]?: number | undefined },
): Promise<Answer> {
  const workout = await rateWorkout(ctx, id, known(ratings));
  const { intensity, fatigue, soreness, formQuality, rpe, restS } = ratings;
  const of10 = [
    ...(intensity === undefined ? [] : [`intensity ${intensity}`]),
    ...(fatigue === undefined ? [] : [`fatigue ${fatigue}`]),
    ...(soreness === undefined ? [] : [`soreness ${soreness}`]),
    ...(formQuality === undefined ? [] : [`form ${formQuality}`]),
  ];
  const parts = [
    ...(of10.length === 0 ? [] : [`${of10.join(' · ')} (of 10)`]),
    ...(rpe === undefined ? [] : [`RPE ${rpe}`]),
    ...(restS === undefined ? [] : [`rest ${pause(restS)}`]),
  ];
  return noted(workout, workout.title, capital(parts.join(' · ')));
}

/** "90 s", "2 min", "2 min 30 s". */
function pause(restS: number): string {
  if (restS < 120) return `${restS} s`;
  const rest = restS % 60;
  return rest === 0 ? `${restS / 60} min` : `${(restS - rest) / 60} min ${rest} s`;
}

/** How many names of what was rated are shown. */
const mostNames = 3;

function noted(
  rated: { actionId: number; names: readonly string[] },
  title: string | null,
  line: string | null,
): Answer {
  const shown = rated.names.slice(0, mostNames).map((name) => quoted(name, 40));
  const names = `${shown.join(', ')}${rated.names.length > mostNames ? ' …' : ''}`;
  const of = [title === null ? null : quoted(title, 40), names === '' ? null : names].filter((part) => part !== null);
  return {
    text: lines(bold(`Noted${of.length === 0 ? '' : ` for ${of.join(': ')}`}.`), line),
    buttons: [[undoButton(rated.actionId)]],
  };
}
