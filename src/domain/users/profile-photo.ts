import { eq } from 'drizzle-orm';
import { users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { keepMedia, type StoredPicture } from '../media/keep-media.ts';

/** The asker's profile photo, by its id in `media`; null when they have none. */
export async function profilePhotoOf(ctx: Context): Promise<number | null> {
  const [row] = await ctx.db.select({ id: users.profilePhotoId }).from(users).where(eq(users.id, ctx.user.id));
  return row?.id ?? null;
}

/** Makes a picture the asker's profile photo; null leaves them without one. The former one goes with the next sweep. */
export async function setProfilePhoto(ctx: Context, file: StoredPicture | null): Promise<void> {
  const profilePhotoId = file && (await keepMedia(ctx, 'profile', file));
  await ctx.db.update(users).set({ profilePhotoId, updatedAt: ctx.now }).where(eq(users.id, ctx.user.id));
}
