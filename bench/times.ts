/** Milliseconds for each input: the least of some turns, so that what else the machine does is not measured. */
export function timesOf<Input>(inputs: readonly Input[], turns: number, run: (input: Input) => void): number[] {
  const least = inputs.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns; turn++)
    for (const [i, input] of inputs.entries()) {
      const start = performance.now();
      run(input);
      least[i] = Math.min(least[i] ?? 0, performance.now() - start);
    }
  return least;
}

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
