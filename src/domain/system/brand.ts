import type { Temporal } from 'temporal-polyfill';
import { brandSettings } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';

/** How the operator has Spotter present itself; null where nothing was said. */
export type Brand = Omit<typeof brandSettings.$inferSelect, 'id' | 'createdAt' | 'updatedAt'>;

/** What an operator says of it; what is left out stays, null takes it away. */
export type BrandChange = { readonly [Part in keyof Brand]?: Brand[Part] | null | undefined };

/** How Spotter presents itself; null until an operator has said anything. Anybody may read it. */
export async function readBrand(db: Transaction): Promise<Brand | null> {
  const [row] = await db.select().from(brandSettings);
  if (!row) return null;
  const { id: _, createdAt, updatedAt, ...brand } = row;
  return brand;
}

/** Changes it. Only for the operator: runs as owner. */
export async function changeBrand(db: Transaction, change: BrandChange, now: Temporal.Instant): Promise<Brand> {
  const { brandName, ...rest } = change;
  // Without a name of its own it is called what it is called by default.
  const said = { ...rest, ...(brandName === undefined ? {} : { brandName: brandName ?? 'Spotter' }) };
  const [row] = await db
    .insert(brandSettings)
    .values({ ...said, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({ target: brandSettings.id, set: { ...said, updatedAt: now } })
    .returning();
  if (!row) throw new Error('The brand was not returned');
  return row;
}
