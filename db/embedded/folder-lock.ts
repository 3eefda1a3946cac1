import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';

const prefix = 'starting-';

/**
 * Runs `work` while no other process does so for the same folder. Every process writes a claim of its own and holds
 * the lock if, after that, no other living process has one. A claim is never taken over, so a dead process's claim can
 * be removed by anybody at any time. Throws an OperatorError when the others take longer than `patienceMs`.
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>, patienceMs = 120_000): Promise<T> {
  const claim = `${prefix}${process.pid}-${startOf(process.pid)}-${randomBytes(4).toString('hex')}`;
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const rivals = livingClaims(folder, claim);
    if (rivals.length === 0) {
      writeFileSync(join(folder, claim), '');
      try {
        if (livingClaims(folder, claim).length === 0) return await work();
      } finally {
        rmSync(join(folder, claim), { force: true });
      }
    }
    if (Date.now() > deadline) {
      const pid = rivals[0]?.split('-')[1] ?? '?';
      throw new OperatorError(
        `Process ${pid} has been starting the database in ${folder} for too long: stop it and try again.`,
      );
    }
    // Two that claimed at once both step back; unequal waits let one of them win.
    await sleep(15 + Math.random() * 35);
  }
}

/** Claims of others that still live; those of the dead are removed on the way. */
function livingClaims(folder: string, own: string): string[] {
  return readdirSync(folder).filter((name) => {
    if (!name.startsWith(prefix) || name === own) return false;
    const [, pid, start] = name.split('-');
    if (start === startOf(Number(pid)) && isAlive(Number(pid))) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}

/** Whether a process of that id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What tells a process from a later one with the same id: its start in clock ticks, where the system says it. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; the start is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
