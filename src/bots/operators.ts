import type { Platform } from './message.ts';

/** Who looks after Spotter, and what only they are told. */
export interface Operators {
  readonly accounts: readonly { readonly platform: Platform; readonly accountId: string }[];
  readonly version: string;
  /** Jobs in the queue by state; null where there is no queue. */
  readonly queueCounts: (() => Promise<Readonly<Record<string, number>>>) | null;
}
