import { phrases } from '../../phrases.ts';
import type { RemarkVocabulary } from '../remark-vocabulary.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What is said after a food that says nothing of which food it is or how much: how it was cut, and what for. */
export const remarks: RemarkVocabulary = {
  preparations: words(`
    peeled unpeeled cut sliced chopped diced minced grated shredded crushed cubed halved quartered deseeded seeded
    skinned trimmed untrimmed blanched crumbled thawed defrosted chilled softened melted warmed beaten whisked sifted
    divided torn split scraped scrubbed washed rinsed pitted stoned hulled cored stemmed juiced zested squeezed
    boned deboned filleted butterflied gutted cleaned jointed carved scaled shelled shucked deveined debearded purged
    griddled bruised smashed separated removed reserved discarded soaked strained pressed patted
    julienned shaved spiralized tied rolled shaped flattened pounded scored pricked cooled refrigerated
    sprinkled broken snipped ribboned dredged lengthways lengthwise crosswise thick thin
    crumbling pureed puréed picked destemmed undrained unpeeled unsliced whipped folded topped tailed topped-and-tailed finely coarsely roughly thinly thickly
  `),
  adverbs: words(`
    very finely coarsely roughly lightly thinly thickly freshly loosely well then each already slightly tightly firmly
    partially gently carefully neatly evenly both all not just quickly completely fully diagonally
  `),
  parts: words(`
    skin skins seeds stems stalks leaves flesh fat crusts crust shell shells top tops tails tail bones bone feet heads
    head beards rind rinds core cores ends roots root membrane membranes pith outer white green flowers flowerettes
    florets giblets gills pits stones husk husks leaf tips peel ribs veins scales pin sinew
  `),
  partEnds: words(`
    only on off out removed discarded separated attached trimmed reserved left part parts intact chopped cut peeled
    sliced scraped scored finely
  `),
  purposes: words(`
    garnish decoration dusting sprinkling drizzling frying greasing brushing coating rolling serving glazing topping
    spreading dipping finishing cooking garnishing decorating baking seasoning kneading boiling roasting sauteing
    sautéing poaching blending thickening rubbing basting
  `),
  vessels: words(`
    pan pans tin tins sheet bowl dish tray surface board rim top work worktop counter muffin baking griddle skillet
  `),
  opinionLeads: words(`
    so was were is are it they that this which tasted super very really pretty absolutely actually just quite too honestly
    omg oh such felt incredibly rather all bit a
  `),
  opinions: phrases(
    [
      ...`good great amazing delicious tasty yummy yum awesome lovely nice perfect insane heavenly incredible fantastic
        excellent divine banging bussin fire bomb unreal decent ok okay meh gross bland disgusting awful terrible bad salty
        spicy filling satisfying huge massive greasy heavy dry worth`
        .trim()
        .split(/\s+/),
      'no regrets',
      'zero regrets',
      'dont judge',
      'dont judge me',
      'no judgement',
      'no judgment',
      'worth it',
      'to die for',
      'hit the spot',
      'made with love',
      'send help',
      'im full',
      'im so full',
      'im stuffed',
      'so full now',
      'my bad',
      'dont @ me',
      'the best',
      'as always',
      'as usual',
      'like always',
    ].map((phrase) => [phrase, null] as const),
  ),
  phrases: phrases(
    [
      'to taste',
      'to serve',
      'to garnish',
      'to finish',
      'to decorate',
      'to coat',
      'to grease',
      'to cover',
      'to sprinkle',
      'to drizzle',
      'to glaze',
      'to dust',
      'to thin',
      'to preference',
      'or to taste',
      'or so to taste',
      'or more to taste',
      'or more as needed',
      'or more if needed',
      'or more',
      'or less',
      'or as needed',
      'or up to',
      'more or less to taste',
      'more to taste',
      'more for',
      'more if needed',
      'more as needed',
      'and more to taste',
      'plus more',
      'plus extra',
      'plus a little extra',
      'plus a little more',
      'plus a bit more',
      'plus a few',
      'plus additional',
      'with extra',
      'with a little extra',
      'with more',
      'and extra for',
      'and more for',
      'extra for',
      'as needed',
      'as required',
      'as desired',
      'as garnish',
      'if needed',
      'if desired',
      'if using',
      'if necessary',
      'if you like',
      'if available',
      'if possible',
      'optional',
      'divided',
      'see note',
      'see notes',
      'see above',
      'see below',
      'see recipe',
      'see headnote',
      'see headnotes',
      'see tip',
      'recipe above',
      'recipe below',
      'recipe follows',
      'this page',
      'room temperature',
      'at room temperature',
      'at room temp',
      'room temp',
      'preferably',
      'ideally',
      'such as',
      'depending on',
      'of your choice',
      'your choice',
      'for example',
      'eg',
      'e.g.',
      'approximately',
      'approx',
      'cut into',
      'cut in',
      'cut from',
      'cut crosswise',
      'cut lengthwise',
      'cut lengthways',
      'cut across',
      'cut up',
      'cut thin',
      'chopped into',
      'sliced into',
      'sliced thin',
      'torn into',
      'broken into',
      'mashed with',
      'crushed with',
      'ground in',
      'bite size',
      'bite-size',
      'bite-sized',
      'fresh or frozen',
      'frozen or fresh',
      'in chunks',
      'in cubes',
      'in slices',
      'in wedges',
      'in strips',
      'in rings',
      'in pieces',
      'smooth or chunky',
      'or similar',
      'or equivalent',
      'or other',
      'or another',
      'or your favorite',
      'or your favourite',
      'or substitute',
      'or any',
      'alternatively',
      'long ways',
      'long way',
    ].map((phrase) => [phrase, null] as const),
  ),
};
