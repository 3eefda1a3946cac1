import { z } from 'zod';
import { weightTrend } from '../../domain/body/weight-trend.ts';
import { clientOf } from '../../domain/coaching/clients.ts';
import type { Scope } from '../../domain/coaching/scopes.ts';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import { trainingsOver } from '../../domain/training/trainings-over.ts';
import { answerBody } from '../answers/answer-body.ts';
import { answerFood } from '../answers/answer-food.ts';
import { answerNutrients, macrosText } from '../answers/answer-nutrients.ts';
import { answerRecords } from '../answers/answer-records.ts';
import {
  answerAchievements,
  answerGoals,
  answerPlan,
  answerReminders,
  answerStreak,
} from '../answers/answer-standing.ts';
import { answerWhy } from '../answers/answer-why.ts';
import { answerWorkouts } from '../answers/answer-workouts.ts';
import { type Asked, type AskedInput, type AskedItem, askedSchema, toAsked } from '../answers/asked.ts';
import { count, measured, todayOf } from '../ask-card.ts';
import { deniedText } from '../client-card.ts';
import type { Answer, Command, CommandContext, Given } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { isAnswerKeptFrom, keptBack } from '../gentle.ts';
import { type AskReading, readAsk } from '../language/read-ask.ts';
import { withPossessive } from '../language/read-coaching.ts';
import { readGuide } from '../language/read-guide.ts';
import type { ReadItem } from '../language/read-meals.ts';
import { lines, quoted, type Text } from '../text.ts';
import { whichClient } from '../which-client.ts';

/** Which parts of what a client agreed to show a question needs, all of them; see docs/schema.md. */
const scopesOfAbout: Readonly<Record<AskedInput['about'], readonly Scope[]>> = {
  day: ['food'],
  week: ['food'],
  remaining: ['food'],
  food: ['food'],
  why: ['food'],
  weight: ['body'],
  records: ['training'],
  workouts: ['training'],
  plan: ['training'],
  streak: ['food', 'training'],
  achievements: ['food', 'training'],
  goals: ['body'],
  reminders: ['food'],
  help: [],
};

/** As the policies have it: see docs/schema.md. */
function scopeOf(metric: NonNullable<Asked['metric']>): Scope {
  if (metric === 'mood' || metric === 'energy' || metric === 'stress' || metric === 'sleep-quality') return 'mood';
  if (metric === 'fatigue' || metric === 'soreness' || metric === 'steps') return 'training';
  return metric === 'water' ? 'food' : 'body';
}

/** Questions about one's own figures. `help` answers what can be said at all. */
export const ask = (help: Command): Command =>
  defineCommand<AskedInput>({
    name: 'ask',
    summary: 'Ask about your food, training, weight, and why a figure is what it is',
    examples: ['avg protein last 4 weeks', 'heaviest squat this year', 'carbs in 100g lentils?', 'why?'],
    effect: 'read',
    isOfClients: true,
    options: z.object({
      question: z.string().max(160).describe('avg protein last 4 weeks, when did i last have pizza, why 264 kcal'),
    }),
    input: askedSchema,
    parse(text, given) {
      const read = readAsk(text, given) ?? readAboutClient(text, given);
      // How something is done is told of that alone.
      if (read?.about === 'help' && readGuide(text)) return null;
      if (read) return { input: toInput(read) };
      return /^\/ask\b/.test(text)
        ? { problem: 'I can tell what you logged. Ask like: avg protein last 4 weeks, or heaviest squat this year.' }
        : null;
    },
    async run(ctx, input) {
      const asked = toAsked(input);
      if (asked.about === 'help') return help.run(ctx, {});
      if (asked.who === null && isAnswerKeptFrom(ctx.user, asked)) return { text: keptBack };
      return asked.who === null ? answer(ctx, asked) : answerOfClient(ctx, input, asked.who);
    },
    toContract: ({ about, subject, from, to, who }) => [{ do: 'ask', about, subject, from, to, who }],
  });

/** A coach need not say whose it is as English wants it: "anna squat progress". */
function readAboutClient(text: string, given: Given): AskReading | null {
  const said = given.clients ? withPossessive(text.replace(/^\/ask\s+/, ''), given.clients) : null;
  return said === null ? null : readAsk(said, given);
}

function answer(ctx: CommandContext, asked: Asked): Promise<Answer> | Answer {
  switch (asked.about) {
    case 'food':
      return answerFood(ctx, asked);
    case 'weight':
      return answerBody(ctx, asked);
    case 'records':
      return answerRecords(ctx, asked);
    case 'workouts':
      return answerWorkouts(ctx, asked);
    case 'why':
      return answerWhy(ctx, asked);
    case 'streak':
      return answerStreak(ctx);
    case 'achievements':
      return answerAchievements(ctx);
    case 'reminders':
      return answerReminders(ctx);
    case 'goals':
      return answerGoals(ctx, asked);
    case 'plan':
      return answerPlan(ctx, asked);
    default:
      if (asked.metric) return answerBody(ctx, asked);
      return asked.about === 'week' && asked.figure === 'overview'
        ? weekOverview(ctx, asked)
        : answerNutrients(ctx, asked);
  }
}

/** Food, training and weight of a time, a line or two each. */
async function weekOverview(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const food = await macrosText(ctx, asked);
  const trainings = await trainingsOver(ctx, asked);
  const trend = asked.to?.equals(todayOf(ctx)) ? await weightTrend(ctx) : null;
  const weight: Text | null =
    trend && !ctx.user.isGentle
      ? `Weight trend: ${measured('weight', trend.trendKg, null, ctx.user.unitSystem)}.`
      : null;
  return { text: lines(...food, trainings.length > 0 ? `${count(trainings.length, 'training')}.` : null, weight) };
}

/** What a question about a client needs to be shown. */
function scopesOf({ metric, about, figure }: Asked): readonly Scope[] {
  if (metric) return [scopeOf(metric)];
  if (about === 'goals' && figure === 'target') return ['food'];
  return scopesOfAbout[about];
}

/** A coach's question about a client, answered with the client's rows as far as they agreed to show them. */
async function answerOfClient(ctx: CommandContext, input: AskedInput, who: string): Promise<Answer> {
  const { clientId } = input;
  const known = clientId === undefined ? null : await clientOf(ctx, clientId);
  const found = known
    ? { client: known }
    : await whichClient(ctx, who, ({ user }) => ({ command: 'ask', input: { ...input, clientId: user.id } }));
  if ('answer' in found) return found.answer;
  const { client } = found;
  const name = quoted(client.name);
  const asked = toAsked(input);
  const denied = scopesOf(asked).filter((scope) => !client.canRead.includes(scope));
  if (denied.length > 0) return { text: lines(...denied.map((scope) => deniedText(name, scope))) };
  const user = { ...client.user, unitSystem: ctx.user.unitSystem };
  const { text } = await answer({ ...ctx, user, repliesToId: null }, asked);
  return { text: lines([name, ':'], text), aboutUserId: client.user.id };
}

function toInput({ exercise, muscles, nutrient, from, to, items, food, subject, ...read }: AskReading): AskedInput {
  return {
    ...read,
    subject,
    from: from?.toString() ?? null,
    to: to?.toString() ?? null,
    nutrient: nutrient && { key: nutrient.key, name: nutrient.name },
    exercise: exercise && { exerciseId: exercise.id, name: exercise.name },
    muscles: muscles && { name: muscles.name, of: [...muscles.of] },
    items: food
      ? [itemOf(food, subject ?? food.name, food.servingG ?? 100, false)]
      : items.flatMap((one) => toItem(one) ?? []),
  };
}

function toItem(one: ReadItem): AskedItem | null {
  if (!one.match) return null;
  const isAmountSaid = one.quantity !== null || one.size !== null;
  return itemOf(one.match, quoted(one.words), one.grams ?? portionFor(one.match, one).grams, isAmountSaid);
}

const itemOf = (
  { id, name, per100g }: IndexedFood,
  words: string,
  grams: number,
  isAmountSaid: boolean,
): AskedItem => ({
  foodId: id,
  name,
  words,
  grams,
  isAmountSaid,
  energyKcal: per100g.energyKcal,
  proteinG: per100g.proteinG,
  carbsG: per100g.carbsG,
  fatG: per100g.fatG,
});
