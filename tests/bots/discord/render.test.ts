import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderMarkdown, shown } from '../../../src/bots/discord/render.ts';
import { splitReply } from '../../../src/bots/discord/split.ts';
import { bold, code, italic, lines, plainText, type Text } from '../../../src/bots/text.ts';
import { readMarkdown } from '../../support/discord-simulator/read-markdown.ts';
import { hostileText } from '../../support/hostile-text.ts';

const readAs = (text: Text) => readMarkdown(renderMarkdown(text).trim());

it.each<[string, Text, string, string[]]>([
  ['bold and italic', [bold('Lunch'), ' ', italic('rice')], '**Lunch** *rice*', ['bold:Lunch', 'italic:rice']],
  [
    'one in the other',
    bold(['a', italic('b'), 'c']),
    '**a**\u200b***b***\u200b**c**',
    ['bold:a', 'bold:b', 'bold:c', 'italic:b'],
  ],
  ['spaces at the edges', [bold(' a '), 'b'], ' **a** b', ['bold:a']],
  ['bold over lines', bold('a\nb'), '**a**\n**b**', ['bold:a', 'bold:b']],
  ['neighbours', [bold('a'), bold('b'), code('c'), code('d')], '**ab**\u200b`cd`', ['bold:ab', 'code:cd']],
  ['a backtick in code', code('a`b'), '``a`b``', ['code:a`b']],
  ['backticks at the edges of code', code('`a`'), '`` `a` ``', ['code:`a`']],
  ['too many backticks', code('a``b'), 'a\\`\\`b', []],
  ['stars in bold code', bold(code('a**b')), '`a**b`', ['code:a**b']],
  [
    'a link',
    { link: 'https://a.example/x_(y)', label: 'the page' },
    '[the page](<https://a.example/x_%28y%29>)',
    ['link:the page: https://a.example/x_%28y%29'],
  ],
  [
    'a bare link',
    { link: 'https://a.example/', label: 'https://a.example/' },
    '<https://a.example/>',
    ['link:https://a.example/'],
  ],
  [
    'a label that pretends',
    { link: 'https://a.example/', label: 'https://bank.example' },
    'https\\://bank.example: <https://a.example/>',
    ['link:https://a.example/'],
  ],
  ['a link to anything else', { link: 'javascript:alert(1)', label: 'here' }, 'here: javascript:alert(1)', []],
])('writes %s as Discord reads it', (_name, text, markdown, marks) => {
  expect(renderMarkdown(text)).toBe(markdown);
  expect([...readAs(text).marks].sort()).toEqual([...marks].sort());
});

it('leaves everyday words as they are', () => {
  const text = 'Lunch: rice (cooked), 200 g - ~260 kcal, 12:30. 1.5 cups | 50 % + salt #1';
  expect(renderMarkdown(text)).toBe(text);
});

it.each(['# a', '### a', '-# a', '- a', '* a', '+ a', '1. a', '23. a', '1) a', '> a', '>>> a', '  - a', '\ufeff# a'])(
  'shows a line that begins with %j as it is, first or not',
  (line) => {
    expect(readAs(line)).toEqual({ text: line.trim(), marks: [] });
    expect(readAs(['x\n', line])).toEqual({ text: `x\n${line}`, marks: [] });
    expect(readAs(lines('x', [line.slice(0, -1), bold('a')])).marks).toEqual(['bold:a']);
  },
);

/** Trees of every shape with hostile words in them. */
const trees = fc.letrec<{ text: Text; words: string }>((tie) => ({
  words: hostileText(),
  text: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('words'),
    tie('words').map(code),
    tie('text').map(bold),
    tie('text').map(italic),
    fc.array(tie('text'), { maxLength: 4 }),
  ),
})).text;

it('shows any tree as the words it holds, whatever they are, in messages Discord takes', () => {
  fc.assert(
    fc.property(trees, (text) => {
      const parts = splitReply({ text });
      for (const part of parts) {
        const markdown = renderMarkdown(part.text).trim();
        expect(markdown.length).toBeGreaterThan(0);
        expect(markdown.length).toBeLessThanOrEqual(2000);
        const { text: read, marks } = readMarkdown(markdown);
        expect(read).toBe(shown(plainText(part.text)).trim());
        expect(marks.filter((mark) => !/^(?:bold|italic|code):/.test(mark))).toEqual([]);
      }
      const inOne = (words: string) => words.replace(/\s+/gu, '');
      expect(inOne(parts.map((part) => plainText(part.text)).join(''))).toBe(inOne(shown(plainText(text))));
    }),
    { numRuns: 400 },
  );
});

it('cuts at line ends first, then between words, and never inside a character', () => {
  const sizes = (text: Text) => splitReply({ text }).map((part) => renderMarkdown(part.text).length);
  const line = 'x'.repeat(99);
  expect(sizes(Array.from({ length: 45 }, () => line).join('\n'))).toEqual([1999, 1999, 499]);
  expect(splitReply({ text: 'word '.repeat(600) }).every((part) => /^(?:word )+$/.test(plainText(part.text)))).toBe(
    true,
  );
  const family = '👩‍👩‍👧‍👦';
  const whole = splitReply({ text: family.repeat(300) }).map((part) => plainText(part.text));
  expect(whole.every((text) => text.replaceAll(family, '') === '')).toBe(true);
});

it('carries bold over a cut', () => {
  const parts = splitReply({ text: bold('word '.repeat(600)) });
  expect(parts.length).toBe(2);
  for (const part of parts) expect(renderMarkdown(part.text)).toMatch(/^\*\*(?:word )*word\*\* ?$/);
});

it('puts buttons and picture on the last part', () => {
  const buttons = [[{ label: 'Undo', action: { command: 'undo', input: null } }]];
  const image = { mediaIds: [1], alt: 'Weight' };
  const parts = splitReply({ text: 'word '.repeat(600), buttons, image });
  expect(parts.map((part) => [part.buttons, part.image])).toEqual([
    [undefined, undefined],
    [buttons, image],
  ]);
  expect(splitReply({ text: '', image })).toEqual([{ text: '', image }]);
  expect(splitReply({ text: ' \n ' })).toEqual([]);
});
