import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml, toRuns } from '../../../src/bots/telegram/render.ts';
import { splitReply } from '../../../src/bots/telegram/split.ts';
import { plainText, type Text } from '../../../src/bots/text.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { isEmpty, kept, parseHtml } from '../../support/telegram-html.ts';

const trees = fc.letrec<{ tree: Text; list: Text }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    hostileText(),
    hostileText().map((words) => ({ code: words })),
    hostileText().map((label) => ({ link: `https://example.com/?q=${label.length}`, label })),
    tie('tree').map((bold) => ({ bold })),
    tie('tree').map((italic) => ({ italic })),
    tie('list'),
  ),
  list: fc.array(tie('tree'), { maxLength: 5 }),
})).tree;

const shown = (text: Text) => parseHtml(renderHtml(toRuns(text)));
const partsOf = (text: Text) => splitReply({ text }).map((part) => part.text);
const textsOf = (text: Text) => partsOf(text).map((part) => plainText(part));
const image = { mediaIds: [1], alt: 'Weight over a month' };
const button = { label: 'Undo', action: { command: 'undo', input: null } };

/** Labels alone: on Telegram a link's address is behind its label. */
const labelsOnly = (text: Text): Text => {
  if (typeof text === 'string' || 'code' in text) return text;
  if ('bold' in text) return { bold: labelsOnly(text.bold) };
  if ('italic' in text) return { italic: labelsOnly(text.italic) };
  if ('link' in text) return text.label;
  return text.map(labelsOnly);
};

describe('markup for Telegram', () => {
  it('is understood whatever the words are, and reads as they do', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(shown(tree).text).toBe(kept(plainText(labelsOnly(tree))));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a long text', () => {
  it('becomes parts that Telegram takes and that lose nothing', () => {
    const words = (text: string) => text.replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]+/gu, '');
    fc.assert(
      fc.property(fc.array(trees, { maxLength: 6 }), (tree) => {
        const parts = partsOf(tree);
        for (const part of parts) {
          const { text } = shown(part);
          expect(text.length).toBeLessThanOrEqual(4096);
          expect(isEmpty(text)).toBe(false);
          expect(Buffer.byteLength(renderHtml(toRuns(part)))).toBeLessThanOrEqual(32_768);
        }
        expect(words(parts.map((part) => shown(part).text).join(''))).toBe(words(kept(plainText(labelsOnly(tree)))));
      }),
      { numRuns: 500 },
    );
  });

  it('is cut at line ends', () => {
    const line = `${'x'.repeat(1499)}\n`;
    expect(textsOf(line.repeat(4)).map((text) => text.length)).toEqual([2999, 3000]);
  });

  it('is cut between words where there are no lines', () => {
    expect(textsOf('word '.repeat(2000)).every((text) => /^(?:word )*word ?$/.test(text))).toBe(true);
  });

  it('is never cut inside what people see as one character', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(textsOf(family.repeat(1000)).every((text) => text.length % family.length === 0)).toBe(true);
    const odd = textsOf(`x${'😀'.repeat(4000)}`);
    expect(odd.map((text) => text.length)).toEqual([4095, 3906]);
  });

  it('is cut inside a tower of accents when there is no other way', () => {
    expect(textsOf(`a${'\u0301'.repeat(9000)}`).map((text) => text.length)).toEqual([4096, 4096, 809]);
  });

  it('takes formatting and links up again after a cut', () => {
    const link = 'https://example.com/';
    const parts = partsOf([{ bold: 'b'.repeat(5000) }, { link, label: 'l'.repeat(5000) }]);
    expect(parts.map((part) => shown(part).entities.map(({ type, length }) => [type, length]))).toEqual([
      [['bold', 4096]],
      [
        ['bold', 904],
        ['text_link', 3192],
      ],
      [['text_link', 1808]],
    ]);
  });

  it('stays within what Telegram takes of markup', () => {
    const links = Array.from({ length: 400 }, (_, i) => ({
      link: `https://example.com/${'x'.repeat(300)}${i}`,
      label: `${i} `,
    }));
    const parts = partsOf(links);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(Buffer.byteLength(renderHtml(toRuns(part)))).toBeLessThanOrEqual(32_768);
  });
});

describe('a long text with a picture', () => {
  it('is one message when the caption takes it', () => {
    expect(splitReply({ text: 'Short', image, buttons: [[button]] })).toEqual([
      { text: ['Short'], image, buttons: [[button]] },
    ]);
  });

  it('is followed by the picture otherwise, which has the buttons', () => {
    const parts = splitReply({ text: 'x'.repeat(1020), image, buttons: [[button]] });
    expect(parts).toEqual([{ text: ['x'.repeat(1020)] }, { text: '', image, buttons: [[button]] }]);
  });

  it('ends in the caption when the last part is short', () => {
    const parts = splitReply({ text: `${'x'.repeat(4000)}\n${'y'.repeat(500)}`, image });
    expect(parts.map(({ text }) => plainText(text).length)).toEqual([4000, 500]);
    expect(parts.map((part) => part.image)).toEqual([undefined, image]);
  });
});
