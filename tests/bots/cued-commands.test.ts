import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readRows } from '../../bench/language/rows.ts';
import type { Given } from '../../src/bots/command.ts';
import { commands } from '../../src/bots/commands/index.ts';
import { cuedCommands } from '../../src/bots/cued-commands.ts';
import { interpret } from '../../src/bots/interpret.ts';
import { catalogueFoodIndex } from '../../src/domain/foods/catalogue-food-index.ts';
import { catalogueExerciseIndex } from '../../src/domain/training/catalogue-exercise-index.ts';
import { correctionTable } from './language/tables/corrections.ts';

const given: Given = {
  now: Temporal.Instant.from('2026-03-02T12:30:00Z'),
  timeZone: 'Europe/Madrid',
  dayStartHour: 3,
  units: 'metric',
  locale: 'en',
  foods: catalogueFoodIndex(),
  exercises: catalogueExerciseIndex(),
  slots: [],
  role: 'coach',
  hasCoach: true,
  clients: ['Anna Ray', 'Ben'],
  routines: ['push day'],
};
const uncued = commands.map(({ cues: _, opens: __, isForCoaches: ___, ...command }) => command);
const scenarios = join(import.meta.dirname, '../scenarios');

/** All that is written in the scenarios. */
const conversations = readdirSync(scenarios)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(scenarios, file), 'utf8').trim().split('\n'))
  .flatMap((line) => z.object({ text: z.string().optional() }).parse(JSON.parse(line)).text ?? []);

describe('cues', () => {
  it('leave out no command that would have read a message', { timeout: 60_000 }, () => {
    const texts = [...readRows(join(import.meta.dirname, '../../bench/language')).values()]
      .flat()
      .map(({ text }) => text);
    const examples = commands.flatMap((command) => command.examples);
    const corrections = correctionTable.split('\n').map((row) => row.split(' => ')[0] ?? '');
    for (const text of [
      ...texts,
      ...conversations,
      ...examples,
      ...corrections,
      "yesterday's rice was 250g",
      'rpe 8',
      'effort 7',
      'exertion 8',
    ]) {
      const read = interpret(uncued, text, given)?.command.name;
      expect([text, interpret(commands, text, given)?.command.name]).toEqual([text, read]);
    }
  });

  it('leave what coaches say to them', () => {
    const names = (one: Given) => cuedCommands(commands, 'how is anna doing', one).map(({ name }) => name);
    expect(names(given)).toContain('client');
    const { role: _, clients: __, ...client } = given;
    expect(names(client)).not.toContain('client');
  });

  it('spare most messages most of the commands', () => {
    expect(cuedCommands(commands, 'ate 200g rice lunch', given).length).toBeLessThan(commands.length / 2);
  });

  it('leave every command its slash, a reply, and what follows a reminder', () => {
    expect(cuedCommands(commands, '/rice', given)).toHaveLength(commands.length);
    for (const about of [{ isReply: true }, { isReminded: true }, { photos: 1 }])
      expect(cuedCommands(commands, 'rice', { ...given, ...about })).toHaveLength(commands.length);
  });
});
