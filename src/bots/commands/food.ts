import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { findOwnFood, ownFoodsOf, recipeLinesOf } from '../../domain/foods/find-own-food.ts';
import { forgetOwnFood } from '../../domain/foods/forget-own-food.ts';
import { keepOwnFood } from '../../domain/foods/keep-own-food.ts';
import { keepRecipe, partsOf } from '../../domain/foods/keep-recipe.ts';
import { fromLabel, type Label } from '../../domain/foods/label.ts';
import { weighOwnFood } from '../../domain/foods/weigh-own-food.ts';
import { forgetMealSlot, keepMealSlot, mealSlotsOf } from '../../domain/meals/keep-meal-slot.ts';
import { mealParts } from '../../domain/meals/meal-parts.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { foodDetails, foodList, keptFoodCard, keptRecipeCard, slotList } from '../food-card.ts';
import { type FoodInput, foodInput, kept, noEnergy, readFoodInput } from '../food-input.ts';
import { capital } from '../format.ts';
import { code, lines, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';

export const food = defineCommand<FoodInput>({
  name: 'food',
  summary: 'Foods, recipes and meal names of your own',
  examples: ['new food: my shake 220 kcal 30p 12c 4f per 300ml', 'save that as chili', 'my foods'],
  effect: 'record',
  options: z.object({
    text: z
      .string()
      .max(1000)
      .optional()
      .describe('my shake 220 kcal 30p per 300ml, forget my shake; empty: all of them'),
  }),
  input: foodInput,
  cues: /slot|call|\bname|meal|recip|save|keep|store|remember|make|turn|log|add|food|product|ingredient|cal|kj|=|forg|delet|remov|eras|drop|show|view|weigh|serv|portion|cook|feed|^is$/,
  parse(text, given) {
    const read = readFoodInput(text, given);
    if (read || !/^\/food\b/i.test(text)) return read;
    return { problem: ['I did not understand that. Write it like ', code(example), '.'] };
  },
  run: (ctx, value) => runs[value.kind](ctx, value as never),
  toContract: (value) => (value.kind === 'leave' ? [] : [{ do: 'command', name: 'food', input: value }]),
});

const example = 'new food: my shake 220 kcal 30p 12c 4f per 300ml';

type Run<Kind extends FoodInput['kind']> = (
  ctx: CommandContext,
  value: Extract<FoodInput, { kind: Kind }>,
) => Promise<Answer>;

const runs: { readonly [Kind in FoodInput['kind']]: Run<Kind> } = {
  list: async (ctx) => ({ text: foodList(ctx, await ownFoodsOf(ctx)) }),
  async show(ctx, value) {
    const found = await findOwnFood(ctx, value.name);
    return { text: foodDetails(ctx, found, await recipeLinesOf(ctx, found.id)) };
  },
  async forget(ctx, value) {
    const { actionId, ...forgotten } = await forgetOwnFood(ctx, value.name);
    return done(`${capital(forgotten.name)} is off your list. What you have eaten of it stays.`, actionId);
  },
  keep,
  weigh: (ctx, { name: of, unit, grams }) => weighed(ctx, of, { kind: 'weigh', unit, grams }),
  serves: (ctx, { name: of, servings }) => weighed(ctx, of, { kind: 'serves', servings }),
  cooked: (ctx, { name: of, grams }) => weighed(ctx, of, { kind: 'cooked', grams }),
  async recipe(ctx, { parts, ...recipe }) {
    const figured = await partsOf(
      ctx,
      parts.map(({ foodId, foodName, grams }) => ({ foodId, foodName, grams })),
    );
    const made = await keepRecipe(ctx, { ...recipe, parts: figured });
    return keptRecipeCard(ctx, { ...made, name: recipe.name }, parts);
  },
  save,
  async 'keep-slot'(ctx, { name: slot, startsAt }) {
    const time = startsAt === null ? null : Temporal.PlainTime.from(startsAt);
    const { actionId } = await keepMealSlot(ctx, { name: slot, startsAt: time });
    const when = time ? ` at ${time.toString({ smallestUnit: 'minute' })}` : '';
    return done(
      [`${capital(slot)}${when} is one of your meals now. Log it like `, code(`${slot}: coffee and toast`), '.'],
      actionId,
    );
  },
  'list-slots': async (ctx) => ({ text: slotList(await mealSlotsOf(ctx)) }),
  async 'forget-slot'(ctx, value) {
    const { actionId, name: slot } = await forgetMealSlot(ctx, value.name);
    return done(`${capital(slot)} is no meal of yours any more. What you have logged under it stays.`, actionId);
  },
  leave: async () => ({ text: 'Nothing was kept. Write it again with the right figures whenever you like.' }),
};

const done = (text: Text, actionId: number): Answer => ({
  text,
  buttons: [[undoButton(actionId)]],
});

async function keep(ctx: CommandContext, value: Extract<FoodInput, { kind: 'keep' }>): Promise<Answer> {
  const read = fromLabel(value.label);
  if (!read) return { text: noEnergy(value.label.name) };
  const macrosMissing = read.missing.filter((one) => one !== 'energy');
  const energyNote =
    macrosMissing.length > 0 ? `without ${macrosMissing.join(' and ')}` : value.isAsLabelled ? 'as on the label' : null;
  const actionId = await recordAction(ctx, value.label.name);
  const { version } = await keepOwnFood({ ...ctx, actionId }, { ...read.food, energyNote });
  return keptFoodCard(ctx, value.label, read, { actionId, version });
}

/** A meal that was eaten, as a recipe; where something of it has no weight, as a food known by the serving. */
async function save(ctx: CommandContext, value: Extract<FoodInput, { kind: 'save' }>): Promise<Answer> {
  const day = value.day === null ? null : Temporal.PlainDate.from(value.day);
  const { parts, unweighed } = await mealParts(ctx, { messageId: ctx.repliesToId, slot: value.slot, day });
  if (unweighed.length === 0) {
    const servings = value.servings ?? (value.yieldG === null ? 1 : null);
    const made = await keepRecipe(ctx, { name: value.name, parts, yieldG: value.yieldG, servings });
    return keptRecipeCard(ctx, { ...made, name: value.name }, parts);
  }
  const all = [...parts, ...unweighed];
  const sum = (of: 'energyKcal' | 'proteinG' | 'carbsG' | 'fatG'): number =>
    all.reduce((total, one) => total + one[of], 0);
  // A macro that was not stated is not known of the whole either.
  const known = (of: 'proteinG' | 'carbsG' | 'fatG'): number | null =>
    all.every(({ nutrients }) => of in nutrients) ? sum(of) : null;
  const count = value.servings ?? 1;
  const served: Label = {
    ...nothing,
    name: value.name,
    energyKcal: sum('energyKcal'),
    proteinG: known('proteinG'),
    carbsG: known('carbsG'),
    fatG: known('fatG'),
    amount: { quantity: count, unit: 'serving', grams: value.yieldG, ml: null },
  };
  return keep(ctx, { kind: 'keep', label: kept(served), isAsLabelled: true });
}

const nothing = { fiberG: null, sugarG: null, saturatedFatG: null, alcoholG: null, sodiumMg: null, servings: [] };

async function weighed(ctx: CommandContext, of: string, weighing: Parameters<typeof weighOwnFood>[2]): Promise<Answer> {
  const { actionId, food: known } = await weighOwnFood(ctx, of, weighing);
  return done(lines(foodDetails(ctx, known, []), 'What you have eaten of it stays as it was.'), actionId);
}
