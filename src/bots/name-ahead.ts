import { findClients } from '../domain/coaching/find-clients.ts';
import type { CommandContext } from './command.ts';

/**
 * Cuts the name that words of a coach's begin with from what follows: two words where a client is called so, otherwise
 * the first.
 */
export async function nameAhead(ctx: CommandContext, words: string): Promise<{ name: string; rest: string }> {
  const [, first = '', behind = ''] = /^\s*([^\s,:]+)[\s,:]*(.*)$/su.exec(words) ?? [];
  const [, second, further = ''] = /^([^\s,:]+)[\s,:]*(.*)$/su.exec(behind) ?? [];
  const both = second === undefined ? [] : await findClients(ctx, `${first} ${second}`);
  return both.length > 0 ? { name: `${first} ${second}`, rest: further.trim() } : { name: first, rest: behind.trim() };
}
