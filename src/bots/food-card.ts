import type { OwnFood, RecipeLine } from '../domain/foods/find-own-food.ts';
import type { KeptRecipe } from '../domain/foods/keep-recipe.ts';
import type { Label, ReadLabel } from '../domain/foods/label.ts';
import type { MealSlot } from '../domain/meals/keep-meal-slot.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital, kcal, plural, quantity, volume, weight } from './format.ts';
import { bold, code, lines, type Text } from './text.ts';
import { undoButton } from './undo-button.ts';

type Units = 'metric' | 'us';

/** The card of a food that was kept by its label: what it holds, and what was not said. */
export function keptFoodCard(
  ctx: CommandContext,
  label: Label,
  { food, missing, isWeightAssumed }: ReadLabel,
  { actionId, version }: { actionId: number; version: number },
): Answer {
  const { amount } = label;
  const share = amount.grams ?? amount.ml ?? (food.servingG ?? 100) * amount.quantity;
  const wholeG = isWeightAssumed ? (food.servingG ?? 100) * amount.quantity : weightOf(label, food, share);
  const macros = (['protein', 'carbs', 'fat'] as const)
    .filter((name) => !missing.includes(name))
    .map((name) => `${name} ${quantity((food.per100g[`${name}G`] * wholeG) / 100)} g`);
  const energy = kcal((food.per100g.energyKcal * wholeG) / 100);
  const absent = missing.filter((name) => name !== 'energy');
  const name = label.name.toLowerCase();
  return {
    text: lines(
      bold(`Kept: ${capital(label.name)}`),
      ctx.user.isGentle
        ? capital(amountWords(amount, ctx.user.unitSystem))
        : [`${energy} ${amountWords(amount, ctx.user.unitSystem)}`, macros.length > 0 ? `: ${macros.join(', ')}` : ''],
      missing.includes('energy') ? 'You did not say its calories, so I took what the macros give.' : null,
      absent.length > 0
        ? `You did not say its ${listed(absent)}, so ${absent.length > 1 ? 'they count' : 'it counts'} as nothing.`
        : null,
      isWeightAssumed
        ? ['I do not know what one weighs. Tell me, and grams of it count too: ', code(`${name} weighs 60 g`)]
        : null,
      version > 1 ? 'It takes the place of the one you had; what you have eaten stays as it was.' : null,
    ),
    buttons: [[undoButton(actionId)]],
  };
}

function weightOf({ amount }: Label, food: ReadLabel['food'], share: number): number {
  if (amount.grams !== null) return amount.grams;
  return amount.ml === null ? share : amount.ml * (food.densityGPerMl ?? 1);
}

/** "per 300 ml", "per bar (60 g)", "each" */
function amountWords({ quantity: count, unit, grams, ml }: Label['amount'], units: Units): string {
  const size = grams !== null ? weight(grams, units) : ml !== null ? volume(ml, units) : null;
  if (unit === null) return `per ${size ?? 'serving'}`;
  if (unit === 'piece' && count === 1) return size === null ? 'each' : `each (${size})`;
  const noun = count === 1 ? unit : `${quantity(count)} ${plural(unit)}`;
  return size === null ? `per ${noun}` : `per ${noun} (${size})`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The card of a recipe that was kept: its parts, the whole, and a serving of it. */
export function keptRecipeCard(
  ctx: CommandContext,
  recipe: KeptRecipe & { name: string },
  parts: readonly (RecipeLine & { isAssumed?: boolean | undefined })[],
): Answer {
  const { unitSystem: units, isGentle } = ctx.user;
  const { yieldG, servingG, energyKcal, proteinG, carbsG, fatG } = recipe;
  const name = recipe.name.toLowerCase();
  const shown = parts.map(
    ({ foodName, grams, isAssumed }) => `${foodName} ${isAssumed ? 'taken as ' : ''}${weight(grams, units)}`,
  );
  const part = servingG === null ? 1 : servingG / yieldG;
  const macros = `protein ${quantity(Math.round(proteinG * part))} g, carbs ${quantity(Math.round(carbsG * part))} g, fat ${quantity(Math.round(fatG * part))} g`;
  return {
    text: lines(
      bold(`Kept: ${capital(recipe.name)}`),
      capital(shown.join(', ')),
      `All of it: ${weight(yieldG, units)}${isGentle ? '' : `, ${kcal(energyKcal)}`}`,
      servingG === null
        ? ['I do not know how many it is for. Tell me: ', code(`${name} serves 4`)]
        : `A serving: ${weight(servingG, units)}${isGentle ? '' : `, ${kcal(energyKcal * part)}: ${macros}`}`,
      recipe.version > 1 ? 'It takes the place of the one you had; what you have eaten stays as it was.' : null,
      [
        'Log it like ',
        code(servingG === null ? `${name} 350g` : `1 serving of ${name}`),
        ' or ',
        code(variation(name, parts)),
        '.',
      ],
    ),
    buttons: [[undoButton(recipe.actionId)]],
  };
}

/** An example of leaving something out, or of eating more. */
function variation(name: string, parts: readonly RecipeLine[]): string {
  const last = parts.findLast(({ foodName }) => foodName !== 'water');
  return parts.length > 1 && last ? `${name} no ${last.foodName.split(/[\s,]+/).at(-1) ?? ''}` : `${name} x1.5`;
}

/** What a food or recipe of theirs holds now. */
export function foodDetails(ctx: CommandContext, food: OwnFood, parts: readonly RecipeLine[]): Text {
  const { unitSystem: units, isGentle } = ctx.user;
  return lines(
    bold(capital(food.name)),
    parts.length > 0
      ? capital(parts.map(({ foodName, grams }) => `${foodName} ${weight(grams, units)}`).join(', '))
      : null,
    food.yieldG === null
      ? null
      : `All of it: ${weight(food.yieldG, units)}${isGentle ? '' : `, ${kcal((food.energyKcal * food.yieldG) / 100)}`}`,
    food.servingG === null || isGentle ? null : `A serving: ${serving(food, units)}`,
    food.isWeightAssumed
      ? 'Nobody has said what one weighs.'
      : isGentle
        ? null
        : `100 g: ${[kcal(food.energyKcal), ...knownMacros(food)].join(', ')}`,
  );
}

/** Those that were given; of the others nothing is said. */
const knownMacros = (food: OwnFood): string[] =>
  (['protein', 'carbs', 'fat'] as const).flatMap((name) =>
    `${name}G` in food.nutrients || food.isRecipe ? [`${name} ${quantity(food[`${name}G`])} g`] : [],
  );

const serving = ({ servingG, energyKcal, isWeightAssumed }: OwnFood, units: Units): string =>
  `${isWeightAssumed ? '' : `${weight(servingG ?? 100, units)}, `}${kcal((energyKcal * (servingG ?? 100)) / 100)}`;

const mostListed = 25;

/** All foods and recipes of theirs, a line each. */
export function foodList(ctx: CommandContext, foods: readonly OwnFood[]): Text {
  if (foods.length === 0)
    return lines(
      'You have no foods or recipes of your own yet. Make one like:',
      code('new food: my shake 220 kcal 30p 12c 4f per 300ml'),
      ['or, right after logging a meal, ', code('save that as chili')],
    );
  const { unitSystem: units, isGentle } = ctx.user;
  const more = foods.length - mostListed;
  return lines(
    bold('Your foods and recipes:'),
    ...foods.slice(0, mostListed).map((food) => {
      const figures =
        food.servingG === null ? `${kcal(food.energyKcal)} per 100 g` : `${serving(food, units)} a serving`;
      return `${capital(food.name)}${food.isRecipe ? ' (recipe)' : ''}${isGentle ? '' : `: ${figures}`}`;
    }),
    more > 0 ? `and ${more} more.` : null,
    ['Take one off the list with ', code(`forget ${foods[0]?.name.toLowerCase() ?? 'chili'}`), '.'],
  );
}

/** The meals they have named, in the order of the day. */
export function slotList(slots: readonly MealSlot[]): Text {
  if (slots.length === 0)
    return ['You have named no meals of your own yet. Do it like ', code('call my 16:00 meal merienda'), '.'];
  return lines(
    bold('Your own meals:'),
    ...slots.map(
      ({ name, startsAt }) => `${capital(name)}${startsAt ? `, ${startsAt.toString({ smallestUnit: 'minute' })}` : ''}`,
    ),
    ['Log one like ', code(`${slots[0]?.name ?? 'merienda'}: coffee and toast`), '.'],
  );
}
