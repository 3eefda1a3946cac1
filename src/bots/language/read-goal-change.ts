import type { Temporal } from 'temporal-polyfill';
import type { Metric } from '../../domain/body/plausible.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { type GoalGiven, readGoal } from './read-goal.ts';
import { recogniseDeadline } from './recognise-deadline.ts';
import { scan } from './scan.ts';
import { skipPhrases } from './skip-phrases.ts';
import { english } from './vocabulary/en/index.ts';

/** What is said of a goal there is; `metric` null where it is not told which. */
export type GoalChangeReading = { readonly metric: Metric | null } & (
  | { readonly kind: 'status'; readonly status: 'abandoned' | 'paused' | 'active' | 'completed' }
  /** Another figure, another day, or both; null: as it was. */
  | { readonly kind: 'change'; readonly target: number | null; readonly by: Temporal.PlainDate | null }
  | { readonly kind: 'words'; readonly field: 'title' | 'description' | 'notes'; readonly words: string }
  | { readonly kind: 'milestone'; readonly target: number; readonly by: Temporal.PlainDate | null }
);

/** In characters. */
const longestText = 300;
const noSlots = phrases<string>([]);

interface Subject {
  readonly metric: Metric | null;
  readonly end: number;
}

/**
 * Reads what becomes of a goal: "drop my weight goal", "change my goal to 75 kg", "move my weight goal to june", "pause my
 * goal", "i reached my goal", "call my weight goal beach", "note for my goal: slowly", "milestone 80 kg by april". Null
 * unless the whole text is that.
 */
export function readGoalChange(text: string, given: GoalGiven): GoalChangeReading | null {
  if (text.length > longestText || !english.goals.changeHint.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const at = skipPhrases(english.goals.openers, line.tokens, 0);
  return (
    readStatus(line, at) ?? readMilestone(line, at, given) ?? readWords(line, at) ?? readNewFigure(line, at, given)
  );
}

/** "my weight goal", "the goal for body fat", "goal weight". */
function subjectAt(line: Line, from: number): Subject | null {
  const { owners, goalNouns } = line.language.goals;
  const { names } = line.language.metrics;
  const at = skipPhrases(owners, line.tokens, from);
  const name = phraseAt(names, line.tokens, at);
  const noun = phraseAt(goalNouns, line.tokens, name?.end ?? at);
  if (!noun) return null;
  const isJoined = noun.meaning === null && !name && ['of', 'for'].includes(wordAt(line, noun.end));
  const behind = isJoined ? phraseAt(names, line.tokens, skipPhrases(owners, line.tokens, noun.end + 1)) : null;
  return {
    metric: name?.meaning.metric ?? noun.meaning ?? behind?.meaning.metric ?? null,
    end: behind?.end ?? noun.end,
  };
}

const endsAt = (line: Line, at: number): boolean =>
  skipPhrases(line.language.goals.closers, line.tokens, at) === line.tokens.length;

function readStatus(line: Line, at: number): GoalChangeReading | null {
  const { removals, statusVerbs, statusWords } = line.language.goals;
  const verb = phraseAt(statusVerbs, line.tokens, at);
  const removal = verb ? null : phraseAt(removals, line.tokens, at);
  const status = verb?.meaning ?? (removal ? 'abandoned' : null);
  const mark = phraseAt(line.language.goals.marks, line.tokens, at);
  const subject = subjectAt(line, verb?.end ?? removal?.end ?? mark?.end ?? at);
  if (!subject) return null;
  const { metric, end } = subject;
  if (status !== null && endsAt(line, end)) return { kind: 'status', status, metric };
  // "my goal is done", "mark my goal as done", "put my goal on hold".
  const told = phraseAt(statusWords, line.tokens, end);
  return told && status === null && endsAt(line, told.end) ? { kind: 'status', status: told.meaning, metric } : null;
}

function readMilestone(line: Line, at: number, given: GoalGiven): GoalChangeReading | null {
  const noun = phraseAt(line.language.goals.milestoneLeads, line.tokens, at);
  if (!noun) return null;
  const start = line.tokens[noun.end]?.start;
  if (start === undefined) return null;
  const read = readGoal(`goal ${line.text.slice(start)}`, given);
  return read?.kind === 'goal' ? { kind: 'milestone', metric: read.metric, target: read.target, by: read.by } : null;
}

/** "call my weight goal beach body", "note for my goal: slowly". */
function readWords(line: Line, at: number): GoalChangeReading | null {
  const lead = phraseAt(line.language.goals.wordLeads, line.tokens, at);
  const subject = lead && subjectAt(line, lead.end);
  if (!subject) return null;
  const isMark = [':', 'to', '-', '='].includes(wordAt(line, subject.end));
  const start = line.tokens[isMark ? subject.end + 1 : subject.end]?.start;
  const words = start === undefined ? '' : line.text.slice(start).trim();
  if (words === '' || (!isMark && lead.meaning !== 'title')) return null;
  return { kind: 'words', field: lead.meaning, words, metric: subject.metric };
}

function readNewFigure(line: Line, at: number, given: GoalGiven): GoalChangeReading | null {
  const { changeVerbs, changeTo } = line.language.goals;
  const verb = phraseAt(changeVerbs, line.tokens, at);
  const subject = verb && subjectAt(line, verb.end);
  if (!subject) return null;
  const { metric } = subject;
  const first =
    changeTo.has(wordAt(line, subject.end)) && wordAt(line, subject.end) !== 'by' ? subject.end + 1 : subject.end;
  const start = line.tokens[first]?.start;
  if (start === undefined) return null;
  const rest = line.text.slice(start);
  const day = /^by\b/i.test(rest) ? rest : `by ${rest}`;
  const dayLine: Line = { ...line, text: day, tokens: scan(day) };
  const deadline = recogniseDeadline(dayLine, 0, given);
  if (deadline && endsAt(dayLine, deadline.end)) return { kind: 'change', metric, target: null, by: deadline.day };
  const read = readGoal(`goal ${metric === null ? '' : `${metric.replace('-', ' ')} `}${rest}`, given);
  return read?.kind === 'goal' ? { kind: 'change', metric: read.metric, target: read.target, by: read.by } : null;
}
