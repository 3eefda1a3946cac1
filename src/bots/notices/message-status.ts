import { Temporal } from 'temporal-polyfill';
import type { MessageState } from '../../domain/messages/message-state.ts';
import { momentWords } from '../schedule-words.ts';
import { lines, quoted, type Text } from '../text.ts';

/** How a message of theirs fares, in a line; `note` stands below it. `timeZone` is where whoever reads it is. */
export function statusText(
  { progress, receiverName, dueAt }: MessageState,
  note: Text | null,
  now: Temporal.Instant,
  timeZone: string,
): Text {
  const name = quoted(receiverName, 60);
  switch (progress) {
    case 'waiting': {
      const due = Temporal.Instant.from(dueAt);
      const isLater = Temporal.Instant.compare(due, now) > 0;
      return lines(
        isLater ? `I send it to ${name} ${momentWords(due, now, timeZone)}.` : `On its way to ${name}.`,
        note,
      );
    }
    case 'sent':
      return lines(`✓ Sent to ${name}.`, note);
    case 'read':
      return `👀 ${name} has seen it.`;
    case 'removed':
      return `Taken back: ${name} no longer sees it.`;
    case 'held':
      return `⚠ I cannot reach ${name}: they have blocked or left me. I keep your message and pass it on when they write to me again.`;
    case 'refused':
      return `⚠ Not passed on to ${name}: they do not take messages through me now.`;
    case 'ended':
      return `⚠ Not passed on to ${name}: you two no longer work together here, or they no longer take messages through me.`;
    case 'failed':
      return `⚠ ${name} could not be reached in any of their chats, so your message was not passed on. Send it again later, please.`;
  }
}
