import { type APIMessage, ComponentType, InteractionResponseType, MessageFlags } from 'discord.js';
import type { SentMessage } from '../adapter.ts';
import type { OutgoingForm } from '../forms/form.ts';
import { callback, followUp, isAcknowledged, isClosed, original, replaceOriginal } from './interaction-requests.ts';
import type { MessageBody } from './message-body.ts';
import { toModalBody } from './modal-body.ts';
import type { RespondTo } from './respond-to.ts';
import type { Rest } from './rest.ts';

/**
 * How far an interaction got, as far as this process knows.
 * - `open`: nobody answered; a timer will defer.
 * - `unknown`: another process received it, or what came of an answer of ours was lost on the way.
 * - `deferred`: Discord knows that we are at it. A command's answer takes the place of "is thinking".
 * - `answered`: a message was the first answer; further ones are further messages.
 * - `changed`: the message a press was on was changed.
 * - `closed`: Discord takes no answer.
 */
interface State {
  readonly respondTo: RespondTo;
  phase: 'open' | 'unknown' | 'deferred' | 'answered' | 'changed' | 'closed';
  timer: NodeJS.Timeout | null;
  /** What is being asked of Discord for this interaction; one thing at a time. */
  busy: Promise<unknown>;
}

export interface Interactions {
  /** Sees to it that Discord hears from us in time, whoever answers and however late. */
  received(respondTo: RespondTo): void;
  /** Answers with a message. Null where the interaction is of no use for that: send an ordinary one. */
  answer(respondTo: RespondTo, message: MessageBody, signal?: AbortSignal): Promise<SentMessage | null>;
  /** Changes the message a press was on. False where the interaction is of no use for that. */
  change(respondTo: RespondTo, message: MessageBody, signal?: AbortSignal): Promise<boolean>;
  /** Opens a form over the chat. False where it is too late for that: only the first answer can. */
  open(respondTo: RespondTo, form: OutgoingForm, signal?: AbortSignal): Promise<boolean>;
  /** Defers what is still open, so that whoever answers has 15 minutes. */
  stop(): Promise<void>;
}

/** Discord gives three seconds, the way there and back included. */
const defaultDeferAfterMs = 1500;

/** Answers to slash commands and presses. Rejects with discord.js's errors. */
export function createInteractions(rest: Rest, deferAfterMs: number = defaultDeferAfterMs): Interactions {
  const states = new Map<string, State>();

  function stateOf(respondTo: RespondTo, phase: State['phase']): State {
    const known = states.get(respondTo.interactionId);
    if (known !== undefined) return known;
    // The oldest come first.
    for (const [id, state] of states) {
      if (Date.parse(state.respondTo.expiresAt) > Date.now()) break;
      states.delete(id);
    }
    const state: State = { respondTo, phase, timer: null, busy: Promise.resolve() };
    states.set(respondTo.interactionId, state);
    return state;
  }

  function inTurn<T>(state: State, work: () => Promise<T>): Promise<T> {
    if (state.timer !== null) clearTimeout(state.timer);
    state.timer = null;
    const turn = state.busy.then(work);
    state.busy = turn.catch(() => {});
    return turn;
  }

  async function defer(state: State): Promise<void> {
    if (state.phase !== 'open') return;
    const { respondTo } = state;
    const response =
      respondTo.kind === 'press'
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            data: { flags: respondTo.isPrivate ? 0 : MessageFlags.Ephemeral },
          };
    try {
      await callback(rest, respondTo, response);
      state.phase = 'deferred';
    } catch (error) {
      // Another process may have been faster, or the answer may have been lost: whoever answers will find out.
      state.phase = isClosed(error) ? 'closed' : 'unknown';
    }
  }

  /** The first response to the interaction. False if Discord has had one already or takes none; `phase` says which. */
  async function respond(state: State, type: InteractionResponseType, message: MessageBody, signal?: AbortSignal) {
    // Should the outcome be lost, this is what we know.
    state.phase = 'unknown';
    try {
      return (await callback(rest, state.respondTo, { type, data: message.body }, message.files, signal)) ?? true;
    } catch (error) {
      if (isClosed(error)) state.phase = 'closed';
      else if (!isAcknowledged(error)) throw error;
      return false;
    }
  }

  async function openForm(state: State, form: OutgoingForm, signal?: AbortSignal): Promise<boolean> {
    if (state.phase !== 'open' && state.phase !== 'unknown') return false;
    state.phase = 'unknown';
    try {
      const response = { type: InteractionResponseType.Modal, data: toModalBody(form) };
      await callback(rest, state.respondTo, response, [], signal);
      state.phase = 'answered';
      return true;
    } catch (error) {
      if (isClosed(error)) state.phase = 'closed';
      else if (!isAcknowledged(error)) throw error;
      return false;
    }
  }

  async function firstAnswer(state: State, message: MessageBody, signal?: AbortSignal): Promise<APIMessage | null> {
    const made = await respond(state, InteractionResponseType.ChannelMessageWithSource, message, signal);
    if (made !== false) {
      state.phase = 'answered';
      return made === true ? original(rest, state.respondTo, signal) : made;
    }
    if (state.phase === 'closed') return null;
    // Who acknowledged it, and with what, is to be read from what stands there.
    const standing = await original(rest, state.respondTo, signal);
    const isThinking = standing !== null && ((standing.flags ?? 0) & MessageFlags.Loading) !== 0;
    if (isThinking) return fillIn(state, message, signal);
    state.phase = 'answered';
    return standing !== null && isSame(standing, message) ? standing : furtherAnswer(state, message, signal);
  }

  async function fillIn(state: State, message: MessageBody, signal?: AbortSignal): Promise<APIMessage | null> {
    const filled = await replaceOriginal(rest, state.respondTo, message, signal);
    state.phase = filled === null ? 'closed' : 'answered';
    return filled;
  }

  /** In a private chat an ordinary message does as well, and unlike this can be repeated without doubling. */
  async function furtherAnswer(state: State, message: MessageBody, signal?: AbortSignal): Promise<APIMessage | null> {
    return state.respondTo.isPrivate ? null : followUp(rest, state.respondTo, message, signal);
  }

  async function changeInPlace(state: State, message: MessageBody, signal?: AbortSignal): Promise<boolean> {
    const changed = await replaceOriginal(rest, state.respondTo, message, signal);
    state.phase = changed === null ? 'closed' : 'changed';
    return changed !== null;
  }

  return {
    received(respondTo) {
      const state = stateOf(respondTo, 'open');
      if (state.phase === 'open') state.timer ??= setTimeout(() => inTurn(state, () => defer(state)), deferAfterMs);
    },
    async answer(respondTo, message, signal) {
      const state = stateOf(respondTo, 'unknown');
      const sent = await inTurn(state, async () => {
        if (state.phase === 'closed') return null;
        if (state.phase === 'open' || state.phase === 'unknown') return firstAnswer(state, message, signal);
        const isThinking = state.phase === 'deferred' && respondTo.kind === 'command';
        return isThinking ? fillIn(state, message, signal) : furtherAnswer(state, message, signal);
      });
      return sent === null ? null : { chatId: sent.channel_id, messageId: sent.id };
    },
    change(respondTo, message, signal) {
      const state = stateOf(respondTo, 'unknown');
      return inTurn(state, async () => {
        if (state.phase === 'closed' || state.phase === 'answered') return false;
        if (state.phase === 'deferred' || state.phase === 'changed') return changeInPlace(state, message, signal);
        if ((await respond(state, InteractionResponseType.UpdateMessage, message, signal)) !== false) {
          state.phase = 'changed';
          return true;
        }
        if (isPhase(state, 'closed')) return false;
        // If a message was the first answer, that is what "the original" now means.
        const standing = await original(rest, respondTo, signal);
        return standing?.id === respondTo.messageId && changeInPlace(state, message, signal);
      });
    },
    open(respondTo, form, signal) {
      const state = stateOf(respondTo, 'unknown');
      return inTurn(state, () => openForm(state, form, signal));
    },
    async stop() {
      const open = [...states.values()].filter(({ timer }) => timer !== null);
      for (const state of open) inTurn(state, () => defer(state));
      await Promise.all([...states.values()].map(({ busy }) => busy));
    },
  };
}

const isPhase = (state: State, phase: State['phase']) => state.phase === phase;

/** Whether a message is the one we meant to send. Buttons bear ids of their own, so two cards are seldom alike. */
function isSame(standing: APIMessage, { body }: MessageBody): boolean {
  const idsOf = (rows: readonly unknown[]) =>
    JSON.stringify(rows)
      .match(/"custom_id":"[^"]*"/g)
      ?.join() ?? '';
  const rows = (standing.components ?? []).filter(({ type }) => type === ComponentType.ActionRow);
  return standing.content === body.content && idsOf(rows) === idsOf(body.components);
}
