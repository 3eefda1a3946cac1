import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';
import { checkIns } from './check-ins.ts';
import { createdAt, day, decimal, id, ref, updatedAt } from './columns.ts';
import { media } from './media.ts';
import { users } from './people.ts';
import { inboundMessages } from './speaking.ts';

export const pose = pgEnum('pose', ['front', 'side', 'back', 'other']);

/** A picture of somebody's body on a day. */
export const progressPhotos = pgTable(
  'progress_photos',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    day: day().notNull(),
    mediaId: ref().notNull(),
    pose: pose().notNull(),
    weightKg: decimal(),
    bodyFatPct: decimal(),
    notes: text(),
    isPublic: boolean().notNull().default(false),
    /** The check-in it was sent for. */
    checkInId: ref().references(() => checkIns.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'progress_photos_media_fk',
      columns: [t.mediaId, t.userId],
      foreignColumns: [media.id, media.userId],
    }).onDelete('cascade'),
    index('progress_photos_user_day').on(t.userId, t.day),
    index('progress_photos_media').on(t.mediaId),
    index('progress_photos_inbound').on(t.inboundMessageId),
    index('progress_photos_check_in').on(t.checkInId),
    check('progress_photos_weight_range', sql`${t.weightKg} between 20 and 500`),
    check('progress_photos_body_fat_range', sql`${t.bodyFatPct} between 1 and 75`),
  ],
);
