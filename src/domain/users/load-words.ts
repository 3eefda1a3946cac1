import { asc, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { userWords } from '../../../db/schema/index.ts';
import { type OwnMeasure, storedMeaning, type WordKind, wordKinds } from './word-meaning.ts';

/** One word of somebody's that holds. */
export interface KnownWord {
  readonly id: number;
  readonly kind: WordKind;
  /** As it is compared. */
  readonly key: string;
  /** As they write it. */
  readonly said: string;
  /** What it means, as it is shown; null for a measure. */
  readonly name: string | null;
  /** The food's or exercise's row. */
  readonly meansId: number | null;
  readonly measure: OwnMeasure | null;
}

export interface PersonsWords {
  readonly known: readonly KnownWord[];
  /** Words for food, as they are compared, that were asked about once and shall not be again. */
  readonly asked: ReadonlySet<string>;
}

/** The asking person's words and what they mean, the oldest first. */
export async function loadWords(db: Transaction, userId: number): Promise<PersonsWords> {
  const w = userWords;
  const rows = await db
    .select({ id: w.id, kind: w.kind, key: w.word, meaning: w.meaning, isActive: w.isActive })
    .from(w)
    .where(eq(w.userId, userId))
    .orderBy(asc(w.id));
  const known: KnownWord[] = [];
  const asked = new Set<string>();
  for (const { id, key, meaning, isActive, ...row } of rows) {
    const kind = wordKinds.find((one) => one === row.kind);
    const read = storedMeaning.safeParse(meaning);
    if (!kind || !read.success) continue;
    const { said, name, id: meansId = null, measure = null } = read.data;
    if (isActive) known.push({ id, kind, key, said, name, meansId, measure });
    else if (kind === 'food' && read.data.isAsked) asked.add(key);
  }
  return { known, asked };
}
