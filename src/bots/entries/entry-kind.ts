import type { z } from 'zod';
import type { CommandContext, Question } from '../command.ts';
import type { Text } from '../text.ts';

/** What recording says: its part of the card, and perhaps something to ask beside it. */
export interface Recorded {
  /** Null when nothing of it could be recorded. */
  readonly actionId: number | null;
  readonly text: Text | null;
  /** What is said below the whole card, such as what was learnt. */
  readonly notes?: readonly Text[];
  readonly asks?: { readonly text: Text; readonly question?: Question };
}

/** One kind of thing a message records: meals, trainings, figures of the body. Entries are kept as JSON behind buttons. */
export interface EntryKind<Entry> {
  readonly schema: z.ZodType<Entry>;
  /** What it is, in the words an undo says. */
  name(entry: Entry): string;
  /** Records all entries of this kind of one message. */
  record(ctx: CommandContext, entries: readonly Entry[]): Promise<Recorded>;
  /** What it would do, as the parse contract shows it. */
  toContract(entry: Entry): readonly { readonly do: string }[];
}
