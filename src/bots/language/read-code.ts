import { readCode } from '../../domain/users/typed-code.ts';

/**
 * Reads a code that stands alone, `ABCD-EFGH`, as it is written on its card; small letters only where a figure among
 * them shows that it is no pair of words. Null for everything else.
 */
export function readBareCode(text: string): string | null {
  const said = text.trim();
  if (!/^[\dA-Z]{4}-[\dA-Z]{4}$/i.test(said) || !/[a-z]/i.test(said)) return null;
  return /\d/.test(said) || said === said.toUpperCase() ? readCode(said) : null;
}
