/** Why a client may need their coach. */
export const reasonKinds = [
  'crisis',
  'message',
  'check_in',
  'silent',
  'missed',
  'compliance',
  'weight',
  'fast_loss',
  'intake',
  'lowered',
] as const;

export type ReasonKind = (typeof reasonKinds)[number];

export const isReasonKind = (word: string): word is ReasonKind => reasonKinds.some((kind) => kind === word);
