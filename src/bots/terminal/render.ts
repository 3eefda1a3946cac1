import type { OutgoingReply } from '../reply.ts';
import { plainText, type Text } from '../text.ts';

const csi = '\u001B[';

/** A reply as lines for a terminal: buttons below the text, numbered from `firstButton` on. */
export function renderReply(reply: OutgoingReply, firstButton: number, isColoured: boolean): string {
  const text = isColoured ? coloured(reply.text) : printable(plainText(reply.text));
  const buttons = reply.buttons.flat().map(({ label }, i) => `[${firstButton + i}] ${printable(label)}`);
  const image = reply.image ? [`(picture: ${printable(reply.image.alt)})`] : [];
  return [text, ...image, ...(buttons.length > 0 ? [buttons.join('  ')] : [])].join('\n');
}

function coloured(text: Text): string {
  if (typeof text === 'string') return printable(text);
  if ('bold' in text) return `${csi}1m${coloured(text.bold)}${csi}22m`;
  if ('italic' in text) return `${csi}3m${coloured(text.italic)}${csi}23m`;
  if ('code' in text) return `${csi}36m${printable(text.code)}${csi}39m`;
  if ('link' in text) return printable(plainText(text));
  return text.map(coloured).join('');
}

/** Without control characters, which could move the cursor or change the terminal. */
const printable = (text: string): string => text.replace(/[\p{Cc}--\n]/gv, '');
