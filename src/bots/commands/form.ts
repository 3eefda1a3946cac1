import { z } from 'zod';
import {
  addQuestions,
  type ChangedForm,
  type CheckInForm,
  listForms,
  removeQuestion,
  rewordQuestion,
  stopAsking,
  useForm,
} from '../../domain/check-ins/check-in-form.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readForm } from '../language/read-form.ts';
import { bold, code, italic, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { noCoach } from '../which-client.ts';

const question = z.object({
  kind: z.enum(['number', 'scale', 'choice', 'text', 'yes_no', 'photo']),
  label: z.string(),
  choices: z.array(z.string()).optional(),
  isRequired: z.boolean(),
});
const place = z.number().int();

const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('show') }),
  z.object({ do: z.literal('add'), questions: z.array(question).min(1).max(20) }),
  z.object({ do: z.literal('reword'), place, question }),
  z.object({ do: z.literal('remove'), place }),
  z.object({ do: z.literal('use'), name: z.string() }),
  z.object({ do: z.literal('off') }),
]);
type Input = z.infer<typeof input>;

export const form = defineCommand<Input>({
  name: 'form',
  summary: 'Your own questions in the weekly check-in (for coaches)',
  examples: ['/form How was sleep? scale', '/form Stress? low / medium / high', '/form remove 2'],
  effect: 'act',
  options: z.object({
    question: z.string().max(1500).optional().describe('How was sleep? scale; remove 2; use Deload; off'),
  }),
  input,
  cues: /(?!)/,
  parse(text) {
    const [, rest] = /^\s*\/form\b(.*)$/isu.exec(text) ?? [];
    if (rest === undefined) return null;
    const read = readForm(rest);
    return 'problem' in read ? read : { input: input.parse(read) };
  },
  async run(ctx, said) {
    if (ctx.user.role === 'client') return { text: noCoach };
    switch (said.do) {
      case 'show':
        return show(ctx);
      case 'add':
        return changed(await addQuestions(ctx, said.questions.map(toQuestion)), 'Asked from now on.');
      case 'reword':
        return changed(await rewordQuestion(ctx, said.place, toQuestion(said.question)), 'Reworded.');
      case 'remove':
        return changed(await removeQuestion(ctx, said.place), 'No longer asked. What was answered stays.');
      case 'use':
        return changed(await useForm(ctx, said.name), 'This form is asked from now on.');
      case 'off':
        return off(await stopAsking(ctx));
    }
  },
  toContract: (value) => [{ do: 'command', name: 'form', input: value }],
});

const toQuestion = ({ choices, ...rest }: z.infer<typeof question>) => ({ ...rest, ...(choices ? { choices } : {}) });

async function show(ctx: CommandContext): Promise<Answer> {
  const forms = await listForms(ctx);
  const [first] = forms;
  if (!first?.isActive || first.questions.length === 0)
    return { text: lines(first?.isActive ? bold(quoted(first.name, 60)) : null, how, othersLine(forms, null)) };
  const shown = card(first, null);
  return { ...shown, text: lines(shown.text, othersLine(forms, first)) };
}

function othersLine(forms: readonly CheckInForm[], active: CheckInForm | null): Text | null {
  const others = forms.filter(({ id }) => id !== active?.id).map(({ name }) => quoted(name, 60));
  return others.length === 0 ? null : italic(`Other forms: ${others.join(', ')}.`);
}

const how: Text = [
  'Every check-in asks for the feeling, notes and photos. Add your own questions, one a line, like ',
  code('/form How was sleep? scale'),
  ' or ',
  code('/form Stress? low / medium / high'),
  '. Kinds: number, scale, text, yes/no, photo, or the answers to choose from.',
];

const kindNames = {
  number: 'number',
  scale: '1 to 10',
  text: 'words',
  yes_no: 'yes or no',
  photo: 'photo',
  choice: '',
};

const off = (actionId: number | null): Answer =>
  actionId === null
    ? { text: 'You ask no questions of your own now.' }
    : {
        text: ['None of your own questions are asked now. ', code('/form use …'), ' with its name brings a form back.'],
        buttons: [[undoButton(actionId)]],
      };

const changed = ({ form: now, actionId }: ChangedForm, note: string): Answer => ({
  ...card(now, note),
  buttons: [[undoButton(actionId)]],
});

/** A form with its questions, numbered. */
function card({ name, questions }: CheckInForm, note: string | null): Answer {
  return {
    text: lines(
      note,
      bold(`Form “${quoted(name, 60)}”`),
      ...questions.map(
        ({ label, kind, choices = [], isRequired }, i): Text => [
          `${i + 1}. ${quoted(label, 200)} `,
          italic(
            `(${[kind === 'choice' ? choices.map((one) => quoted(one, 40)).join(' / ') : kindNames[kind], ...(isRequired ? ['required'] : [])].join(', ')})`,
          ),
        ],
      ),
      questions.length === 0 ? how : null,
    ),
  };
}
