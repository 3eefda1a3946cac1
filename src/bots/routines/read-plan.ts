import { z } from 'zod';
import type { RoutineLine } from '../../domain/routines/routine.ts';
import type { Given } from '../command.ts';
import { type PlanLine, readPlanLine } from '../language/routine-line.ts';
import { lines, quoted, type Text } from '../text.ts';

const figure = z.number().nullable();

const planLine = z.object({
  exerciseId: figure,
  exerciseName: z.string(),
  /** Whether the catalogue knows it. */
  isKnown: z.boolean(),
  sets: z.number(),
  reps: figure,
  repsMax: figure,
  isAmrap: z.boolean(),
  durationS: figure,
  distanceM: figure,
  weightKg: figure,
  percent: figure,
  rpe: figure,
  restS: figure,
  weekday: figure,
  superset: z.string().nullable(),
  notes: z.string().nullable(),
});

/** The lines of a routine as a command keeps them. */
export const planSchema = z.array(planLine);
export type KeptLine = z.infer<typeof planLine>;

const mostFaults = 5;

/** Reads the lines of a routine of one's own: one a line, or with commas. What is wrong is said of all of them. */
export function readPlan(text: string, given: Given): { readonly plan: KeptLine[] } | { readonly problem: Text } {
  const said = text
    .split(/\n|;|,\s*(?=["“]?\p{L})/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const faults: string[] = [];
  const plan: KeptLine[] = [];
  for (const line of said) {
    const read = readPlanLine(line, given, { isStrict: false });
    if ('line' in read) plan.push(keptLine(read.line));
    else {
      const [first] = read.faults;
      const suggestion = first?.suggestion ? ` Try: ${first.suggestion}` : '';
      faults.push(`“${quoted(line, 60)}”: ${first?.says ?? ''}${suggestion}`);
    }
  }
  if (faults.length > 0) return { problem: lines('Almost. I could not read this:', ...faults.slice(0, mostFaults)) };
  if (plan.length === 0) return { problem: 'Which exercises? Write them like bench 4x8 @ 70kg, dips 3x12.' };
  return { plan };
}

function keptLine({ words, match, loadValue: _, loadUnit: __, ...line }: PlanLine): KeptLine {
  return {
    ...line,
    exerciseId: match?.id ?? null,
    exerciseName: match?.name ?? quoted(words),
    isKnown: match !== null,
  };
}

/** As a verb takes it. */
export const toLine = ({ isKnown: _, ...line }: KeptLine): RoutineLine => ({ ...line, weekNumber: null });
