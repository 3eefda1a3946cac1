import { setTimeout as sleep } from 'node:timers/promises';
import { TelegramError } from 'telegraf';
import type { Update } from 'telegraf/types';
import { retryAfterMs } from './send-failure.ts';

export interface PollConfig {
  /** Updates from `offset` on, waited for as long as told; confirms everything before it. */
  readonly fetchUpdates: (offset: number, waitS: number, signal: AbortSignal) => Promise<Update[]>;
  /** Rejects when the update could not be committed. */
  readonly handle: (update: Update) => Promise<void>;
  /** Told the first of several failures in a row. */
  readonly onTrouble: (error: unknown, step: 'fetch' | 'handle') => void;
  /** Told when it works again. */
  readonly onRecovery: () => void;
  /** Whether there is no use in asking again. */
  readonly isFatal: (error: unknown) => boolean;
  /** How long one fetch waits for updates. */
  readonly waitS: number;
  /** The wait after a first failure; doubled up to ten times as much. */
  readonly retryDelayMs: number;
}

/**
 * Fetches updates until stopped. An update is confirmed, by the next fetch's offset, once `handle` resolved for it and
 * all before it; one that failed is handed over again after a wait, and nothing later of its chat before it.
 */
export function pollUpdates(config: PollConfig): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const isCommitted = new Set<number>();
  let offset = 0;
  let failures = 0;

  const trouble = async (error: unknown, step: 'fetch' | 'handle') => {
    if (signal.aborted) return;
    if (failures++ === 0) config.onTrouble(error, step);
    const delayMs = retryAfterMs(error) ?? config.retryDelayMs * Math.min(10, 2 ** (failures - 1));
    await sleep(delayMs, undefined, { signal }).catch(() => {});
  };

  const recovered = () => {
    if (failures > 0) config.onRecovery();
    failures = 0;
  };

  /** Gives the error of the first update that failed, else null. */
  const handleChat = async (updates: readonly Update[]): Promise<{ error: unknown } | null> => {
    for (const update of updates) {
      if (signal.aborted) return null;
      if (isCommitted.has(update.update_id)) continue;
      try {
        await config.handle(update);
        isCommitted.add(update.update_id);
      } catch (error) {
        return { error };
      }
    }
    return null;
  };

  const handleBatch = async (updates: readonly Update[]) => {
    const inOrder = [...updates].sort((a, b) => a.update_id - b.update_id);
    const chats = new Map<number, Update[]>();
    for (const update of inOrder) chats.set(chatOf(update), [...(chats.get(chatOf(update)) ?? []), update]);
    const results = await Promise.all([...chats.values()].map(handleChat));
    for (const { update_id } of inOrder) {
      if (!isCommitted.has(update_id)) break;
      offset = update_id + 1;
    }
    for (const id of isCommitted) if (id < offset) isCommitted.delete(id);
    return results.find((result) => result !== null) ?? null;
  };

  const run = async () => {
    let confirmed = 0;
    while (!signal.aborted) {
      try {
        confirmed = offset;
        const updates = await config.fetchUpdates(offset, config.waitS, signal);
        const failure = await handleBatch(updates);
        if (failure !== null) await trouble(failure.error, 'handle');
        else recovered();
      } catch (error) {
        if (config.isFatal(error)) {
          config.onTrouble(error, 'fetch');
          return;
        }
        await trouble(error, 'fetch');
      }
    }
    // Spares whoever polls next what is committed already. Left out, it would change nothing but that.
    if (offset > confirmed) await config.fetchUpdates(offset, 0, AbortSignal.timeout(500)).catch(() => {});
  };

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Another process polls with our token, or a webhook is set. */
export const isConflict = (error: unknown) => error instanceof TelegramError && error.code === 409;

/** The token is wrong or was revoked. */
export const isUnauthorized = (error: unknown) => error instanceof TelegramError && error.code === 401;

/** Never throws: what comes from outside may lack what it should have. */
function chatOf(update: Update): number {
  if ('message' in update) return update.message?.chat?.id ?? 0;
  if ('edited_message' in update) return update.edited_message?.chat?.id ?? 0;
  if ('callback_query' in update) return update.callback_query?.message?.chat?.id ?? 0;
  return 0;
}
