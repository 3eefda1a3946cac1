import type { Transaction } from '../../domain/context.ts';
import { type MessageFile, type MessageWords, messageKey, messageWords } from '../../domain/messages/message-words.ts';
import { firstName } from '../../domain/messages/talk-partners.ts';
import type { Reply } from '../reply.ts';
import { bold, italic, quoted, type Text } from '../text.ts';
import type { Notice } from './notice.ts';

const longestQuote = 60;

/** What one person writes to another, with the name of who speaks; null when it has gone. Runs as owner. */
export async function messageNotice(tx: Transaction, id: number): Promise<Notice | null> {
  const words = await messageWords(tx, id);
  const reply = words && repliesOf(words)[0];
  if (!words || !reply) return null;
  const { text, buttons, image, file } = reply;
  return {
    ...{ key: messageKey(id), type: 'message', title: quoted(words.senderName, 60), text },
    ...{ ...(buttons ? { buttons } : {}), ...(image ? { image } : {}), ...(file ? { file } : {}) },
    linkUrl: firstLink(words.content),
    aboutUserId: words.senderId,
  };
}

const firstLink = (words: string): string | null => /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/iu.exec(words)?.[0] ?? null;

/** A message as it is said now: one Reply, or one for each of its files. Null when it has gone. Runs as owner. */
export async function messageReplies(tx: Transaction, id: number): Promise<Reply[] | null> {
  const words = await messageWords(tx, id);
  return words && repliesOf(words);
}

function repliesOf(words: MessageWords): Reply[] {
  const { senderName, content, files, answers, isEdited, senderId, isInTalk } = words;
  const name = quoted(senderName, 60);
  const to: Text = answers
    ? [' (to ', answers.isTheirs ? 'your ' : '', `“${quoted(answers.content, longestQuote)}”)`]
    : '';
  const said: Text = [content === '' && files.length > 0 ? '' : [': ', content], isEdited ? italic(' (edited)') : ''];
  const answer = { label: 'Answer', action: { command: 'chat', input: { kind: 'open', to: null, toId: senderId } } };
  const buttons = isInTalk ? {} : { buttons: [[answer]] };
  if (files.length === 0) return [{ text: [bold(name), to, said], ...buttons }];
  return files.map((file, i) => {
    const which = files.length > 1 ? `, ${i + 1} of ${files.length}` : '';
    const text: Text = i === 0 ? [bold([name, which]), to, said] : bold([name, which]);
    return { text, ...attached(file, firstName(name)), ...(i === files.length - 1 ? buttons : {}) };
  });
}

function attached({ mediaId, mime, name }: MessageFile, from: string): Pick<Reply, 'image' | 'file'> {
  if (name === null) return { image: { mediaIds: [mediaId], alt: `A picture from ${from}` } };
  return { file: { mediaId, name, mime, isVoice: mime === 'audio/ogg' } };
}
