const discordEpochMs = 1_420_070_400_000n;
let count = 0n;

/** An id as Discord makes them: growing, with the moment in it. */
export function snowflake(atMs: number = Date.now()): string {
  count += 1n;
  return String(((BigInt(atMs) - discordEpochMs) << 22n) | (count & 0x3f_ffffn));
}
