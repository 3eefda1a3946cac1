/**
 * Takes text to the words that a name is looked up by: lower case, without diacritics, articles and plurals, and with
 * one spelling for words that have several. Both sides of a comparison go through here; the result is never shown.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const found of plain(text).match(word) ?? []) {
    const raw = found.includes("'") || found.includes('’') ? found.replace(apostrophe, '') : found;
    if (raw && !silent.has(raw)) addWord(words, stemmed(raw));
  }
  return words;
}

/** Two words that say one thing are one: "sugar free jam" is no jam with sugar in it. */
function addWord(words: string[], word: string): void {
  const before = words.at(-1);
  if (before !== undefined && (word === 'free' ? freeOf.has(before) : lessOf.get(before)?.has(word))) words.pop();
  else return void words.push(word);
  words.push(before + word);
}

const freeOf = new Set(
  'sugar fat gluten wheat dairy lactose milk egg nut alcohol caffeine salt sodium meat fructose soy soya'.split(' '),
);
const lessOf = new Map(
  Object.entries({
    low: 'fat carb sugar sodium salt calory cal',
    lower: 'fat carb sugar sodium salt calory',
    reduced: 'fat carb sugar sodium salt calory',
    less: 'fat sugar sodium salt',
    half: 'fat',
    full: 'fat',
    no: 'added',
    noadded: 'sugar salt',
    non: 'fat dairy alcoholic',
    plant: 'based',
    free: 'range',
    air: 'fried fryer',
    grass: 'fed',
  }).map(([first, seconds]) => [first, new Set(seconds.split(' '))]),
);

/** Stems of words seen before: names repeat the same few thousand words. */
const stems = new Map<string, string>();
const mostStemsKept = 20_000;

function stemmed(raw: string): string {
  const kept = stems.get(raw);
  if (kept !== undefined) return kept;
  const made = stem(raw);
  if (stems.size < mostStemsKept && raw.length <= 30) stems.set(raw, made);
  return made;
}

// A number keeps its decimals and its per cent; anything beyond Latin letters (an emoji, a script) is a word by itself.
const word = /\d+(?:[.,]\d+)?%?|(?:[a-z0-9]|['’](?=[a-z]))+|[^\s\x21-\x7e]+/g;
const apostrophe = /['’]/g;
const marks = /\p{M}/gu;
const beyondAscii = /[^\p{ASCII}]/u;

const silent = new Set(['a', 'an', 'the', 'of', 'some', 'my', 'and', 'n', 'de', 'la']);

/** Words that join the parts of a name: "oats with milk" is not oat milk, and "chicken with rice" is chicken and rice. */
export const joiners: ReadonlySet<string> = new Set(['with', 'in', 'on']);

function plain(text: string): string {
  const lower = text.toLowerCase();
  if (!beyondAscii.test(lower)) return lower;
  return lower.normalize('NFD').replace(marks, '').replace(/ß/g, 'ss').replace(/œ/g, 'oe').replace(/ø/g, 'o');
}

/** Each misspelling with the word meant. */
const slips = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).flatMap(([meant, wrong]) => wrong.split(' ').map((word) => [word, meant])));

/** Words whose plural or spelling no rule gives. */
const spellings = new Map(
  Object.entries({
    w: 'with',
    leaves: 'leaf',
    loaves: 'loaf',
    halves: 'half',
    geese: 'goose',
    feet: 'foot',
    yoghurt: 'yogurt',
    yoghourt: 'yogurt',
    yogourt: 'yogurt',
    chilli: 'chili',
    chillie: 'chili',
    chile: 'chili',
    chilly: 'chili',
    chily: 'chili',
    doughnut: 'donut',
    omelet: 'omelette',
    omlette: 'omelette',
    omlet: 'omelette',
    catsup: 'ketchup',
    fibre: 'fiber',
    flavour: 'flavor',
    flavoured: 'flavored',
    grey: 'gray',
    lasagne: 'lasagna',
    houmous: 'hummus',
    humus: 'hummus',
    hommus: 'hummus',
    wholewheat: 'wholemeal',
    dumbell: 'dumbbell',
    squatt: 'squat',
    excercise: 'exercise',
    tomate: 'tomato',
    handfull: 'handful',
    ...slips({
      coffee: 'cofee coffe coffie cofeee',
      toast: 'tost toste',
      sandwich: 'sandwhich sandwitch sanwich sandwhic samwich sammich sandwish',
      chicken: 'chikn chickn chiken chicen chikin chickin chkn chciken chikcen',
      banana: 'bannana bananna',
      broccoli: 'brocoli brocolli broccolli brocoly',
      avocado: 'avacado avocardo avacardo avo',
      spaghetti: 'spagetti spageti spagheti spaggeti',
      protein: 'protien protine protin',
      yogurt: 'yogert yougurt yogart yoghert youghurt yougert yougourt yogurth yoghurd',
      omelette: 'omlete ommelette omelete ommlette omlett',
      sausage: 'sausge sasuage sausauge suasage sausag',
      parmesan: 'parmasan parmesian',
      mozzarella: 'mozarella mozzerella mozzarela mozerella',
      cappuccino: 'cappucino capuccino capucino cappachino',
      espresso: 'expresso expressso',
      lasagna: 'lasanga lasange lazagna lasagnia',
      lettuce: 'letuce lettice lettuse',
      cheese: 'cheeze chese',
      salmon: 'salmom samon',
      croissant: 'crossaint croisant crossiant croissaint crosant',
      cucumber: 'cucmber cucumbar',
      zucchini: 'zuchini zuchinni zucchinni',
      raspberry: 'rasberry raspbery',
      strawberry: 'strawbery',
      blueberry: 'bluberry bluebery',
      almond: 'almod',
      mayonnaise: 'mayonaise mayonase mayonnaisse',
      cereal: 'ceral cerial',
      granola: 'granolla',
      porridge: 'porrige poridge porage',
      biryani: 'biriyani briyani biriani',
      chapati: 'chappati chapatti chappathi chapathi',
      paneer: 'panner panneer',
      dal: 'daal dhal dahl daahl',
      sambar: 'sambhar',
      dosa: 'dhosa',
      raita: 'raitha',
      samosa: 'samosha',
      khichdi: 'khichadi kichdi kichidi',
      egg: 'eeg eggz',
      tomato: 'tomatoe',
      potato: 'potatoe',
      burrito: 'buritto burito',
      quesadilla: 'quesedilla quesidilla',
      tortilla: 'tortila',
      guacamole: 'guacomole guacamoli',
      hummus: 'humous hummous houmus',
      falafel: 'falafal felafel',
      chocolate: 'choclate chocolat choclat chocalate choccy',
      peanut: 'pnut penut',
      bruschetta: 'bruscetta',
      cinnamon: 'cinammon cinamon',
      oatmeal: 'oatmeel',
      pizza: 'pizaa piza pizzza',
      burger: 'burgur buger burgar',
      sardine: 'sardins',
      spinach: 'spinich spinnach',
      cauliflower: 'cauliflour califlower',
      pineapple: 'pinapple pineaple',
      watermelon: 'watermellon',
      grapefruit: 'grapefuit',
    }),
  }),
);

/** A crude singular: "tomatoes" and "tomatoe" become "tomato", "cookies" and "cookie" both "cooky". */
function stem(raw: string): string {
  const known = spellings.get(raw);
  if (known) return known;
  let end = raw.length;
  if (end <= 3 || raw.charCodeAt(0) < 97) return raw;
  if (raw.endsWith('s') && !/(ss|us|is)$/.test(raw)) end--;
  if (end > 4 && raw[end - 1] === 'e') {
    if (raw[end - 2] === 'o') end--;
    else if (raw.length > end && /(ch|sh|ss|x|zz)$/.test(raw.slice(0, end - 1))) end--;
    else if (raw[end - 2] === 'i') return spelled(`${raw.slice(0, end - 2)}y`);
  }
  return spelled(raw.slice(0, end));
}

function spelled(singular: string): string {
  return spellings.get(singular) ?? singular;
}
