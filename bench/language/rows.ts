import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const command = z.looseObject({ do: z.string() });
const answer = z.object({
  commands: z.array(command),
  question: z.looseObject({ about: z.string().optional() }).nullable(),
});

/** A message with what it should be read as, in the form of the parse contract. */
const rowSchema = z.object({
  kind: z.string().optional(),
  text: z.string(),
  /** A row that does not say is of Monday 2 March 2026, half past seven in the evening, in Madrid. */
  at: z.string().default('2026-03-02T18:30:00Z'),
  timeZone: z.string().default('Europe/Madrid'),
  units: z.enum(['metric', 'us']).default('metric'),
  /** Only the fields that are named are looked at. Nothing, unless it says. */
  expect: answer.default({ commands: [], question: null }),
  /** Other answers that are as right. */
  accept: z.array(answer).default([]),
});

export type Row = z.infer<typeof rowSchema>;
export type Said = z.infer<typeof answer>;

/** The labelled rows of each file of a folder, by the file's name. */
export function readRows(folder: string): Map<string, Row[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  return new Map(
    files.map((file) => [
      file.slice(0, -'.jsonl'.length),
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, i) => {
          const row = rowSchema.safeParse(JSON.parse(line));
          if (!row.success) throw new Error(`${file}:${i + 1}: ${z.prettifyError(row.error)}`);
          return row.data;
        }),
    ]),
  );
}
