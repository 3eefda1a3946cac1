import { z } from 'zod';
import { findDiet } from '../../domain/diets/find-diet.ts';
import { defineCommand } from '../define-command.ts';
import { type DietInput, dietInput, readDietInput } from '../diet-input.ts';
import { diff, edit, forget, keep, list, preview, show } from '../diets/diet-library.ts';
import { end, follow } from '../diets/end-diet.ts';
import { assign, give } from '../diets/give-diet.ts';
import { move } from '../diets/move-diet.ts';

export const diet = defineCommand<DietInput>({
  name: 'diet',
  summary: 'Diet templates, and who follows which (for coaches)',
  examples: ['diets', '/diet assign lean cut to anna from monday for 4 weeks', "end anna's diet", '/diet follow anna'],
  effect: 'act',
  isForCoaches: true,
  isOfClients: true,
  options: z.object({
    what: z
      .string()
      .max(300)
      .optional()
      .describe('lean cut, edit lean cut, assign lean cut to anna, end anna, follow anna'),
  }),
  input: dietInput,
  parse: readDietInput,
  async run(ctx, value) {
    switch (value.kind) {
      case 'list':
        return list(ctx);
      case 'show':
        return show(ctx, await findDiet(ctx, value.name));
      case 'edit':
        return edit(await findDiet(ctx, value.name));
      case 'diff':
        return diff(ctx, await findDiet(ctx, value.name));
      case 'forget':
        return forget(ctx, await findDiet(ctx, value.name));
      case 'keep':
        return value.isSure ? keep(ctx, value) : preview(ctx, value);
      case 'assign':
        return assign(ctx, value);
      case 'give':
        return give(ctx, value);
      case 'move':
        return move(ctx, value);
      case 'end':
        return end(ctx, value);
      case 'follow':
        return follow(ctx, value);
      case 'leave':
        return { text: 'Left as it is.' };
    }
  },
  toContract: (value) => [{ do: 'command', name: 'diet', input: value }],
});
