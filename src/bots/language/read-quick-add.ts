import type { Temporal } from 'temporal-polyfill';
import { type Line, wordAt } from './line.ts';
import { ownSlotPhrases } from './own-slot-phrases.ts';
import { phraseAt } from './phrases.ts';
import { placeInTime } from './place-in-time.ts';
import type { MealGiven } from './read-meals.ts';
import { recogniseAmount } from './recognise-amount.ts';
import type { FoundTime } from './recognise-clock-time.ts';
import { recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseFigures } from './recognise-figures.ts';
import { recogniseSlot } from './recognise-slot.ts';
import { longestTextLength, scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import type { QuickAddField } from './vocabulary/quick-add-vocabulary.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

/** A meal logged by its figures, without its foods. Figures that were not said and do not follow are null. */
export interface QuickAddReading {
  readonly kind: 'quick-add';
  readonly slot: string | null;
  readonly day: Temporal.PlainDate;
  /** Whether they named the day or a time. */
  readonly isDaySaid: boolean;
  readonly time: Temporal.PlainTime | null;
  readonly energyKcal: number | null;
  readonly proteinG: number | null;
  readonly carbsG: number | null;
  readonly fatG: number | null;
  /** What it was, in their words: "protein bar". */
  readonly note: string | null;
}

const kcalPerKj = 1 / 4.184;
/** Atwater's general factors. */
const kcalPerG = { proteinG: 4, carbsG: 4, fatG: 9 } as const;

/** In tokens: a longer text is no quick add. */
const longestQuickAdd = 60;
const longestNote = 6;

/**
 * Reads "+450 kcal 30p lunch", "~200 cal snack", "30p 40c 12f dinner", "protein bar 210 kcal". Null unless figures and
 * what they are of are all there is. Without energy it is found from the macros by 4/4/9.
 */
export function readQuickAdd(text: string, given: MealGiven): QuickAddReading | null {
  if (text.length > longestTextLength || !/\d/.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: ownSlotPhrases(given.slots) };
  if (line.tokens.length > longestQuickAdd || !mayBe(line) || isOfSomethingKnown(line)) return null;
  const said = readParts(line);
  if (!said) return null;
  const note = noteOf(line, said.note, given);
  const placed = note === null ? null : placeInTime(said.day, said.time, said.slot, given);
  const amounts = isLoneLetter(line, said) ? null : amountsOf(said.figures);
  if (!placed || !amounts) return null;
  return { kind: 'quick-add', slot: said.slot, ...placed, ...amounts, note: note === '' ? null : note };
}

/** A first look: some word that names energy or a nutrient, or "quick add". */
function mayBe(line: Line): boolean {
  const { fields, leads } = line.language.quickAdd;
  const [first] = line.tokens;
  if (first?.kind === 'word' && leads.byFirstWord.has(first.word)) return true;
  return line.tokens.some(({ kind, word }) => kind === 'word' && (fields.byFirstWord.has(word) || isJointFigure(word)));
}

/** "the bar was 210 kcal" corrects a bar that is known of; "dinner was 800 calories" tells of a dinner. */
function isOfSomethingKnown(line: Line): boolean {
  const was = line.tokens.findIndex(({ word }) => line.language.slotCopulas.byFirstWord.has(word) && word !== 'of');
  return was > 0 && line.tokens.slice(0, was).some(({ word }) => line.language.definite.has(word));
}

/** "p30", "p40c12f": letters and numbers written together. */
const isJointFigure = (word: string): boolean => isDigitAt(word, 1) && word.length <= 24 && joint.test(word);
const joint = /^[pcf]\d[\dpcf.]*$/;
const isDigitAt = (word: string, at: number): boolean => word.charCodeAt(at) >= 48 && word.charCodeAt(at) <= 57;

interface Parts {
  slot: string | null;
  day: SaidDay | null;
  time: FoundTime | null;
  figures: (readonly [QuickAddField, number])[];
  /** Token positions of what is neither figure nor frame. */
  note: number[];
}

function readParts(line: Line): Parts | null {
  const { tokens, language } = line;
  const parts: Parts = { slot: null, day: null, time: null, figures: [], note: [] };
  const lead = phraseAt(language.quickAdd.leads, tokens, 0);
  let at = lead?.end ?? 0;
  if (lead && wordAt(line, at) === ':') at++;
  const isFree = lead !== null;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token) break;
    // "mince 5% fat 250g": a share belongs to the name.
    const isShare = at > 0 && wordAt(line, at - 1).endsWith('%');
    const figures = isShare ? null : recogniseFigures(line, at, isFree && parts.figures.length === 0, hasEnergy(parts));
    if (figures) {
      parts.figures.push(...figures.figures);
      at = figures.end;
      continue;
    }
    // "midnight snack" is no time.
    const time = phraseAt(language.slots, tokens, at) ? null : recogniseClockTime(line, at);
    const day = time ? null : recogniseDay(line, at);
    const isName = phraseAt(language.boundPhrases, tokens, at) !== null;
    const slot = time || day || isName ? null : recogniseSlot(line, at);
    if (time) parts.time = time;
    else if (day) parts.day ??= day.day;
    else if (slot) parts.slot ??= slot.slot;
    else if (token.word === '?' || language.quickAdd.refusals.has(token.word)) return null;
    else if (token.kind === 'mark' || token.kind === 'picture') {
      if (token.word === '-' && tokens[at + 1]?.kind === 'number' && parts.figures.length === 0 && at === 0)
        return null;
    } else {
      const filler = phraseAt(language.quickAdd.fillers, tokens, at) ?? phraseAt(language.fillers, tokens, at);
      if (!filler || (parts.note.at(-1) === at - 1 && language.of.has(token.word))) parts.note.push(at);
      else at = filler.end - 1;
    }
    at = (time ?? day ?? slot)?.end ?? at + 1;
  }
  return parts.figures.length > 0 ? parts : null;
}

const hasEnergy = ({ figures }: Parts): boolean => figures.some(([field]) => field === 'kcal' || field === 'kJ');

/** What the figures are of; empty where nothing was said, null where it is something else than food. */
function noteOf(line: Line, note: readonly number[], given: MealGiven): string | null {
  const [first] = note;
  const last = note.at(-1);
  if (first === undefined || last === undefined) return '';
  if (note.length > longestNote) return null;
  const text = note
    .map((token, i) => {
      const { start = 0, end = 0 } = line.tokens[token] ?? {};
      const isRun = i > 0 && note[i - 1] === token - 1;
      return `${i === 0 ? '' : isRun ? line.text.slice(line.tokens[token - 1]?.end, start) : ' '}${line.text.slice(start, end)}`;
    })
    .join('');
  const { chatWords, refusals, quickAdd } = line.language;
  const isPlain = (token: number): boolean => line.tokens[token]?.kind === 'word';
  if (!note.every(isPlain)) return isFood(line, note, given) ? text : null;
  if (given.foods.lookup(text)) return text;
  const isChat = (token: number): boolean =>
    chatWords.has(wordAt(line, token)) || phraseAt(refusals, line.tokens, token) !== null;
  const isKnown = (token: number): boolean => {
    const word = wordAt(line, token);
    return quickAdd.notes.has(word) || line.language.dishes.has(word) || given.foods.lookup(word) !== null;
  };
  return note.some((token) => isChat(token) && !quickAdd.notes.has(wordAt(line, token))) || !note.some(isKnown)
    ? null
    : text;
}

/** "2 protein bars", "200g rice": an amount of a known food. */
function isFood(line: Line, note: readonly number[], given: MealGiven): boolean {
  const [first = -1] = note;
  const amount = recogniseAmount(line, first);
  const rest = amount ? note.filter((token) => token >= amount.end) : [];
  const [from] = rest;
  const last = rest.at(-1);
  if (
    !amount ||
    from === undefined ||
    last === undefined ||
    !rest.every((token) => line.tokens[token]?.kind === 'word')
  )
    return false;
  return given.foods.lookup(line.text.slice(line.tokens[from]?.start, line.tokens[last]?.end)) !== null;
}

/** "5 f", "c 30": one letter beside one number is too little, but "30p". */
function isLoneLetter(line: Line, { figures, slot }: Parts): boolean {
  const [only, ...others] = figures.filter(([field]) => field !== 'other');
  if (others.length > 0 || !only || only[0] === 'kcal' || only[0] === 'kJ') return false;
  const letter = line.tokens.findIndex(({ word }) => /^[pcf](?:\d|$)/.test(word));
  const isNamed = line.tokens.some(
    ({ word }, at) => word.length > 1 && phraseAt(line.language.quickAdd.fields, line.tokens, at)?.meaning === only[0],
  );
  if (letter < 0 || isNamed) return false;
  const isGlued = line.tokens[letter]?.isGlued === true || wordAt(line, letter).length > 1;
  return !(isGlued && (only[0] === 'proteinG' || slot !== null));
}

/** Each figure once; two of the same kind are something else. Null where nothing counts. */
function amountsOf(
  figures: Parts['figures'],
): Pick<QuickAddReading, 'energyKcal' | 'proteinG' | 'carbsG' | 'fatG'> | null {
  const sums = new Map<QuickAddField, number>();
  for (const [field, value] of figures) {
    const key = field === 'kJ' ? 'kcal' : field;
    if (sums.has(key) && key !== 'other') return null;
    sums.set(key, field === 'kJ' ? value * kcalPerKj : value);
  }
  const proteinG = sums.get('proteinG') ?? null;
  const carbsG = sums.get('carbsG') ?? null;
  const fatG = sums.get('fatG') ?? null;
  const isDerived = proteinG !== null || carbsG !== null || fatG !== null;
  const derived = kcalPerG.proteinG * (proteinG ?? 0) + kcalPerG.carbsG * (carbsG ?? 0) + kcalPerG.fatG * (fatG ?? 0);
  const energyKcal = sums.get('kcal') ?? (isDerived ? derived : null);
  return energyKcal !== null && energyKcal > 0 ? { energyKcal: round(energyKcal), proteinG, carbsG, fatG } : null;
}

const round = (value: number): number => Math.round(value * 10) / 10;
