import { type Floors, floorsOf } from '../domain/coaching/energy-floor.ts';
import type { Answer, CommandContext } from './command.ts';
import { kcal } from './format.ts';
import { keptBack } from './gentle.ts';
import type { Button } from './reply.ts';
import { lines } from './text.ts';

/** A client's yes and no to the floor that their coach asks for. */
export const floorButtons = (floorKcal: number): Button[] => [
  { label: 'I agree', action: { command: 'floor', input: { do: 'answer', kcal: floorKcal, isAgreed: true } } },
  {
    label: 'No, keep the usual one',
    action: { command: 'floor', input: { do: 'answer', kcal: floorKcal, isAgreed: false } },
  },
];

const takeBack: Button = {
  label: 'Take it back',
  action: { command: 'floor', input: { do: 'off', who: null, clientId: null } },
};

/** The least energy that a target of the asker's may have. */
export async function ownFloorCard(ctx: CommandContext): Promise<Answer> {
  if (ctx.user.isGentle) return { text: keptBack };
  const floors = await floorsOf(ctx);
  const { usualKcal, agreedKcal, offeredKcal } = floors;
  return {
    text: lines(
      standing(floors),
      offeredKcal === null
        ? null
        : `Your coach asks for a lower one: ${kcal(offeredKcal)} a day. It holds only if you agree.`,
      agreedKcal === null && offeredKcal === null && usualKcal > 0
        ? 'For a small body, a coach can ask you to agree to a lower one.'
        : null,
    ),
    buttons: [
      ...(offeredKcal === null ? [] : [floorButtons(offeredKcal)]),
      ...(agreedKcal === null ? [] : [[takeBack]]),
    ],
  };
}

const standing = ({ usualKcal, agreedKcal }: Floors): string =>
  agreedKcal === null || agreedKcal >= usualKcal
    ? `The least energy I let a target of yours have is ${kcal(usualKcal)} a day, about what a body needs at rest.`
    : `You and your coach agreed that your targets may go down to ${kcal(agreedKcal)} a day; usually the least is ${kcal(usualKcal)}. It holds while they coach you.`;
