import { z } from 'zod';
import type { Command } from '../../src/bots/command.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const deepest = 5;
const most = 60;

/**
 * Inputs of a command as its buttons could hold them: every variant, and within it every value that its schema names at
 * least once. `guess` stands for every number, and `name` for every word.
 */
export function inputsOf(
  { input }: Pick<Command, 'input'>,
  { guess, name }: { guess: number; name: string },
): unknown[] {
  const root = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
  return samples(root, 0);

  function samples(schema: Schema, depth: number): unknown[] {
    if (schema.const !== undefined) return [schema.const];
    if (schema.enum) return [...schema.enum];
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return choices.flatMap((one) => samples(one, depth)).slice(0, most);
    if (schema.$ref?.startsWith('#/$defs/')) {
      const named = root.$defs?.[schema.$ref.slice('#/$defs/'.length)];
      return named && depth < deepest ? samples(named, depth + 1) : [null];
    }
    const { type } = schema;
    if (Array.isArray(type)) return type.flatMap((one) => samples({ ...schema, type: one }, depth));
    switch (type) {
      case 'object':
        return objects(schema, depth);
      case 'array':
        return [samples(schema.items ?? {}, depth + 1).slice(0, 8)];
      case 'number':
      case 'integer':
        return [schema.maximum !== undefined && schema.maximum < guess ? schema.maximum : guess];
      case 'boolean':
        return [true, false];
      case 'string':
        return [
          schema.format === 'date' ? '2026-03-03' : schema.format === 'date-time' ? '2026-03-03T12:00:00Z' : name,
        ];
      default:
        return [null];
    }
  }

  /** As many objects as the key with the most values needs; the others take turns. */
  function objects({ properties = {} }: Schema, depth: number): unknown[] {
    const options = Object.entries(properties).map(
      ([key, of]) => [key, depth > deepest ? [null] : samples(of, depth + 1)] as const,
    );
    // What may be null comes with a value first: with null it often means nothing.
    for (const [, values] of options) values.sort((a, b) => Number(a === null) - Number(b === null));
    const count = Math.max(1, ...options.map(([, values]) => values.length));
    return Array.from({ length: Math.min(count, most) }, (_, i) =>
      Object.fromEntries(options.map(([key, values]) => [key, values[i % values.length]])),
    );
  }
}
