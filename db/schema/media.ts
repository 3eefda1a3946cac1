import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, index, integer, pgEnum, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, decimal, id, ref } from './columns.ts';
import { users } from './people.ts';

/** What a file is for, which decides who else may see it. */
export const mediaKind = pgEnum('media_kind', ['profile', 'meal', 'workout', 'progress', 'check_in', 'message']);

/** A file somebody sent, kept below the media folder. */
export const media = pgTable(
  'media',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references((): AnyPgColumn => users.id, { onDelete: 'cascade' }),
    kind: mediaKind().notNull(),
    /** Below MEDIA_DIR. */
    path: text().notNull(),
    mime: text().notNull(),
    /** Of the stored bytes, in hexadecimal. */
    sha256: text().notNull(),
    sizeBytes: integer().notNull(),
    widthPx: integer(),
    heightPx: integer(),
    durationS: decimal(),
    altText: text(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('media_path').on(t.path),
    unique('media_owner').on(t.id, t.userId),
    index('media_user').on(t.userId, t.createdAt),
    check('media_sha256_form', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('media_size_positive', sql`${t.sizeBytes} > 0`),
  ],
);
