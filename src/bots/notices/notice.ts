import type { NotificationInput } from '../../domain/notifications/notify.ts';
import type { Reply } from '../reply.ts';
import type { Text } from '../text.ts';

/** Something we say first: a Reply with what the inbox and the ledger need. */
export interface Notice extends Pick<Reply, 'buttons' | 'image' | 'file'> {
  /** What it is about: of a person's notices with one key there is one. */
  readonly key: string;
  readonly type: NotificationInput['type'];
  /** A few words, such as "Weigh in". */
  readonly title: string;
  readonly text: Text;
  /** The person named its time, or it cannot wait for quiet hours to end. */
  readonly ignoresQuietHours?: boolean;
  readonly isSilent?: boolean;
  /** Where it leads: the inbox shows it where the words themselves are cut. */
  readonly linkUrl?: string | null;
  /** The time a reminder came that it says. */
  readonly occurrenceId?: number;
  /** Another person whose words or figures it carries. */
  readonly aboutUserId?: number | null;
}

/** The Reply that says it. */
export function noticeReply({ text, buttons, image, file }: Notice): Reply {
  return { text, ...(buttons ? { buttons } : {}), ...(image ? { image } : {}), ...(file ? { file } : {}) };
}
