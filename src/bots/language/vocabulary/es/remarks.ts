import type { RemarkVocabulary } from '../remark-vocabulary.ts';
import { said, words } from './typed.ts';

/** Recipes are not read in Spanish yet; these are what people add in a log. */
export const remarks: RemarkVocabulary = {
  preparations: words(`
    picado picada picados picadas pelado pelada pelados peladas troceado troceada troceados rallado rallada rallados
    laminado laminada laminados triturado triturada escurrido escurrida escurridos escurridas fileteado fileteada
    desmenuzado desmenuzada calentado calentada descongelado descongelada
  `),
  adverbs: words('muy bien poco recién finamente'),
  parts: words('piel cáscara semillas hueso corteza'),
  partEnds: words('fuera aparte'),
  purposes: words('decorar acompañar freír cocinar aliñar'),
  vessels: words('sartén horno plancha'),
  opinionLeads: words('muy estaba estaban tan súper super'),
  opinions: said(['rico', 'rica', 'ricos', 'ricas', 'bueno', 'buena', 'buenos', 'buenas', 'buenísimo', 'buenísima']),
  phrases: said(['al gusto', 'para servir', 'para decorar', 'a temperatura ambiente', 'opcional', 'por ejemplo']),
};
