import type { TargetMacros } from '../../domain/diets/diet.ts';
import { chunksOf, type Tell } from './diet-chunks.ts';
import type { TemplateLine } from './template-text.ts';

const figure =
  /^\s*(\d[\d.,]*)\s*(kcal|calories|cals?|kilocalories|g protein|protein|prot|p|g carbs|carbs?|carbohydrates?|c|g fat|fats?|f)\.?\s*$/iu;
const macros: Readonly<Record<string, keyof TargetMacros>> = { k: 'energyKcal', p: 'proteinG', c: 'carbsG', f: 'fatG' };

/** Figures and nothing else; null for any other line. With a label that says so, every part must be one. */
export function readTargets(
  line: TemplateLine,
  from: number,
  isSaid: boolean,
  tell: Tell,
): { targets: TargetMacros } | null {
  const parts = chunksOf(line.text, from, /(?<!\d),|,(?!\d)|[;/·]|\s+(?=\d+\s*(?:kcal|p|c|f)\b)/giu);
  const isMeant = isSaid || (parts.length > 1 && parts.some(({ text }) => /^\d.*\bkcal$/i.test(text)));
  const found: Partial<Record<keyof TargetMacros, number>> = {};
  for (const { text, at } of parts) {
    const [, digits = '', unit = ''] = figure.exec(text) ?? [];
    const value = Number(digits.replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.'));
    const isEnergy = /^(?:k|cal)/i.test(unit);
    const of = isEnergy ? 'energyKcal' : macros[unit.replace(/^g /i, '').charAt(0).toLowerCase()];
    if (!of || !Number.isFinite(value)) {
      if (!isMeant) return null;
      tell(line, at, text.length, 'I expect figures here like 2200 kcal, 160 p, 220 c, 70 f.');
      continue;
    }
    if (found[of] !== undefined) tell(line, at, text.length, 'That is there twice.');
    found[of] = value;
  }
  if (parts.length === 0) return null;
  return { targets: { energyKcal: null, proteinG: null, carbsG: null, fatG: null, ...found } };
}
