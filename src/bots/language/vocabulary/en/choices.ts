/** Words around an answer that say nothing themselves. */
export const choiceFillers: ReadonlySet<string> = new Set([
  'the', 'a', 'an', 'one', 'ones', 'option', 'number', 'no', 'nr', 'choice', 'please', 'pls', 'plz', 'thanks', 'thx', 'that', 'this', 'it', 'its', 'is', 'was', 'i', 'mean', 'meant', 'its', 'with', 'take', 'choose', 'pick', 'want', 'go', 'for', 'lets', 'say', 'yes', 'yeah', 'yep', 'ok', 'just', 'my', 'of', 'them',
]);

export const ordinals: ReadonlyMap<string, number> = new Map(
  [
    ['first', '1st', 'one', 'top'],
    ['second', '2nd', 'two'],
    ['third', '3rd', 'three'],
    ['fourth', '4th', 'four'],
    ['fifth', '5th', 'five'],
    ['sixth', '6th', 'six'],
    ['seventh', '7th', 'seven'],
    ['eighth', '8th', 'eight'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

export const lastWords: ReadonlySet<string> = new Set(['last', 'bottom']);
