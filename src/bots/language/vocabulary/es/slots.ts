import { synonyms } from '../../phrases.ts';
import { said, typed, words } from './typed.ts';

/** A meal by its name, or by the verb for having it: "cené" says both that they ate and when. */
const slot = (id: string, names: readonly string[], infinitive: string, done: string, participle: string) =>
  [
    id,
    typed([
      ...names,
      `para ${infinitive}`,
      `de ${infinitive}`,
      `acabo de ${infinitive}`,
      done,
      `yo ${done}`,
      `hoy ${done}`,
      `he ${participle}`,
      `hemos ${participle}`,
      `hoy he ${participle}`,
      `ya he ${participle}`,
    ]),
  ] as const;

export const slots = synonyms<string>([
  slot('breakfast', ['desayuno', 'desayunos', 'desayunando', 'mi desayuno'], 'desayunar', 'desayuné', 'desayunado'),
  // "Comida" is lunch in Spain and any food elsewhere; "comí" stays a verb of eating.
  slot(
    'lunch',
    ['almuerzo', 'almuerzos', 'comida', 'al mediodía comí', 'comida del mediodía'],
    'almorzar',
    'almorcé',
    'almorzado',
  ),
  ['lunch', ['para comer', 'de comer']],
  slot('dinner', ['cena', 'cenas', 'cenando'], 'cenar', 'cené', 'cenado'),
  slot(
    'snack',
    [
      'merienda',
      'meriendas',
      'snack',
      'snacks',
      'tentempié',
      'picoteo',
      'aperitivo',
      'colación',
      'media mañana',
      'a media mañana',
      'media tarde',
      'a media tarde',
      'entre horas',
      'piqué',
      'he picado',
      'picando',
    ],
    'merendar',
    'merendé',
    'merendado',
  ),
  ['drink', ['bebida', 'bebidas']],
]);

export const shySlots = words('bebida bebidas');

export const slotLeads = said([
  'para',
  'para el',
  'para la',
  'de',
  'en',
  'en el',
  'en la',
  'a la',
  'al',
  'a',
  'como',
  'mi',
  'el',
  'la',
  'en mi',
  'para mi',
  'durante el',
  'durante la',
  'hora de la',
  'a la hora de la',
  'a la hora del',
]);

export const slotHeads = synonyms<string>([]);
export const slotLetters = synonyms<string>([]);
export const slotBlanks = said(['nada', 'no', 'ninguno', 'ninguna']);
export const slotSkips = said([]);

export const slotTails = words('fuera');

export const slotCopulas = said(['fue', 'ha sido', 'era', 'fueron', 'han sido', 'consistió en', 'de hoy', 'hoy']);
