/** How long a stop may take before the process ends anyway. */
const patienceMs = 10_000;

/**
 * Resolves at the first SIGINT or SIGTERM. From then on the process has ten seconds; a second signal ends it at once.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      setTimeout(() => {
        console.error('Not everything stopped in ten seconds; what was in hand is taken up at the next start.');
        process.exit(1);
      }, patienceMs).unref();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
