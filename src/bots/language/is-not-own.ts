import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { TrainingPiece } from './training-piece.ts';

/** Whether a word tells what somebody else trained, or what is done every day: no workout of the writer's. */
export const isNotOwn = (line: Line, at: number, last: TrainingPiece | undefined): boolean =>
  isRate(line, at, last) || isOthers(line, at) || isSubject(line, last, at);

/** "10 km a day" tells a habit. */
const isRate = (line: Line, at: number, last: TrainingPiece | undefined): boolean =>
  last?.kind === 'figure' && phraseAt(line.language.training.rates, line.tokens, at) !== null;

/** "my mate squatted", "the dog walked": what somebody else did. */
function isOthers(line: Line, at: number): boolean {
  const { people, training } = line.language;
  const word = wordAt(line, at);
  if (!people.has(word) && !training.companions.has(word)) return false;
  const next = wordAt(line, at + 1);
  return training.pasts.has(next) || (next.length > 3 && next.endsWith('ed'));
}

/** "anna did", "the class did": a word that neither leads to a training nor names one has done it. */
function isSubject(line: Line, last: TrainingPiece | undefined, at: number): boolean {
  const { leads, leadIns, titleEnds, muscles, movements } = line.language.training;
  if (wordAt(line, at) !== 'did' || last?.kind !== 'word' || last.isAside || last.end !== at) return false;
  const word = wordAt(line, at - 1);
  return ![leadIns, titleEnds, muscles, movements, leads.byFirstWord].some((own) => own.has(word));
}
