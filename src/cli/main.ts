import { OperatorError } from '../domain/operator-error.ts';

/** Runs an entry point: an operator's mistake is one line and exit code 1, a defect of ours a stack. */
export async function main(program: () => Promise<void>): Promise<void> {
  // Whoever read our output has gone (`| head`): there is nothing left to do, and nothing wrong.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    await program();
  } catch (error) {
    console.error(error instanceof OperatorError ? error.message : error);
    process.exitCode = 1;
  }
}
