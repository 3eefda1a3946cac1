import { drinks as englishDrinks } from '../en/food-words.ts';
import { said, words } from './typed.ts';

/** A name and its plural, which is on the first word: "cafés con leche". */
const named = (...names: string[]): string[] =>
  names.flatMap((name) => {
    const [first = '', ...rest] = name.split(' ');
    const plural = /[aeiouáéíóú]$/.test(first) ? `${first}s` : `${first.replace('á', 'a').replace('ó', 'o')}es`;
    return first.endsWith('s') ? [name] : [name, [plural, ...rest].join(' ')];
  });

/** Names that hold a connector, a unit, a number, a slot or a filler: never cut. */
export const boundPhrases = said([
  ...named(
    'café con leche',
    'café con leche de avena',
    'café con leche de almendras',
    'café con leche desnatada',
    'café con leche semidesnatada',
    'café con leche sin lactosa',
    'café con leche de soja',
    'café con leche entera',
    'café cortado con leche',
    'café con bebida de avena',
    'café con azúcar',
    'café con hielo',
    'té con leche',
    'leche con chocolate',
    'leche con cacao',
    'leche con colacao',
    'leche con nesquik',
    'leche con cereales',
    'leche sin lactosa',
    'chocolate con leche',
    'chocolate a la taza',
    'arroz con leche',
    'arroz con pollo',
    'arroz con frijoles',
    'arroz con habichuelas',
    'arroz a la valenciana',
    'avena con leche',
    'gachas con leche',
    'cereales con leche',
    'cereal con leche',
    'pan con tomate',
    'pan con mantequilla',
    'pan sin gluten',
    'tostada con mermelada',
    'tostada con mantequilla',
    'tostada con mantequilla y mermelada',
    'tostada con aguacate',
    'tostada con tomate',
    'tortilla a la francesa',
    'huevo a la plancha',
    'huevo pasado por agua',
    'hamburguesa con queso',
    'albóndigas con tomate',
    'albóndigas en salsa',
    'macarrones con tomate',
    'macarrones con atún',
    'macarrones a la boloñesa',
    'pasta con tomate',
    'pasta con atún',
    'pasta a la boloñesa',
    'espaguetis con tomate',
    'espaguetis a la boloñesa',
    'espaguetis a la carbonara',
    'sopa de pollo con fideos',
    'moros y cristianos',
    'bocadillo de jamón y queso',
    'bocata de jamón y queso',
    'sándwich de jamón y queso',
    'atún en aceite',
    'atún en aceite de oliva',
    'bonito en aceite',
    'sardinas en aceite',
    'boquerones en vinagre',
    'atún en lata',
    'pavo en lonchas',
    'queso en lonchas',
    'avena en copos',
    'proteína en polvo',
    'calamares a la romana',
    'merluza a la romana',
    'pulpo a la gallega',
    'gambas al ajillo',
    'pollo a la brasa',
    'pollo a la plancha',
    'pollo al horno',
    'atún a la plancha',
    'patata al horno',
    'papa al horno',
    'verduras al horno',
    'verduras a la plancha',
    'verduras a la parrilla',
    'papas a la francesa',
    'nachos con queso',
    'coca cola sin azúcar',
    'cerveza sin alcohol',
    'clara con limón',
    'agua con gas',
    'agua mineral con gas',
    'agua sin gas',
    'pa amb tomàquet',
    // A measure word at their head.
    'barra de pan',
    'barrita de pan',
    'barrita de cereales',
    'barrita de muesli',
    'barrita de proteína',
    'barrita de proteínas',
    'barrita proteica',
    'barra de proteína',
    'barra proteica',
    'filete de ternera',
    'filete de pollo',
    'filete de pavo',
    'filete de atún',
    'bolsa de patatas',
    'bolsa de patatas fritas',
    'onza de chocolate',
    'onza de chocolate negro',
    'mostaza de dijon',
    'diente de ajo',
    'plátano macho',
    // A slot, a day or a number within.
    'tinto de verano',
    'tercio de cerveza',
    'naranja de mesa',
    'cuarto de pollo',
  ),
  'cerveza sin',
  'cerveza 0,0',
]);

/** Heads of dishes, known as food where the whole name is not. */
export const dishes = words(`
  bocadillo bocadillos bocata bocatas sándwich sandwich sándwiches sandwiches ensalada ensaladas sopa sopas tortilla
  tortillas pizza pizzas hamburguesa hamburguesas batido batidos licuado licuados crema cremas guiso estofado potaje
  empanada empanadas empanadilla empanadillas croqueta croquetas arepa arepas taco tacos burrito burritos tarta pastel
  bizcocho revuelto wrap wraps perrito zumo jugo paella lasaña puré
`);

export const foodHeads = words(`
  queso pan leche carne pescado galleta galletas yogur yogures cereales salsa aceite té café zumo jugo helado chocolate
  fruta verdura verduras salchicha salchichas jamón barrita mermelada pasta arroz pollo pavo
`);

export const besides = words('arroz pan patatas papas');
export const flavours = words('');
export const eateries = said([]);
export const breads = words('pan');

export const composedDishes = words(
  'ensalada ensaladas batido batidos bocadillo bocata sándwich sandwich licuado wrap',
);

/** Said of the food before it. */
export const forms = words(`
  cocido cocida cocidos cocidas hervido hervida hervidos hervidas asado asada asados asadas crudo cruda crudos crudas
  seco seca secos secas frito frita fritos fritas salteado salteada salteados salteadas
`);

export const neutral = words(`
  casero casera caseros caseras fresco fresca frescos frescas natural caliente calientes frío fría fríos frías rico rica
  ricos ricas
`);

/** Words that describe a food and make it no other one. */
export const descriptors = words(`
  pequeño pequeña pequeños pequeñas mediano mediana medianos medianas grande grandes enorme enormes normal normales
  entero entera enteros enteras cocido cocida cocidos cocidas hervido hervida hervidos hervidas asado asada asados
  asadas salteado salteada salteados salteadas casero casera caseros caseras fresco fresca frescos frescas natural
  naturales caliente calientes frío fría fríos frías rico rica maduro madura maduros maduras ecológico ecológica
  ecológicos troceado troceada troceados picado picada picados laminado laminados escurrido escurrida pelado pelada
  rallado rallada rojo roja rojos rojas amarillo amarilla
`);

export const intensifiers = words('muy bien');

/** Their ounces are fluid. */
export const drinks: ReadonlySet<string> = new Set([
  ...englishDrinks,
  ...words(`
    leche café cafés té zumo jugo agua cerveza cervezas vino refresco batido licuado infusión caldo limonada sidra
    horchata cava
  `),
]);

export const water = new Set([
  ...words('agua aguas'),
  'agua mineral',
  'agua del grifo',
  'agua con gas',
  'agua sin gas',
  'agua mineral con gas',
  'agua fría',
  'agua fria',
  'agua caliente',
  'agua tibia',
  'agua natural',
  'agua fresca',
  'agua de la llave',
  'agua embotellada',
]);

export const nutrients = words(`
  proteína proteínas carbohidrato carbohidratos hidratos hidrato grasa grasas fibra kcal calorías caloría energía prot
`);
