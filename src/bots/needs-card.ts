import { neededEnergy } from '../domain/goals/needed-energy.ts';
import { measured, todayOf } from './ask-card.ts';
import type { Answer, CommandContext } from './command.ts';
import { dayName, kcal } from './format.ts';
import { bold, code, lines, type Text } from './text.ts';

const unset = { energyKcal: null, proteinG: null, carbsG: null, fatG: null, fiberG: null, waterMl: null };

/** How much to eat in a day, for whoever has set no target: by their body, and by their goal. */
export async function needsCard(ctx: CommandContext): Promise<Answer> {
  const today = todayOf(ctx);
  const { missing, neededKcal, goal } = await neededEnergy(ctx, today);
  if (neededKcal === null) {
    const isUs = ctx.user.unitSystem === 'us';
    const said = { age: 'im 34 years old', height: isUs ? '5 ft 9' : '175 cm', weight: isUs ? '165 lb' : '75 kg' };
    return {
      text: [
        `You have no target yet. Tell me your ${new Intl.ListFormat('en-GB').format(missing)} and I work out what a day of yours takes: `,
        code(missing.map((key) => said[key]).join(', ')),
        '.',
      ],
    };
  }
  const least = goal?.kcal ?? neededKcal;
  return {
    text: lines(
      ['A lightly active day takes you ', bold(`about ${kcal(neededKcal)}`), ', by your age, height and weight.'],
      goal && goalLine(ctx, goal, today),
      ['Make it your target with ', code(`target ${least} kcal`), ', and I count against it.'],
    ),
    buttons: [[{ label: 'Set as my target', action: { command: 'target', input: { ...unset, energyKcal: least } } }]],
  };
}

function goalLine(
  ctx: CommandContext,
  { targetKg, by, kcal: onTheWay }: NonNullable<Awaited<ReturnType<typeof neededEnergy>>['goal']>,
  today: ReturnType<typeof todayOf>,
): Text {
  const target = measured('weight', targetKg, null, ctx.user.unitSystem);
  if (by === null)
    return [
      'Say by when you want to be at ',
      target,
      ', like ',
      code(`goal weight ${target} by june`),
      ', and I reckon that in.',
    ];
  if (onTheWay === null) return 'I would not eat less than that; a doctor or your coach can plan more with you.';
  return ['For ', target, ` by ${dayName(by, today)}: `, bold(`about ${kcal(onTheWay)} a day`), '.'];
}
