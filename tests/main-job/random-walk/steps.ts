/** What somebody does next. Numbers are drawn from [0, 1) and choose among what there is by then. */
export interface Step {
  readonly kind: keyof typeof weights;
  readonly person: number;
  /** Which text, message, card or button. */
  readonly first: number;
  readonly second: number;
  /** How long it is since the step before, in seconds. */
  readonly pauseS: number;
}

/** How often each kind of step is taken, relative to the others. */
const weights = {
  record: 34,
  'correct by reply': 16,
  'correct without a reply': 6,
  'edit into a record': 10,
  'edit into a correction': 3,
  'edit into chat': 4,
  delete: 5,
  press: 14,
  'turn and turn back': 6,
  'say undo': 5,
  'say redo': 4,
  'answer by number': 5,
  redeliver: 3,
  chat: 3,
};

const kinds = Object.entries(weights).flatMap(([kind, weight]) =>
  Array.from({ length: weight }, () => kind as Step['kind']),
);

/** Steps drawn by a generator that gives the same ones for the same seed. */
export function drawSteps(seed: number, count: number, people: number): Step[] {
  const draw = generator(seed);
  const among = <T>(of: readonly T[], fallback: T): T => of[Math.floor(draw() * of.length)] ?? fallback;
  return Array.from({ length: count }, () => ({
    kind: among(kinds, 'record'),
    person: Math.floor(draw() * people),
    first: draw(),
    second: draw(),
    pauseS: Math.ceil(draw() * among([20, 20, 20, 120, 900, 10_000], 20)),
  }));
}

/** Mulberry32: small, and spread well enough to choose by. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
