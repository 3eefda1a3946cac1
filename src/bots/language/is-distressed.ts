import { distress, others } from './vocabulary/en/distress.ts';

const hint = /purg|laxativ|myself|throw|threw|vomit|puke|body|look|reflection|hate/;

/**
 * Whether somebody says that they purge, take laxatives, or hate their body. What is told of others, or asked, is not
 * meant; the rest of the message may be anything.
 */
export function isDistressed(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/[’`´ʼ]/g, "'")
    .replace(/[^\S\n]+/g, ' ');
  if (!hint.test(plain)) return false;
  return plain.split(/[.!;\n]+/).some((sentence) => {
    const said = sentence.trim();
    return distress.test(said) && !others.test(said);
  });
}
