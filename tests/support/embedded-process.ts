import { startEmbeddedPostgres } from '../../db/embedded.ts';

// A process of its own for the tests: `embedded-process.ts DATA_DIR`. It prints the address on standard output when the
// server answers, and leaves the server when its standard input ends. What is logged goes to standard error.
const log = { info: console.error, warn: console.error };
try {
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', log });
  console.log(postgres.url);
  for await (const _ of process.stdin);
  await postgres.stop();
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  process.exitCode = 1;
}
