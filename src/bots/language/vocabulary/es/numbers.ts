import { said, words } from './typed.ts';

const values = (entries: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(entries));

export const numbers = values({
  uno: 1,
  otro: 1,
  otra: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciséis: 16,
  dieciseis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veinte: 20,
  veintidós: 22,
  veintidos: 22,
  veinticinco: 25,
});

export const tens = values({
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
});

export const points = words('punto coma');

export const zeros = words('cero');

export const fractions = values({
  medio: 1 / 2,
  media: 1 / 2,
  mitad: 1 / 2,
  tercio: 1 / 3,
  tercios: 1 / 3,
  cuarto: 1 / 4,
  cuartos: 1 / 4,
});

export const groups = values({
  docena: 12,
  docenas: 12,
  par: 2,
  cien: 100,
  ciento: 100,
  doscientos: 200,
  doscientas: 200,
  trescientos: 300,
  trescientas: 300,
  cuatrocientos: 400,
  cuatrocientas: 400,
  quinientos: 500,
  quinientas: 500,
});

export const vague = said([
  'algo de',
  'un poco de',
  'un poquito de',
  'poco',
  'poca',
  'mucho',
  'mucha',
  'muchos',
  'muchas',
  'varios',
  'varias',
  'algunos',
  'algunas',
  'bastante',
  'bastantes',
  'un montón de',
  'un poco más de',
  'algo más de',
]);

export const approximately = said([
  '~',
  '≈',
  'unos',
  'unas',
  'aproximadamente',
  'aprox',
  'aprox.',
  'alrededor de',
  'cerca de',
  'más o menos',
  'casi',
  'como',
  'como unos',
  'como unas',
  'sobre',
  'algo menos de',
  'poco más de',
  'al menos',
  'por lo menos',
  'un total de',
  'ca.',
]);

export const articles = words('un una');
export const determiners = words(
  'el la los las mi mis nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas unos unas',
);
export const pronouns = words('ellos ellas');
export const definite = words('el la los las este esta estos estas ese esa esos esas');
export const of = words('de del');
export const and = words('y e &');
export const to = words('a o hasta');
export const ors = words('o u');
/** "2 huevos más" has it after the food, where it adds nothing. */
export const more: ReadonlySet<string> = new Set();
