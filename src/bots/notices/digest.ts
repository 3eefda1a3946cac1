import type { Button, Reply } from '../reply.ts';
import { bold, lines, type Text } from '../text.ts';
import type { Notice } from './notice.ts';

/** A part of a digest: a notice as it was stored. */
export interface DigestPart {
  readonly id: number;
  readonly title: string;
  readonly reply: Reply;
}

const mostRows = 5;
const longestLabel = 80;

/**
 * Several notices as one message: what each says, one below the other, and of each the first button, which is the one
 * that answers it. A notice with a picture stands alone, so it is never part of one.
 */
export function digestNotice(parts: readonly DigestPart[]): Notice {
  const texts: Text[] = parts.map(({ reply }, i) => (i === 0 ? reply.text : ['\n', reply.text]));
  return {
    key: `digest-${parts.map(({ id }) => id).join('-')}`.slice(0, 200),
    type: 'digest',
    title: `${parts.length} things at once`,
    text: lines(bold(`${parts.length} things at once`), ...texts),
    buttons: parts
      .flatMap(({ title, reply }) => firstButton(title, reply))
      .slice(0, mostRows)
      .map((button) => [button]),
    // Its parts have been let through already.
    ignoresQuietHours: true,
  };
}

function firstButton(title: string, { buttons }: Reply): Button[] {
  const button = buttons?.[0]?.[0];
  if (!button) return [];
  const label = `${button.label}: ${title}`;
  return [{ ...button, label: label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label }];
}
