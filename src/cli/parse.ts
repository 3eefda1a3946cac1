import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Given } from '../bots/command.ts';
import { commands } from '../bots/commands/index.ts';
import { interpret } from '../bots/interpret.ts';
import { catalogueFoodIndex } from '../domain/foods/catalogue-food-index.ts';
import { catalogueExerciseIndex } from '../domain/training/catalogue-exercise-index.ts';
import { isTimeZone } from '../domain/users/local-day.ts';
import { linesOf } from './lines-of.ts';
import { main } from './main.ts';

const lineSchema = z.object({
  text: z.string(),
  at: z.iso.datetime({ offset: true }).optional(),
  timeZone: z.string().refine(isTimeZone).optional(),
  units: z.enum(['metric', 'us']).optional(),
  locale: z.string().max(40).optional(),
});

await main(async () => {
  const foods = catalogueFoodIndex();
  const exercises = catalogueExerciseIndex();
  for await (const line of linesOf(process.stdin)) {
    if (!process.stdout.write(`${oneLine(parse(line))}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }

  /** What a message would do, as the parse contract shows it. */
  function parse(line: string): object {
    const { text, at, timeZone = 'UTC', units = 'metric', locale = 'en' } = readLine(line);
    const now = at ? Temporal.Instant.from(at) : Temporal.Now.instant();
    const given: Given = { now, timeZone, dayStartHour: 0, units, locale, foods, exercises, slots: [] };
    const understood = interpret(commands, text, given);
    if (!understood || 'problem' in understood.reading) return { text, commands: [], question: null };
    const { command, reading } = understood;
    if ('question' in reading) {
      const { about, choices } = reading.question;
      return { text, commands: [], question: { about, choices: choices.map(({ label }) => label) } };
    }
    return { text, commands: command.toContract(reading.input), question: null };
  }
});

/** JSON without the characters that some readers also take for the end of a line. */
function oneLine(value: object): string {
  const escaped = (end: string): string => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, escaped);
}

/** A JSON object with a `text`, or else the text itself. */
function readLine(line: string): z.infer<typeof lineSchema> {
  if (!line.startsWith('{')) return { text: line };
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : { text: line };
  } catch {
    return { text: line };
  }
}
