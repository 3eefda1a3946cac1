import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { userWords } from '../../../db/schema/index.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { erasePerson } from '../../../src/domain/users/erase-person.ts';
import { forgetWords, knownWordsOf } from '../../../src/domain/users/forget-words.ts';
import { type Lesson, noteAsked, teachWord } from '../../../src/domain/users/teach-word.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();

const bowl = (grams: number): Lesson => ({
  kind: 'measure',
  measure: { unit: 'bowl', foodId: 12, grams, ml: null },
  foodName: 'porridge',
});
const shake = (id: number): Lesson => ({ kind: 'food', words: 'My shake', id, name: 'Whey mix' });
const last = { actionId: null, sourceMessageId: null };

/** Each of the person's words with what it means. */
const known = (person: Person) =>
  person.act(async (ctx) =>
    (await knownWordsOf(ctx)).map(({ key, meansId, measure }) => [key, meansId ?? measure?.grams] as const),
  );

/** Somebody who says something in a written message of its own. */
async function tells(person: Person, lesson: Lesson, isSure: boolean): Promise<boolean> {
  const { rows } = await db.execute<{ id: number }>(sql`
    insert into inbound_messages (platform, event_key, kind, chat_id, user_id, payload, received_at)
    values ('telegram', gen_random_uuid()::text, 'text', '1', ${person.id}, '{}', now()) returning id::int`);
  const sourceMessageId = rows[0]?.id ?? null;
  return (await person.act((ctx) => teachWord({ ...ctx, sourceMessageId }, lesson, isSure))) !== null;
}

describe('a word', () => {
  it('holds at once when it is told, and one told later takes its place', async () => {
    const person = await makePerson(db);
    expect(await tells(person, shake(1), true)).toBe(true);
    expect(await tells(person, shake(1), true)).toBe(false);
    expect(await tells(person, shake(2), true)).toBe(true);
    expect(await known(person)).toEqual([['shake', 2]]);
  });

  it.each([
    ['within 5 %', 420, 438, true],
    ['further off', 420, 445, false],
  ])(
    'that is only gathered holds when a second message tells the same amount, here %s',
    async (_, first, second, holds) => {
      const person = await makePerson(db);
      expect(await tells(person, bowl(first), false)).toBe(false);
      expect(await known(person)).toEqual([]);
      expect(await tells(person, bowl(second), false)).toBe(holds);
      expect(await known(person)).toEqual(holds ? [['bowl porridge', second]] : []);
    },
  );

  it('is not believed for being corrected twice in one message, nor lost to what is said in passing', async () => {
    const person = await makePerson(db);
    await person.act((ctx) => teachWord(ctx, bowl(420), false));
    expect(await person.act((ctx) => teachWord(ctx, bowl(420), false))).toBeNull();
    await tells(person, bowl(300), true);
    expect(await tells(person, bowl(500), false)).toBe(false);
    expect(await known(person)).toEqual([['bowl porridge', 300]]);
  });

  it('goes with an undo and comes back with a redo, as does what was forgotten', async () => {
    const person = await makePerson(db);
    await tells(person, shake(1), true);
    await tells(person, shake(2), true);
    await person.act((ctx) => undoAction(ctx, last));
    expect(await known(person)).toEqual([['shake', 1]]);
    await person.act((ctx) => redoAction(ctx, last));
    expect(await known(person)).toEqual([['shake', 2]]);
    await person.act((ctx) => forgetWords(ctx, null));
    expect(await known(person)).toEqual([]);
    await person.act((ctx) => undoAction(ctx, last));
    expect(await known(person)).toEqual([['shake', 2]]);
  });

  it('that was asked about holds for nothing, and does not hide what is told of it', async () => {
    const person = await makePerson(db);
    await person.act((ctx) => noteAsked(ctx, 'shakes'));
    expect(await known(person)).toEqual([]);
    await tells(person, shake(3), true);
    await person.act((ctx) => noteAsked(ctx, 'shakes'));
    expect(await known(person)).toEqual([['shake', 3]]);
  });

  it('is nobody else’s, and is erased with its person', async () => {
    const [ana, ben] = [await makePerson(db), await makePerson(db)];
    await tells(ana, shake(1), true);
    const [row] = await db.select({ id: userWords.id }).from(userWords).where(eq(userWords.userId, ana.id));
    expect(await known(ben)).toEqual([]);
    await expect(ben.act((ctx) => forgetWords(ctx, [row?.id ?? 0]))).rejects.toThrow('learnt no such word');
    expect(await ben.act((ctx) => ctx.db.select().from(userWords))).toEqual([]);
    await ana.act((ctx) => erasePerson(ctx));
    expect(await db.select().from(userWords).where(eq(userWords.userId, ana.id))).toEqual([]);
  });
});
