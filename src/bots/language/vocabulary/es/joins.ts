import { said, words } from './typed.ts';

export const withs = said([
  'con',
  'y con',
  'junto con',
  'junto a',
  'acompañado de',
  'acompañada de',
  'acompañado con',
  'acompañada con',
  'acompañados de',
  'relleno de',
  'rellena de',
]);

export const thens = said([
  'además',
  'además de',
  'también',
  'y también',
  'luego',
  'y luego',
  'después',
  'y después',
  'y de postre',
  'y de segundo',
  'y para beber',
  'seguido de',
  'más',
  'y además',
]);

export const amids = words('en sobre');
export const withouts = words('sin');
export const buts = words('pero');
export const plus = words('+ más');
