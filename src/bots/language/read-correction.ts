import type { CorrectionDraft, CorrectionView, FoundCorrection } from './correction-draft.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseCorrection } from './recognise-correction.ts';
import type { Catalogues } from './recognise-logged-thing.ts';
import { recogniseNewValue } from './recognise-new-value.ts';
import { scan } from './scan.ts';
import { type CorrectionReading, settleCorrection } from './settle-correction.ts';
import { english } from './vocabulary/en/index.ts';
import { anyWord } from './word-test.ts';

/** What is known of the writer and the moment. */
export interface CorrectionGiven extends Moment, Catalogues {
  readonly units: 'metric' | 'us';
  /** The person's own slot names. */
  readonly slots: readonly string[];
  /** Whether it replies to something logged: then a bare amount, meal or day corrects it. */
  readonly isReply?: boolean;
}

/** In characters. */
const longestText = 200;
const longestBare = 40;
/** In tokens. */
const longestCorrection = 45;
const mostCorrections = 6;
const newMeal =
  /^\s*(?:i\s+)?(?:just\s+)?(?:ate|had|drank|eaten)\s(?!(?:it|that|this|those|them)\s(?:for|at|on|yesterday|last|around|this)\b)/i;
const { corrections } = english;
const hasOpener = anyWord(corrections.openers);

/** A first look: something of it stands in every text that corrects, where it replies to nothing. */
export const isHinted = (text: string): boolean => hasOpener(scan(text)) || corrections.hint.test(text);

/**
 * Reads a text that corrects what was logged: "make it 250g", "the rice was 220 not 150", "not egg, tofu", "that was
 * dinner", "remove the banana". One reading for each thing that is changed, in order; null for everything else.
 */
export function readCorrection(text: string, given: CorrectionGiven): readonly CorrectionReading[] | null {
  // Whoever begins with eating tells of a meal, whatever its amounts look like.
  if (given.isReply !== true && newMeal.test(text)) return null;
  const isShort = given.isReply === true && text.length <= longestBare;
  if (text.length > longestText || !(isShort || isHinted(text))) return null;
  const line = lineOf(text, given.slots);
  if (line.tokens.length === 0 || line.tokens.length > longestCorrection) return null;
  const lead = pastLeads(line, 0, given);
  if (line.tokens.some(({ word }) => word === '?') && !lead.isAsked) return null;
  const { units, foods, exercises, isReply = false } = given;
  const view: CorrectionView = { units, foods, exercises, isFirm: lead.isFirm, isReply };
  const drafts = draftsFrom(line, lead.at, view, given);
  if (!drafts) return null;
  const readings: CorrectionReading[] = [];
  for (const one of drafts) {
    const reading = settleCorrection(one, given);
    if (!reading) return null;
    readings.push(reading);
  }
  return readings;
}

/** Without pictures, closed brackets and the points of an unfinished thought. */
function lineOf(text: string, slots: readonly string[]): Line {
  const all = scan(text);
  const last = all.findLastIndex(({ word }) => word === ')');
  let depth = 0;
  const tokens = all.filter(({ kind, word }, i) => {
    if (word === '(' && i < last) depth++;
    const isKept =
      kind !== 'picture' && depth === 0 && !/^[*"“”…']$/.test(word) && !(word === '.' && i + 1 === all.length);
    if (word === ')') depth = Math.max(0, depth - 1);
    return isKept;
  });
  return { text, tokens, language: english, ownSlots: phrases(slots.map((slot) => [slot, slot] as const)) };
}

interface Lead {
  readonly at: number;
  readonly isFirm: boolean;
  readonly isAsked: boolean;
}

/** Past "oops", "sorry i meant", "can you": whether they say that something was wrong, or ask. */
function pastLeads(line: Line, from: number, given: CorrectionGiven): Lead {
  let lead: Lead = { at: from, isFirm: false, isAsked: false };
  for (;;) {
    const { at } = lead;
    const mark = line.tokens[at]?.kind === 'mark' && wordAt(line, at) !== '+' && wordAt(line, at) !== '-';
    const found = phraseAt(corrections.leads, line.tokens, at);
    const shy = corrections.shyLeads.has(wordAt(line, at)) && found?.end !== at + 2 && found?.end !== at + 3;
    if (mark && at < line.tokens.length) lead = { ...lead, at: at + 1 };
    else if (shy && isLeadHere(line, at, given)) lead = { ...lead, at: at + 1, isFirm: true };
    else if (found && !shy && !isSentence(line, at, found.end))
      lead = {
        at: found.end,
        isFirm: lead.isFirm || found.meaning === 'firm',
        isAsked: lead.isAsked || found.end > at + 1,
      };
    else return lead;
  }
}

/** "No" leads where a pause, a figure or another lead follows; "no butter" takes the butter away. */
function isLeadHere(line: Line, at: number, given: CorrectionGiven): boolean {
  const next = line.tokens[at + 1];
  if (!next) return false;
  if (next.kind === 'mark') return next.word !== '-';
  const { itWas, leads, makes, nots } = corrections;
  if (phraseAt(itWas, line.tokens, at + 1) || phraseAt(makes, line.tokens, at + 1)) return true;
  const lead = phraseAt(leads, line.tokens, at + 1);
  if (lead?.meaning === 'firm') return true;
  const value = recogniseNewValue(line, at + 1, given);
  if (!value) return false;
  const isFigure = value.food === undefined && value.slot === undefined && !value.day;
  return isFigure || phraseAt(nots, line.tokens, value.end) !== null;
}

/** "that was wrong" leads; "that was wrong of me" tells. */
const isSentence = (line: Line, at: number, end: number): boolean =>
  phraseAt(corrections.itWas, line.tokens, at) !== null &&
  end - at > 1 &&
  line.tokens[end] !== undefined &&
  line.tokens[end]?.kind !== 'mark' &&
  phraseAt(corrections.itWas, line.tokens, end) === null &&
  phraseAt(corrections.leads, line.tokens, end) === null;

/** All corrections from `from` on; null unless the whole text is explained. */
function draftsFrom(
  line: Line,
  from: number,
  view: CorrectionView,
  given: CorrectionGiven,
): readonly CorrectionDraft[] | null {
  const drafts: CorrectionDraft[] = [];
  for (let at = from; drafts.length < mostCorrections; ) {
    const found: FoundCorrection | null = recogniseCorrection(
      line,
      at,
      drafts.length > 0 ? { ...view, isFirm: true } : view,
    );
    if (!found || found.end <= at) return null;
    drafts.push(...found.drafts);
    const rest = pastTail(line, found.end);
    if (rest >= line.tokens.length) return drafts;
    at = rest;
    while (corrections.joins.has(wordAt(line, at))) at++;
    if (at === rest) return null;
    at = pastLeads(line, at, given).at;
    if (at >= line.tokens.length) return drafts;
  }
  return null;
}

/** Past thanks, apologies and what says nothing more. */
function pastTail(line: Line, from: number): number {
  let at = from;
  for (;;) {
    const found = phraseAt(corrections.tails, line.tokens, at) ?? phraseAt(line.language.fillers, line.tokens, at);
    const mark = /^[.!:)~?]$/.test(wordAt(line, at)) || (wordAt(line, at) === ',' && isTail(line, at + 1));
    if (!found && !mark) return at;
    at = found?.end ?? at + 1;
  }
}

const isTail = (line: Line, at: number): boolean =>
  phraseAt(corrections.tails, line.tokens, at) !== null || phraseAt(line.language.fillers, line.tokens, at) !== null;
