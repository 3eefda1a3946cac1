import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Digits and letters without I, L, O and U, which are misread (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;

/** A code that can be typed, of 40 random bits: `ABCD-EFGH`. */
export function createCode(): string {
  const letters = Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What a link carries, of 128 random bits: 22 letters, digits, `_` and `-`. */
export const createToken = (): string => randomBytes(16).toString('base64url');

/** What is kept of a code or token. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A code as it was made, however it was typed: small letters, without its dash, O for 0. Null for what is no code. */
export function readCode(text: string): string | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (letters.length !== codeLength || ![...letters].every((letter) => alphabet.includes(letter))) return null;
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
