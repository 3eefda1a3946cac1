import { z } from 'zod';
import { OperatorError } from '../../../db/operator-error.ts';

const instant = z.iso.datetime({ offset: true });
const platform = z.enum(['telegram', 'discord']);
const name = z.string().min(1);
const by = { at: instant, from: name, on: platform };
const words = { id: name.optional(), reply_to: name.optional() };
/** Pictures sent together, as Telegram makes several messages of them. */
const together = { album: name.optional() };

/** One line of a scenario; what each means is said in docs/scenario.md. */
const line = z.union([
  z.strictObject({ ...by, ...words, ...together, text: z.string(), photo: name.optional(), voice: name.optional() }),
  z.strictObject({ ...by, ...words, ...together, photo: name }),
  z.strictObject({ ...by, ...words, voice: name }),
  z.strictObject({ ...by, ...words, file: name, content: z.string(), text: z.string().optional() }),
  z.strictObject({ ...by, edit: name, text: z.string() }),
  z.strictObject({ ...by, delete: name }),
  z.strictObject({ ...by, press: name, of: name.optional(), id: name.optional() }),
  z.strictObject({ ...by, command: z.string().regex(/^\/[a-z_]+/), id: name.optional() }),
  z.strictObject({ ...by, submit: z.record(z.string(), z.string()), id: name.optional() }),
  z.strictObject({ at: instant.optional(), redeliver: name }),
  z.strictObject({ at: instant, tick: z.literal(true) }),
  z.strictObject({ at: instant, as: z.literal('admin'), make_coach: name }),
  z.strictObject({
    at: instant,
    fail: platform,
    with: z.enum(['403', '429', 'timeout']),
    for: name,
    times: z.number().int().positive().default(1),
  }),
]);

export type ScenarioLine = z.infer<typeof line>;

/** Reads a scenario, one JSON object a line. Throws an OperatorError that names the first line that is wrong. */
export function readScenario(source: string): { number: number; line: ScenarioLine }[] {
  let latest = Number.NEGATIVE_INFINITY;
  return source
    .split('\n')
    .map((text, i) => ({ text: text.trim(), number: i + 1 }))
    .filter(({ text }) => text !== '')
    .map(({ text, number }) => {
      const parsed = line.safeParse(asJson(text, number));
      if (!parsed.success)
        throw new OperatorError(`Line ${number} is not a line of a scenario: ${firstIssue(parsed.error)}`);
      const at = parsed.data.at ? Date.parse(parsed.data.at) : latest;
      if (at < latest) throw new OperatorError(`Line ${number} happens before the line above it.`);
      latest = at;
      return { number, line: parsed.data };
    });
}

function asJson(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorError(`Line ${number} is not JSON.`);
  }
}

/** The complaint of the alternative that came nearest. */
function firstIssue(error: z.ZodError): string {
  const [union] = error.issues;
  const alternatives = union?.code === 'invalid_union' ? union.errors : [error.issues];
  const nearest = alternatives.toSorted((a, b) => a.length - b.length)[0]?.[0];
  return nearest ? `${nearest.path.join('.') || 'it'}: ${nearest.message}` : 'it has a form of its own';
}
