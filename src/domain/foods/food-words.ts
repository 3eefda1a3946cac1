import { wordsOf } from '../search/words.ts';

// Words around a food's name, each as `wordsOf` gives it.

/** What does not change which food is meant. */
export const neutral = wordSet(
  `small medium large big little whole mini fresh freshly organic homemade leftover plain nice cold warm chopped sliced
  diced cubed slice piece chunk cube ripe peeled pitted seedless boneless free-range grass-fed delicious tasty`,
);

/** Ways to cook that add nothing: "grilled" is said of many a food that is cooked anyway. */
export const cooking = wordSet(
  `cooked boiled steamed grilled baked roasted roast broiled braised heated poached microwaved air-fried chargrilled
  griddled barbecued`,
);

/** States of a food that are another food unless they are its own. */
export const forms = wordSet('raw dry dried uncooked canned tinned drained unsweetened skinless');

/** Other words for the same state, the likelier first. */
export const sameForm: ReadonlyMap<string, readonly string[]> = new Map([
  ['uncooked', ['raw', 'dry']],
  ['tinned', ['canned']],
  ['dried', ['dry']],
  ['dry', ['dried']],
]);

/** Words that make it another food of the same kind. They are never left out, and never there unasked. */
export const claims = wordSet(
  `diet zero light lite skinny skimmed vegan vegetarian veggie meatless plant-based decaf decaffeinated
  unsweetened unsalted no-added-sugar no-added-salt sugar-free sugarless fat-free non-fat gluten-free wheat-free dairy-free lactose-free egg-free nut-free alcohol-free meat-free low-fat low-carb
  low-sugar low-sodium low-calorie reduced-fat reduced-sugar reduced-sodium reduced-calorie half-fat full-fat raw dried`,
);

/** What holds a food, or a part of it, before "of". */
export const measures =
  'tin|can|bowl|plate|cup|mug|glass|bottle|pint|jar|pot|pack|packet|bag|box|slice|piece|portion|serving|helping|handful|' +
  'pinch|dash|splash|drop|drizzle|scoop|spoon|spoonful|dollop|knob|bit|lump|chunk|stick|bunch|bar|carton|side|tub|wedge';

/** Words that tell little of what is meant. */
export const minor: ReadonlySet<string> = new Set([
  ...neutral,
  ...cooking,
  ...forms,
  ...wordsOf('without with in on salt regular enriched prepared ready all no not made added from'),
  ...wordsOf(measures.replaceAll('|', ' ')),
]);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(wordsOf(words));
}
