/** A person's own words on what they recorded; `about` names an exercise, null: what was just recorded or replied to. */
export interface Remark {
  readonly words: string;
  readonly about: string | null;
}

/** In characters, with what stands before the words. */
const longest = 600;

/** Reads "note: slept badly", "note on bench: left shoulder clicked", "/remark slept badly". Null for everything else. */
export function readRemark(text: string): Remark | null {
  if (text.length > longest || !/note|remark|comment/i.test(text)) return null;
  const [, plain] = /^\s*(?:my )?(?:note|remark|comment)\s*:\s*(\S[\s\S]*?)\s*$/iu.exec(text) ?? [];
  if (plain !== undefined) return { words: plain, about: null };
  const [, about, words] =
    /^\s*(?:\/remark|note|remark|comment)\s+(?:on|about|for)\s+(?:the |my )?([^:\n]{2,60}?)\s*:\s*(\S[\s\S]*?)\s*$/iu.exec(
      text,
    ) ?? [];
  if (about !== undefined && words !== undefined) return { words, about };
  const [, told] = /^\s*\/remark\s+(\S[\s\S]*?)\s*$/iu.exec(text) ?? [];
  return told === undefined ? null : { words: told, about: null };
}
