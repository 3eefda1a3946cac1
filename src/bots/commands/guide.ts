import { z } from 'zod';
import type { Answer, Command, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { readForClient } from '../language/read-for-client.ts';
import { readGuide } from '../language/read-guide.ts';
import { readPlanWish } from '../language/read-plan-wish.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';

const input = z.discriminatedUnion('kind', [
  /** How something is done, by the names of the commands that do it. */
  z.object({ kind: z.literal('how'), commands: z.array(z.string()) }),
  /** A plan that somebody is to have; `text`: days and exercises, one a line. */
  z.object({
    kind: z.literal('plan'),
    who: z.string().nullable(),
    of: z.enum(['training', 'meals']),
    text: z.string(),
  }),
  /** Something to record of a client. */
  z.object({ kind: z.literal('theirs'), who: z.string() }),
  /** A client who is to go to another coach. */
  z.object({ kind: z.literal('hand-over'), who: z.string() }),
]);
type Input = z.infer<typeof input>;

const longestName = 40;

/** Made from the registry, which it is part of: tells how something is done for whoever asks that, or wants it done. */
export const guide = (registry: () => readonly Command[]): Command =>
  defineCommand<Input>({
    name: 'guide',
    summary: 'How something is done here',
    examples: ['how do i add a client'],
    effect: 'read',
    isHidden: true,
    options: z.object({ what: z.string().max(120).describe('What you would like to do') }),
    input,
    cues: /^(?:how|where|way|command|what|whats|can|explain|tell|show|plans?|programs?|programmes?|routines?|workouts?|splits?|trainings?|clients?|log|record|track|enter|add|put|down|hand|transfer|pass|give|move|refer)$/,
    parse(text, { role = 'client', clients = [] }) {
      const said = text.replace(/^\/guide\s*/i, 'how do i ');
      const wish = readPlanWish(said);
      if (wish) return { input: { kind: 'plan', ...wish, who: wish.who && quoted(wish.who, longestName) } };
      const theirs = readForClient(said, clients);
      if (theirs) return { input: { ...theirs, who: quoted(theirs.who, longestName) } };
      const isCoach = role !== 'client';
      if (isCoach && wanted.test(said.trim())) return { input: { kind: 'how', commands: ['invite'] } };
      const read = readGuide(said);
      const named = read && (isCoach ? read.coach : read.others);
      if (named) return { input: { kind: 'how', commands: [...named] } };
      return said === text ? null : { problem: ['Ask me like ', code('how do i add a client'), '.'] };
    },
    async run(ctx, said) {
      switch (said.kind) {
        case 'how':
          return explain(ctx, registry(), said.commands);
        case 'plan':
          return planned(ctx, said);
        case 'theirs':
          return {
            text: [
              `Only ${said.who} logs for ${said.who}, so I kept nothing. `,
              code(`tell ${said.who} …`),
              ' passes it on.',
            ],
          };
        case 'hand-over':
          return {
            text: lines(
              `${said.who} decides that. The other coach invites them with /invite; once they say yes, the coaching is with that coach and ends with you.`,
              ['To end it yourself: ', code(`end coaching with ${said.who}`), '.'],
            ),
          };
      }
    },
    toContract: () => [{ do: 'ask', about: 'help', subject: null, from: null, to: null, who: null }],
  });

/** "add a client", "new client": who it is has to be said. */
const wanted =
  /^(?:(?:please|can (?:you|i|we)|i want to|i(?:['’]?d| would) like to) )*(?:(?:add|onboard|register|sign up) (?:an?|my|another|a new|new) (?:new )?client|new client)(?: please| pls)?[.!?]*$/i;

function explain(ctx: CommandContext, registry: readonly Command[], names: readonly string[]): Answer {
  if (names.length === 0) return { text: 'That is for coaches. Whoever looks after me here can make you one.' };
  if (names.includes('end-coaching'))
    return { text: ['Say ', code('end coaching with anna'), '. I ask once more, and then they are told.'] };
  const found = names.flatMap((name) => registry.find((one) => one.name === name) ?? []);
  return {
    text: lines(
      bold('Like this:'),
      ...found.map(
        ({ summary, examples }): Text => [
          ...examples.slice(0, 2).flatMap((example, i) => (i === 0 ? [code(example)] : [' or ', code(example)])),
          ` – ${summary.charAt(0).toLowerCase()}${summary.slice(1).replace(' (for coaches)', '')}`,
        ],
      ),
      names.includes('invite') ? 'You get a link and a code to pass on; they choose what you see.' : null,
      names.includes('template') && ctx.user.role !== 'client'
        ? ['A template is sent as text: ', code('template push-pull'), ' and below it an exercise a line.']
        : null,
    ),
  };
}

/** How a plan comes about: it is written by whoever wants it given, and never by Spotter. */
function planned(ctx: CommandContext, { who, of, text }: Extract<Input, { kind: 'plan' }>): Answer {
  const isCoach = ctx.user.role !== 'client';
  const nothing = text === '' ? '' : 'I have logged nothing. ';
  if (of === 'meals')
    return {
      text:
        isCoach && who !== null
          ? lines(
              `${nothing}A plan for meals is a diet: send it with its name, then give it to ${who}.`,
              code(
                'diet: lean cut\n1900 kcal, 130 p\nEvery day\nBreakfast: 80 g oats, 1 banana\nDinner: 150 g salmon, 200 g rice',
              ),
              code(`/diet assign lean cut to ${who} from monday`),
            )
          : lines(
              `${nothing}I keep the plan you write, or the one your coach gives you:`,
              code('my plan monday breakfast: 80g oats, banana'),
            ),
    };
  if (isCoach && who !== null)
    return {
      text: lines(
        `${nothing}A plan is a template: send it with its name and an exercise a line, then give it to ${who}.`,
        code(
          `template plan for ${who}\n${text === '' ? 'Monday\nSquat 3x5 @ 80kg\nBench press 3x8 @ 50kg\nThursday\nDeadlift 3x5 @ 100kg' : text}`,
        ),
        code(`assign plan for ${who} to ${who} from monday for 8 weeks`),
      ),
    };
  return {
    text: lines(
      `${nothing}I do not make plans up; I keep yours, and remind you of it:`,
      ...routines(text).map(code),
      ['Then say when: ', code('schedule push day mon thu 18:00'), '.'],
      ctx.given.hasCoach ? ['Or ask your coach for one: ', code('ask my coach for a new plan'), '.'] : null,
    ),
  };
}

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$|^day \d+$/i;

/** Each day of a plan as a routine of one's own; an example where nothing was said. */
function routines(text: string): string[] {
  const days: { name: string; lines: string[] }[] = [];
  for (const line of text.split('\n').filter(Boolean)) {
    if (weekday.test(line)) days.push({ name: line.toLowerCase(), lines: [] });
    else {
      if (days.length === 0) days.push({ name: 'push day', lines: [] });
      days.at(-1)?.lines.push(line);
    }
  }
  const full = days.filter((day) => day.lines.some((line) => /\d/.test(line)));
  if (full.length === 0) return ['new routine push day: bench 4x8 @ 70kg, dips 3x12'];
  return full.map((day) => `new routine ${day.name}: ${day.lines.join(', ')}`);
}
