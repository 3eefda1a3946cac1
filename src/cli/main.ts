import { OperatorError } from '../../db/operator-error.ts';

/** Runs an entry point: an operator's mistake is one line and exit code 1, a defect of ours a stack. */
export async function main(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof OperatorError ? error.message : error);
    process.exitCode = 1;
  }
}
