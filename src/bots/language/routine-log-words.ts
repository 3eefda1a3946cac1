import type { Temporal } from 'temporal-polyfill';
import { phrases } from './phrases.ts';
import { type Moment, placeInTime } from './place-in-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

/** What is said about a training log. `who` null: one's own. `day` null: the last training. */
export type TrainingReading =
  | { readonly kind: 'log'; readonly who: string | null }
  | { readonly kind: 'note'; readonly who: string; readonly day: Temporal.PlainDate | null; readonly note: string };

const training = '(?:workout|training|session)';
const notes = [
  new RegExp(
    `^note\\s+(?:on|for|to)\\s+(.{1,60}?)[’']s?\\s+(?:last\\s+)?${training}([^:\\n]{0,40}):\\s*(\\S[\\s\\S]*)$`,
    'i',
  ),
  new RegExp(`^note\\s+(?:on|for|to)\\s+(.{1,60}?)[’']s?\\s+([a-z ]{2,20}?)\\s+${training}():\\s*(\\S[\\s\\S]*)$`, 'i'),
];
const noSlots = phrases<string>([]);

/** Reads "note on anna's workout yesterday: depth better", "anna's training log", "my training log". */
export function readTraining(text: string, given: Moment): TrainingReading | null {
  const said = text.trim();
  const [after, before] = notes;
  const found = after?.exec(said);
  if (found) return noteOf(found[1] ?? '', found[2] ?? '', found[3] ?? '', given);
  const dated = before?.exec(said);
  if (dated) return noteOf(dated[1] ?? '', dated[2] ?? '', dated[4] ?? '', given);
  const words = said.replace(/[.?!]+$/, '');
  const own = /^(?:show\s+(?:me\s+)?)?(?:my\s+)?training\s+log$/i.exec(words);
  if (own) return { kind: 'log', who: null };
  const whose =
    /^(?:show\s+(?:me\s+)?)?(.{1,60}?)[’']s?\s+training\s+log$/i.exec(words) ??
    /^training\s+log\s+(?:of\s+|for\s+)?(.{1,60})$/i.exec(words);
  return whose ? { kind: 'log', who: (whose[1] ?? '').trim() } : null;
}

function noteOf(who: string, when: string, note: string, given: Moment): TrainingReading | null {
  const words = when.replace(/\b(?:from|of|on|last)\b/gi, '').trim();
  if (words === '') return { kind: 'note', who: who.trim(), day: null, note: note.trim() };
  const line = { text: words, tokens: scan(words), language: english, ownSlots: noSlots };
  const day = recogniseDay(line, 0);
  const placed = day && placeInTime(day.day, null, null, given);
  return placed ? { kind: 'note', who: who.trim(), day: placed.day, note: note.trim() } : null;
}
