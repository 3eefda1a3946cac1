import type { Temporal } from 'temporal-polyfill';
import { optionsOf } from '../domain/diets/diet.ts';
import { type PlanAdherence, type PlannedDay, planAdherence } from '../domain/diets/plan-adherence.ts';
import { type PlannedMeal, plannedMeals } from '../domain/diets/planned-meals.ts';
import { todayOf } from './ask-card.ts';
import type { CommandContext } from './command.ts';
import { capital, kcal, weight } from './format.ts';
import { keptBack } from './gentle.ts';
import type { Button } from './reply.ts';
import { bold, italic, lines, quoted, type Text } from './text.ts';

/** What is to be eaten, as lines of a card, with a button for each meal that may be logged as planned. */
export interface PlanMeals {
  readonly texts: readonly Text[];
  readonly buttons: readonly (readonly Button[])[];
}

/** Rows a card may have for meals. */
const mostRows = 4;
/** Plans further back are not logged by button. */
const reachDays = 7;

/** The meals planned for a day: each with its kcal and what was eaten of it, and the sum. None: empty. */
export async function planMeals(ctx: CommandContext, day: Temporal.PlainDate): Promise<PlanMeals> {
  const meals = await plannedMeals(ctx, day);
  if (meals.length === 0) return { texts: [], buttons: [] };
  const today = todayOf(ctx);
  const ago = day.until(today).days;
  const isOpen = ago >= 0 && ago <= reachDays;
  return {
    texts: ctx.user.isGentle ? meals.map(plainLine) : [...meals.map((meal) => mealLine(meal)), sumLine(meals)],
    buttons: isOpen ? eatRows(meals, day) : [],
  };
}

/** "Breakfast: 80 g oats, 1 banana · 408 kcal", with what was eaten below. */
function mealLine({ slot, text, planned, eaten, isAsPlanned }: PlannedMeal): Text {
  const [first = '', ...rest] = (text ?? '').split('\n');
  const energy = planned.energyKcal > 0 ? ` · ${kcal(planned.energyKcal)}` : '';
  const had = eaten ? `eaten ${kcal(eaten.energyKcal)}${share(eaten.energyKcal, planned.energyKcal)}` : null;
  return lines(
    [bold(`${capital(quoted(slot, 40))}: `), quoted(first, 300), energy],
    ...rest.map((line) => italic(quoted(line, 300))),
    had === null ? null : isAsPlanned ? `  ${had}, as planned` : `  ${had}`,
  );
}

/** In gentle mode: what it is, and whether it was had. */
function plainLine({ slot, text, eaten, isAsPlanned }: PlannedMeal): Text {
  const [first = '', ...rest] = (text ?? '').split('\n');
  return lines(
    [bold(`${capital(quoted(slot, 40))}: `), quoted(first, 300)],
    ...rest.map((line) => italic(quoted(line, 300))),
    eaten && `  ${isAsPlanned ? 'eaten as planned' : 'eaten'}`,
  );
}

function sumLine(meals: readonly PlannedMeal[]): Text {
  const planned = (of: 'energyKcal' | 'proteinG') => meals.reduce((sum, meal) => sum + meal.planned[of], 0);
  const eaten = (of: 'energyKcal' | 'proteinG') => meals.reduce((sum, meal) => sum + (meal.eaten?.[of] ?? 0), 0);
  const energy = planned('energyKcal');
  if (energy <= 0) return [];
  const of = `${kcal(energy)} · protein ${weight(planned('proteinG'), 'metric')}`;
  return meals.some((meal) => meal.eaten)
    ? [
        bold('In all: '),
        `${of}; eaten of it ${kcal(eaten('energyKcal'))}${share(eaten('energyKcal'), energy)}`,
        `, protein ${weight(eaten('proteinG'), 'metric')}${share(eaten('proteinG'), planned('proteinG'))}`,
      ]
    : [bold('In all: '), of];
}

const share = (eaten: number, planned: number): string =>
  planned > 0 ? ` (${Math.round((eaten / planned) * 100)} %)` : '';

/** A row a meal that nothing was logged of yet, a button for each of its choices; and one for all of them. */
function eatRows(meals: readonly PlannedMeal[], day: Temporal.PlainDate): Button[][] {
  const open = meals.filter(({ eaten, items }) => eaten === null && items.length > 0);
  const eat = (label: string, slots: readonly string[], option = 0): Button => ({
    label,
    action: {
      command: 'plan',
      input: { kind: 'eat', slots, day: day.toString(), isDaySaid: false, option, swaps: [], isOfCard: true },
    },
  });
  const rows = open.slice(0, mostRows).map(({ slot, items }) => {
    const name = quoted(slot, 40);
    const options = Math.min(4, optionsOf(items));
    return options === 1
      ? [eat(`Ate ${name}`, [slot])]
      : Array.from({ length: options }, (_, option) => eat(`Ate ${name}, choice ${option + 1}`, [slot], option));
  });
  return open.length > 1
    ? [
        ...rows,
        [
          eat(
            'Ate all of it',
            open.map(({ slot }) => slot),
          ),
        ],
      ]
    : rows;
}

/** A day of several, in few lines: what is planned for its meals and what was eaten of it; none without a plan. */
export async function planDay(ctx: CommandContext, day: Temporal.PlainDate): Promise<Text[]> {
  const meals = await plannedMeals(ctx, day);
  if (meals.length === 0) return [];
  const planned = meals.reduce((sum, meal) => sum + meal.planned.energyKcal, 0);
  const eaten = meals.reduce((sum, meal) => sum + (meal.eaten?.energyKcal ?? 0), 0);
  const sum = planned > 0 ? kcal(planned) : 'no figures';
  return [
    ...meals.map(
      ({ slot, text }) => `  ${capital(quoted(slot, 40))}: ${quoted((text ?? '').split('\n')[0] ?? '', 160)}`,
    ),
    ...(ctx.user.isGentle
      ? []
      : [`  Food: ${sum}${eaten > 0 ? `, eaten ${kcal(eaten)}${share(eaten, planned)}` : ''}`]),
  ];
}

/** How near somebody ate to their plan over 7 and 30 days, and each of the last days; in gentle mode that is not told. */
export async function adherenceText(ctx: CommandContext): Promise<Text | null> {
  if (ctx.user.isGentle) return keptBack;
  const week = await planAdherence(ctx, 7);
  const month = await planAdherence(ctx, 30);
  if (month.days.length === 0 && !month.today) return null;
  return lines(
    overLine('Last 7 days', week),
    overLine('Last 30 days', month),
    ...week.days.map((one) => adherenceLine(one.day.toLocaleString('en-GB', { weekday: 'long' }), one)),
    week.today?.energyKcal ? adherenceLine('Today so far', week.today) : null,
    italic('A day scores 100 % less what was eaten over or under the plan; days without an entry are left out.'),
  );
}

function adherenceLine(name: string, { energyKcal, proteinG }: PlannedDay): Text {
  if (!energyKcal) return `${name}: nothing logged`;
  const energy = `${kcal(energyKcal.eaten).replace(' kcal', '')} of ${kcal(energyKcal.planned)}, ${Math.round(energyKcal.pct)} %`;
  return proteinG ? `${name}: ${energy} · protein ${Math.round(proteinG.pct)} %` : `${name}: ${energy}`;
}

function overLine(name: string, { days, loggedDays, energyPct, proteinPct }: PlanAdherence): Text {
  if (days.length === 0) return [bold(`${name}: `), 'no whole day with a plan yet.'];
  if (energyPct === null) return [bold(`${name}: `), 'nothing logged on days with a plan.'];
  const protein = proteinPct === null ? '' : `, protein ${Math.round(proteinPct)} %`;
  return [
    bold(`${name}: `),
    `energy ${Math.round(energyPct)} %${protein}, on ${loggedDays} of ${days.length} planned ${days.length === 1 ? 'day' : 'days'}.`,
  ];
}
