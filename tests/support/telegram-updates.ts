import type { Update } from 'telegraf/types';
import type { Body } from './telegram-request.ts';

export type Answer = { readonly ok: boolean; readonly [field: string]: unknown };

type Respond = (answer: Answer, status?: number) => void;

/** A refusal in the Bot API's form. */
export const refused = (status: number, description: string, parameters?: object): Answer => ({
  ok: false,
  error_code: status,
  description,
  ...(parameters === undefined ? {} : { parameters }),
});

/** Updates until they are confirmed: fetched by one poller, or posted to a webhook until they are taken. */
export function createUpdateQueue(changed: () => void) {
  let queue: Update[] = [];
  let webhook: { url: string; secret: string } | null = null;
  let allowed: readonly string[] | null = null;
  let poller: { respond: Respond; timer: NodeJS.Timeout } | null = null;
  let isPosting = false;
  let isClosed = false;

  function add(update: Update): void {
    const kind = Object.keys(update).find((key) => key !== 'update_id') ?? '';
    if (allowed !== null && !allowed.includes(kind)) return;
    queue.push(update);
    if (webhook !== null) void post();
    endPoll({ ok: true, result: [update] });
  }

  function endPoll(answer: Answer, status?: number): void {
    if (poller === null) return;
    const { respond, timer } = poller;
    clearTimeout(timer);
    poller = null;
    respond(answer, status);
  }

  /** Posts what is waiting, one by one, each until it is taken. */
  async function post(): Promise<void> {
    if (isPosting) return;
    isPosting = true;
    for (let update = queue[0]; update !== undefined && webhook !== null && !isClosed; update = queue[0]) {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret },
        body: JSON.stringify(update),
      }).catch(() => null);
      await response?.arrayBuffer();
      if (response?.ok) queue.shift();
      else await new Promise((resolve) => setTimeout(resolve, 5));
      changed();
    }
    isPosting = false;
  }

  const listenTo = (kinds: unknown) => {
    if (Array.isArray(kinds)) allowed = kinds.map(String);
  };

  return {
    add,
    /** Answers a getUpdates call, now or later. Gives what to do when the caller hangs up. */
    fetch(body: Body, respond: Respond): () => void {
      if (webhook !== null) {
        respond(refused(409, "Conflict: can't use getUpdates method while webhook is active"), 409);
        return () => {};
      }
      const other = 'terminated by other getUpdates request; make sure that only one bot instance is running';
      endPoll(refused(409, `Conflict: ${other}`), 409);
      listenTo(body.allowed_updates);
      const offset = Number(body.offset ?? 0);
      const unconfirmed = queue.findIndex((update) => update.update_id >= offset);
      queue = unconfirmed === -1 ? [] : queue.slice(unconfirmed);
      const ready = queue.slice(0, Number(body.limit ?? 100));
      if (ready.length > 0 || !body.timeout) {
        respond({ ok: true, result: ready });
        return () => {};
      }
      const waiting = {
        respond,
        timer: setTimeout(() => endPoll({ ok: true, result: [] }), Number(body.timeout) * 1000),
      };
      poller = waiting;
      return () => {
        if (poller !== waiting) return;
        clearTimeout(waiting.timer);
        poller = null;
        changed();
      };
    },
    setWebhook({ url, secret_token, allowed_updates }: Body): true {
      listenTo(allowed_updates);
      webhook = { url: String(url), secret: String(secret_token ?? '') };
      void post();
      return true;
    },
    deleteWebhook({ drop_pending_updates }: Body): true {
      webhook = null;
      if (drop_pending_updates === true) queue = [];
      return true;
    },
    webhook: () => webhook,
    isPolled: () => poller !== null,
    pending: () => queue.map((update) => update.update_id),
    close() {
      isClosed = true;
      if (poller !== null) clearTimeout(poller.timer);
    },
  };
}
