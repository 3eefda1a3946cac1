import { z } from 'zod';
import type { Given, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readPlanWish } from '../language/read-plan-wish.ts';
import { compileTemplate, longestTemplate } from '../language/template-compile.ts';
import { readTemplate } from '../language/template-words.ts';
import { doWithTemplate } from '../routines/do-with-template.ts';
import { howToPaste } from '../routines/template-card.ts';
import { type TemplateInput, templateInput } from '../routines/template-input.ts';
import { faultsText } from '../template-faults.ts';
import { quoted } from '../text.ts';

export const template = defineCommand<TemplateInput>({
  name: 'template',
  summary: 'Training templates for your clients (for coaches)',
  examples: ['templates', 'assign push-pull to anna from monday for 8 weeks', 'end push-pull for anna'],
  effect: 'act',
  isForCoaches: true,
  options: z.object({
    what: z
      .string()
      .max(2000)
      .optional()
      .describe('list · show push-pull · edit push-pull · diff push-pull · assign push-pull to anna'),
  }),
  input: templateInput,
  parse(text, given): Reading<TemplateInput> {
    const [, slash, rest = ''] = /^(\/templates?\b)?[^\S\n]*([\s\S]*)$/iu.exec(text) ?? [];
    const mayCoach = given.role !== undefined && given.role !== 'client';
    if (!mayCoach)
      return slash
        ? { problem: 'Templates are for coaches. You can build a routine of your own with /routine.' }
        : null;
    const read = readTemplate(rest, given, slash !== undefined);
    if (!read) return slash ? { problem: howToPaste } : forSomebody(text, given);
    switch (read.kind) {
      case 'new':
        return compiled(read, given);
      case 'assign':
        return {
          input: { ...read, to: [...read.to], weekdays: [...read.weekdays], from: read.from?.toString() ?? null },
        };
      case 'end':
        // Without the slash only what is said of clients ends a plan.
        return slash || read.to.some((name) => isClient(name, given)) ? { input: { ...read, to: [...read.to] } } : null;
      default:
        return { input: read };
    }
  },
  run: (ctx, said) => doWithTemplate(ctx, said),
  toContract: (said) => [{ do: 'command', name: 'template', input: said }],
});

function isClient(name: string, { clients = [] }: Given): boolean {
  const asked = name.toLowerCase();
  if (/^(?:all|every(?:one|body))\b/.test(asked)) return true;
  return clients.some((one) => one.toLowerCase() === asked || one.toLowerCase().split(/\s+/).includes(asked));
}

/** "make anna a plan: monday squat 3x5 80kg": a template under her name, where all of it can be read. */
function forSomebody(text: string, given: Given): Reading<TemplateInput> {
  const wish = readPlanWish(text);
  if (!wish?.who || wish.of !== 'training' || wish.text === '') return null;
  const read = compileTemplate(wish.text, given);
  if ('faults' in read) return null;
  const forWhom = wish.who.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
  const content = { text: wish.text, description: null, exercises: [...read.exercises], forWhom };
  return { input: { kind: 'preview', name: quoted(`Plan for ${forWhom}`, 60), ...content } };
}

function compiled(
  { name, text, description }: { name: string; text: string; description: string | null },
  given: Given,
): Reading<TemplateInput> {
  if (text.length > longestTemplate) return { problem: `A template has at most ${longestTemplate} characters.` };
  const read = compileTemplate(text, given);
  if ('faults' in read) return { problem: faultsText(read.faults) };
  const about = description === null ? null : quoted(description, 200);
  return {
    input: { kind: 'preview', name: quoted(name, 60), text, description: about, exercises: [...read.exercises] },
  };
}
