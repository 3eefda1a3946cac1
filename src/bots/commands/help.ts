import { z } from 'zod';
import type { Command } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { bold, code, lines, type Text } from '../text.ts';

/** What there is to say, by subject, in the order in which people need it. */
const topics = {
  everyday: ['log', 'correct', 'undo', 'today', 'ask', 'remind', 'settings'],
  food: ['repeat', 'food', 'words', 'rate', 'remark', 'target', 'plan'],
  training: ['routine', 'training', 'exercise', 'streak', 'pause', 'achievements'],
  you: ['profile', 'goal', 'goals', 'photos', 'checkin', 'reminders', 'inbox', 'link', 'redo', 'delete_me'],
  coach: ['coach', 'msg', 'chat', 'later', 'session'],
  coaching: [
    ...['invite', 'clients', 'client', 'checkins', 'form', 'note', 'template', 'diet', 'group', 'broadcast', 'snippet'],
    'hours',
  ],
} as const;

type Topic = keyof typeof topics;

/** What a topic is called on its button. */
const labels: Record<Topic, string> = {
  everyday: 'Every day',
  food: 'Food',
  training: 'Training',
  you: 'You',
  coach: 'Your coach',
  coaching: 'For coaches',
};
const names = Object.keys(topics) as Topic[];
/** What the menus say of a command, and the page for coaches says once. */
const forCoaches = ' (for coaches)';
/** Both are in every answer. */
const untold: ReadonlySet<string> = new Set(['help', 'start']);

const input = z.object({ topic: z.enum(names).default('everyday') });

const asked = new RegExp(
  `^/?(?:help(?: (?:me|with|on))*|commands|what can (?:i say|you do)|how does this work)(?: (?:about )?(${names.join('|')}))?[?.!]*$`,
  'i',
);

/** Made from the registry, which it is part of. */
export const help = (registry: () => readonly Command[]): Command =>
  defineCommand<z.infer<typeof input>>({
    name: 'help',
    summary: 'What you can say',
    examples: ['help', 'help food'],
    effect: 'read',
    options: z.object({ topic: z.enum(names).optional().describe('What about') }),
    input,
    cues: /^(?:help|commands|what|how)$/,
    parse(text) {
      const [found, topic] = asked.exec(text.trim()) ?? [];
      return found === undefined ? null : { input: input.parse(topic ? { topic: topic.toLowerCase() } : {}) };
    },
    async run(_, { topic }) {
      const isFirst = topic === 'everyday';
      const shown = inOrder(registry(), topic);
      const others = names
        .filter((name) => name !== topic)
        .map((name) => ({
          label: labels[name],
          action: { command: 'help', input: { topic: name } },
        }));
      return {
        text: lines(
          bold(isFirst ? 'You can just write, for example:' : `${labels[topic]}:`),
          ...shown.map(
            ({ summary, examples }): Text => [
              ...examples.flatMap((example, i) => (i === 0 ? [code(example)] : [' or ', code(example)])),
              ` – ${summary.charAt(0).toLowerCase()}${summary.slice(1).replace(topic === 'coaching' ? forCoaches : '', '')}`,
            ],
          ),
          isFirst ? 'Edit your message and the entry follows. There is more about:' : null,
        ),
        buttons: [others],
      };
    },
    toContract: () => [{ do: 'ask', about: 'help', subject: null, from: null, to: null, who: null }],
  });

/** The commands of a topic; what no topic names stands with what one needs every day. */
function inOrder(registry: readonly Command[], topic: Topic): Command[] {
  const named: ReadonlySet<string> = new Set(Object.values(topics).flat());
  const known = topics[topic].flatMap((name) => registry.find((command) => command.name === name) ?? []);
  const rest = registry.filter(({ name, isHidden }) => !isHidden && !named.has(name) && !untold.has(name));
  return topic === 'everyday' ? [...known, ...rest.toReversed()] : known;
}
