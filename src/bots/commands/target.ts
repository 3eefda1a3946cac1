import { z } from 'zod';
import { asOwner } from '../../domain/as-owner.ts';
import { ownName } from '../../domain/check-ins/partner.ts';
import { clientOf } from '../../domain/coaching/clients.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { askHealthOf } from '../../domain/goals/ask-health-of.ts';
import { giveTarget } from '../../domain/goals/give-target.ts';
import { removeTarget, type TargetField } from '../../domain/goals/remove-target.ts';
import { setTarget } from '../../domain/goals/set-target.ts';
import { type NutritionTarget, targetFor } from '../../domain/goals/target-for.ts';
import { dayOverview } from '../../domain/meals/day-overview.ts';
import { findUser } from '../../domain/users/find-user.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { askHealthOnce } from '../ask-health.ts';
import type { Answer, Choice, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { dayLine, kcal, volume, weight } from '../format.ts';
import { type Reader, setsNone } from '../gentle.ts';
import { readClientTarget } from '../language/read-client-target.ts';
import { readTarget, type TargetReading } from '../language/read-target.ts';
import { readTargetRemoval } from '../language/read-target-removal.ts';
import { kgPerLb } from '../language/recognise-body-mass.ts';
import { targetGivenNotice } from '../notices/target-given.ts';
import { tellOther } from '../tell-other.ts';
import { bold, code, lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { whichClient } from '../which-client.ts';

const figure = z.number().positive().nullable();

/** What to set; all null shows the target in force. */
const figures = z.object({
  energyKcal: figure,
  proteinG: figure,
  carbsG: figure,
  fatG: figure,
  fiberG: figure.default(null),
  waterMl: figure,
});
const fields = Object.keys(figures.shape) as [TargetField, ...TargetField[]];
/** What to take out; null for all of it. */
const removal = z.object({ remove: z.array(z.enum(fields)).nullable() });
/** For a client of theirs, by name as typed, or by id once it is known. */
const given = z.object({ who: z.string(), clientId: z.number().optional(), target: figures });
const input = z.union([given, removal, figures]);

type Figures = z.infer<typeof figures>;
type Input = z.infer<typeof input>;

const none: Figures = {
  ...{ energyKcal: null, proteinG: null, carbsG: null },
  ...{ fatG: null, fiberG: null, waterMl: null },
};
const optionUnits: Readonly<Record<string, string>> = {
  energy: 'kcal',
  protein: 'g protein',
  carbs: 'g carbs',
  fat: 'g fat',
  fiber: 'g fibre',
  water: 'ml water',
};

export const target = defineCommand<Input>({
  name: 'target',
  summary: 'Set what a day should hold',
  examples: ['target 2200 kcal 160g protein 2.5l water', 'set my calories to 2000', 'remove my water target'],
  effect: 'record',
  options: z.object({
    energy: z.number().optional().describe('Energy in kcal'),
    protein: z.number().optional().describe('Protein in g'),
    carbs: z.number().optional().describe('Carbs in g'),
    fat: z.number().optional().describe('Fat in g'),
    fiber: z.number().optional().describe('Fibre in g'),
    water: z.number().optional().describe('Water in ml'),
  }),
  sayOption: (name, value) => `${value} ${optionUnits[name] ?? ''}`,
  input,
  cues: /target|goal|\baim|budget|\blimit|allowance|macro|\b(?:set|change|update|raise|lower|increase|decrease|reduce|bump|drop|cut|adjust|make|put|move|bring|switch|want|like|keep|no|give|assign)\b|wanna|kcal|cals|calories|protein/,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/target\b)?\s*(.*)$/isu.exec(text) ?? [];
    if (slash && rest === '') return { input: none };
    const gone = readTargetRemoval(slash ? `${rest} target` : text) ?? (slash ? readTargetRemoval(rest) : null);
    if (gone || (slash && off.test(rest))) return { input: { remove: gone?.fields ? [...gone.fields] : null } };
    const theirs = given.clients ? readClientTarget(slash ? `give ${rest}` : rest, given.clients, given) : null;
    if (theirs) return { input: { who: quoted(theirs.who, 60), target: theirs.target } };
    const read = readTarget(slash ? `target ${rest}` : text, given);
    if (read?.kind === 'target') return { input: read.target };
    if (read) return unnamed(read, given.units);
    return slash ? { problem: ['Write it like ', code('target 2200 kcal 160g protein 2.5l water'), '.'] } : null;
  },
  async run(ctx, change) {
    const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
    if ('target' in change) return give(ctx, change);
    if ('remove' in change) return removed(ctx, change.remove);
    if (Object.values(change).every((value) => value === null)) {
      const inForce = await targetFor(ctx, today);
      if (!inForce) return { text: ['You have no target. Set one like ', code('target 2200 kcal 160g protein'), '.'] };
      const { totals } = await dayOverview(ctx, today);
      return {
        text: lines([bold('Target: '), inWords(inForce, ctx.user)], dayLine(today, today, totals, inForce, ctx.user)),
      };
    }
    if (ctx.user.isGentle && isOfFood(change)) return { text: setsNone };
    const set = await setTarget(ctx, change);
    const { totals } = await dayOverview(ctx, set.fromDay);
    const card: Answer = {
      text: lines(
        [bold('Target from today: '), inWords(set.target, ctx.user)],
        set.isLowerFloorTaken
          ? 'I do not know your sex, so I held the lower of the usual floors, 1,200 kcal; for men it is 1,500 kcal.'
          : null,
        set.isBelowUsualFloor ? 'This is below the usual floor; you agreed on it with your coach.' : null,
        sumNote(set.target),
        set.isLoweredOften
          ? 'Your energy target has come down several times this month. Eating enough counts too; if the numbers weigh on you, it is fine to leave them for a while (“hide numbers” does that here) or to talk to somebody.'
          : null,
        dayLine(today, today, totals, set.target, ctx.user),
      ),
      buttons: [[undoButton(set.actionId)]],
    };
    return askHealthOnce(ctx, card, set.isDeficit);
  },
  toContract(change) {
    if ('target' in change || 'remove' in change || Object.values(change).every((value) => value === null))
      return [{ do: 'command', name: 'target', input: change }];
    const { fiberG, ...others } = change;
    return [{ do: 'set-target', ...others, ...(fiberG === null ? {} : { fiberG }) }];
  },
});

/** Sets what a client's days should hold, and tells them. */
async function give(ctx: CommandContext, said: z.infer<typeof given>): Promise<Answer> {
  const chosen = said.clientId === undefined ? null : await clientOf(ctx, said.clientId);
  if (said.clientId !== undefined && !chosen) throw new DomainError('not-found', 'That is none of your clients now.');
  const found = chosen
    ? { client: chosen }
    : await whichClient(ctx, said.who, ({ user }) => ({ command: 'target', input: { ...said, clientId: user.id } }));
  if ('answer' in found) return found.answer;
  const { user, name } = found.client;
  const set = await giveTarget(ctx, { client: user, clientName: quoted(name, 60) }, said.target);
  // A coach is not told whether a client is shown numbers, or was asked about their health.
  const { reader, asksHealth } = await asOwner(ctx.db, async () => ({
    reader: await findUser(ctx.db, user.id),
    asksHealth: await askHealthOf({ ...ctx, user }, set.fromDay, set.target),
  }));
  const notice = targetGivenNotice({
    ...{ actionId: set.actionId, coachId: ctx.user.id, coachName: await ownName(ctx) },
    figures: reader && !reader.isGentle ? inWords(set.target, reader) : null,
    asksHealth,
  });
  const shown = { unitSystem: ctx.user.unitSystem, isGentle: false };
  return {
    text: lines(
      [bold(`${quoted(name, 60)}, target from today: `), inWords(set.target, shown)],
      sumNote(set.target),
      'They are told.',
    ),
    buttons: [[undoButton(set.actionId)]],
    notifies: await tellOther(ctx, user, notice),
    aboutUserId: user.id,
  };
}

/** "/target off" */
const off = /^(?:off|none|no|remove|delete|clear)[.!]?$/i;

async function removed(ctx: CommandContext, which: TargetField[] | null): Promise<Answer> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const gone = await removeTarget(ctx, which);
  const { totals } = await dayOverview(ctx, today);
  return {
    text: lines(
      gone.target === null
        ? 'You have no target from today on.'
        : [bold('Target from today: '), inWords(gone.target, ctx.user), `. Gone: ${gone.removed.join(', ')}.`],
      dayLine(today, today, totals, gone.target, ctx.user),
    ),
    buttons: [[undoButton(gone.actionId)]],
  };
}

/** Whether it sets anything but water. */
const isOfFood = ({ waterMl: _, ...food }: Figures): boolean => Object.values(food).some((value) => value !== null);

/** "2,200 kcal · protein 160 g · water 2,500 ml"; in gentle mode the water alone. */
function inWords(
  { energyKcal, proteinG, carbsG, fatG, fiberG, waterMl }: NutritionTarget,
  { unitSystem, isGentle }: Reader,
): string {
  // Macronutrients are read in grams everywhere.
  const grams = (name: string, value: number | null) => (value === null ? [] : [`${name} ${weight(value, 'metric')}`]);
  const drunk = waterMl === null ? [] : [`water ${volume(waterMl, unitSystem)}`];
  if (isGentle) return drunk[0] ?? 'kept, and not shown';
  return [
    ...(energyKcal === null ? [] : [kcal(energyKcal)]),
    ...grams('protein', proteinG),
    ...grams('carbs', carbsG),
    ...grams('fat', fatG),
    ...grams('fibre', fiberG),
    ...drunk,
  ].join(' · ');
}

/** Where energy and its parts tell different things, so much is said. */
function sumNote({ energyKcal, proteinG, carbsG, fatG }: NutritionTarget): string | null {
  if (energyKcal === null || proteinG === null || carbsG === null || fatG === null) return null;
  const sumKcal = 4 * proteinG + 4 * carbsG + 9 * fatG;
  const isOff = Math.abs(sumKcal - energyKcal) > energyKcal * 0.1;
  return isOff ? `Protein, carbs and fat come to ${kcal(sumKcal)} together, which is not ${kcal(energyKcal)}.` : null;
}

/** Asks what figures without a name are of. */
function unnamed(read: Exclude<TargetReading, { kind: 'target' }>, units: 'metric' | 'us') {
  const choices = read.kind === 'unnamed' ? ofOne(read.value, units) : ofMacros(read.energyKcal, read.grams);
  const text = read.kind === 'unnamed' ? `${read.value} of what?` : 'Which figure is which?';
  return { text, question: { about: 'meaning', choices } };
}

function ofOne(value: number, units: 'metric' | 'us'): Choice[] {
  const [unit, kg] = units === 'us' ? ['lb', value * kgPerLb] : ['kg', value];
  const goal = { metric: 'weight', target: Number(kg.toFixed(10)), by: null };
  return [
    { label: `${value} ${unit} body weight`, action: { command: 'goal', input: goal } },
    { label: `${value} g protein a day`, action: { command: 'target', input: { ...none, proteinG: value } } },
  ];
}

const orders = [
  ['proteinG', 'carbsG', 'fatG'],
  ['carbsG', 'proteinG', 'fatG'],
  ['proteinG', 'fatG', 'carbsG'],
] as const;
const names = { proteinG: 'protein', carbsG: 'carbs', fatG: 'fat' };

function ofMacros(energyKcal: number | null, grams: readonly number[]): Choice[] {
  return orders.map((order) => {
    const said = Object.fromEntries(order.map((field, i) => [field, grams[i] ?? null]));
    return {
      label: order.map((field, i) => `${names[field]} ${grams[i]} g`).join(', '),
      action: { command: 'target', input: { ...none, energyKcal, ...said } },
    };
  });
}
