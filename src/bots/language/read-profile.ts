import type { OnboardingStep } from '../../domain/users/onboarding.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { type Fact, recogniseEvident, recogniseField } from './recognise-fact.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import type { ProfileField } from './vocabulary/profile-vocabulary.ts';

export interface ProfileGiven {
  readonly units: 'metric' | 'us';
}

/** What a text tells of its writer. Free words and forgotten fields stand beside the facts. */
export interface ToldProfile {
  readonly facts: readonly Fact[];
  readonly name?: string;
  readonly bio?: string;
  readonly username?: string;
  readonly email?: string;
  readonly forgets?: ProfileField | 'username' | 'email';
}

export type ProfileReading =
  | { readonly do: 'show' | 'photo' | 'no-photo' | 'begin' | 'decline' }
  | { readonly do: 'change'; readonly told: ToldProfile; readonly step: OnboardingStep | null }
  | { readonly do: 'skip'; readonly step: OnboardingStep }
  | { readonly problem: string };

/** In characters: the longest bio, and the words before it. */
const longest = 600;
/** Nobody says more of themselves at once. */
const mostFacts = 6;
const longestName = 4;
const noSlots = phrases<string>([]);
const between = new Set([',', ';', '.', '!', '/', '\n', '|', '·']);

/**
 * How sure it is that a text tells of its writer: by its own words, as a list of what describes a person ("female, 34,
 * 168 cm"), by `/profile`, or as the answer to a question.
 */
type Lead = 'own' | 'listed' | 'told' | { readonly asked: ProfileField };

/**
 * Reads what a person tells of themselves: "i am 180 cm", "born 12 may 1990", "my name is ana", "/profile height 180",
 * "/profile set-up height 180" (the answer to that question). Without such a lead only what can mean nothing else.
 */
export function readProfile(text: string, given: ProfileGiven): ProfileReading | null {
  if (text.length > longest || !english.profile.hint.test(text)) return null;
  const account = readAccount(text);
  if (account) return account;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const [slash, command] = [wordAt(line, 0) === '/', wordAt(line, wordAt(line, 0) === '/' ? 1 : 0)];
  const start = slash ? 2 : 1;
  if (slash && command !== 'profile') return null;
  if (slash && wordAt(line, start) === 'set-up') return readAnswer(line, start + 1, given);
  if (isWhole(line, line.language.profile.shows, 0) || (slash && start >= endOf(line))) return { do: 'show' };
  if (isWhole(line, line.language.profile.photos, slash ? start : 0) && (slash || line.tokens.length > 1))
    return { do: 'photo' };
  const forget = phraseAt(line.language.profile.forgets, line.tokens, slash ? start : 0);
  if (forget && isWhole(line, line.language.profile.photos, forget.end) && (slash || endOf(line) > forget.end + 1))
    return { do: 'no-photo' };
  const after = wordAt(line, start) === ':' ? start + 1 : start;
  const told = command === 'profile' ? readTold(line, after, 'told', given) : readTold(line, 0, 'own', given);
  if (told && isYearless(told)) return { problem: 'Which year was that? Write it like: born 12 May 1990.' };
  if (told) return { do: 'change', told, step: null };
  return slash ? { problem: unclear } : null;
}

/** "my e-mail is ana@example.org", "/profile username ana_k", "forget my email". */
function readAccount(text: string): ProfileReading | null {
  const [, forgotten] =
    /^\s*(?:\/?profile\s+)?(?:forget|remove|delete|clear) (?:my )?(user ?name|e-?mail)\s*[.!]*$/i.exec(text) ?? [];
  if (forgotten !== undefined)
    return { do: 'change', told: { facts: [], forgets: /^u/i.test(forgotten) ? 'username' : 'email' }, step: null };
  const [, what, said = ''] =
    /^\s*(?:\/?profile\s+|(?:set |change )?my )(user ?name|e-?mail)(?: address)?(?:\s+is|\s+to|\s*[:=])?\s+(\S{1,254}?)[.!,]*\s*$/i.exec(
      text,
    ) ?? [];
  if (what === undefined) return null;
  if (/^e/i.test(what))
    return isEmail.test(said)
      ? { do: 'change', told: { facts: [], email: said }, step: null }
      : { problem: 'That is no e-mail address. Write it like: my email is ana@example.org' };
  const username = said.replace(/^@/, '');
  return isUsername.test(username)
    ? { do: 'change', told: { facts: [], username }, step: null }
    : { problem: 'A username has 3 to 32 letters, digits, dots, dashes or underscores.' };
}

const isEmail = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const isUsername = /^[\p{L}\d._-]{3,32}$/u;

const isYearless = ({ facts }: ToldProfile): boolean => facts.some((fact) => fact.of === 'birth' && fact.date === null);

const unclear =
  'Write it like: height 180, born 12 May 1990, gender female, name Ana, weight 82, or bio and some words.';

const asked: Readonly<Record<string, { step: OnboardingStep; field: ProfileField }>> = {
  gender: { step: 'gender', field: 'gender' },
  birth: { step: 'birth-date', field: 'age' },
  height: { step: 'height', field: 'height' },
  weight: { step: 'weight-and-goal', field: 'weight' },
};

/** What stands after "/profile set-up": the question, and words that may answer it. Null when they do not. */
function readAnswer(line: Line, at: number, given: ProfileGiven): ProfileReading | null {
  const { profile } = line.language;
  const about = wordAt(line, at);
  if (about === 'offer') {
    if (isWhole(line, profile.agreements, at + 1)) return { do: 'begin' };
    return isWhole(line, profile.stops, at + 1) || isWhole(line, profile.skips, at + 1) ? { do: 'decline' } : null;
  }
  const question = asked[about];
  if (!question) return null;
  if (isWhole(line, profile.stops, at + 1)) return { do: 'decline' };
  const told = readTold(line, at + 1, { asked: question.field }, given);
  const isAbout = told?.facts.some((fact) => answers[question.step].includes(fact.of));
  if (told && isYearless(told)) return { problem: 'Which year was that? Write it like: 12 May 1990.' };
  if (told && isAbout) return { do: 'change', told, step: question.step };
  return isWhole(line, profile.skips, at + 1) ? { do: 'skip', step: question.step } : null;
}

const answers: Readonly<Record<OnboardingStep, readonly Fact['of'][]>> = {
  gender: ['gender'],
  'birth-date': ['age', 'birth'],
  height: ['height'],
  'weight-and-goal': ['weight', 'goal', 'direction'],
};

function readTold(line: Line, at: number, lead: Lead, given: ProfileGiven): ToldProfile | null {
  const { profile } = line.language;
  const end = endOf(line);
  if (at >= end || wordAt(line, line.tokens.length - 1) === '?') return null;
  const words = readWords(line, at, end, lead);
  if (words) return words;
  const forget = lead === 'told' ? phraseAt(profile.forgets, line.tokens, at) : null;
  const field = forget && phraseAt(profile.fields, line.tokens, forget.end);
  if (field?.end === end) return { facts: [], forgets: field.meaning };
  const facts =
    readFacts(line, at, end, lead, given) ?? (lead === 'own' ? readFacts(line, at, end, 'listed', given) : null);
  return facts && facts.length > 0 ? { facts } : null;
}

/** A name or a bio: what follows is the person's own words. */
function readWords(line: Line, at: number, end: number, lead: Lead): ToldProfile | null {
  const { profile } = line.language;
  const field = lead === 'told' ? phraseAt(profile.fields, line.tokens, at) : null;
  const bio = phraseAt(profile.bioLeads, line.tokens, at);
  const isMarked =
    lead === 'told' || wordAt(line, (bio?.end ?? 0) - 1) === ':' || wordAt(line, (bio?.end ?? 0) - 1) === 'is';
  if (bio && isMarked) {
    const from = phraseAt(profile.links, line.tokens, bio.end)?.end ?? bio.end;
    const rest = line.text.slice(line.tokens[from]?.start ?? line.text.length).trim();
    return rest === '' ? null : { facts: [], bio: rest };
  }
  const name = phraseAt(profile.nameLeads, line.tokens, at);
  const start = name?.end ?? (field?.meaning === 'name' ? skipLinks(line, field.end) : null);
  if (start === null || start >= end || end - start > longestName) return null;
  const isName = line.tokens.slice(start, end).every(({ kind, word }) => kind === 'word' && !profile.noNames.has(word));
  return isName ? { facts: [], name: line.text.slice(line.tokens[start]?.start, line.tokens[end - 1]?.end) } : null;
}

const skipLinks = (line: Line, at: number): number => {
  let next = at;
  for (let link = phraseAt(line.language.profile.links, line.tokens, next); link; )
    [next, link] = [link.end, phraseAt(line.language.profile.links, line.tokens, link.end)];
  return next;
};

/** All facts of a text, in order; null unless they explain the whole of it. */
function readFacts(line: Line, from: number, end: number, lead: Lead, given: ProfileGiven): Fact[] | null {
  const { profile, and } = line.language;
  const facts: Fact[] = [];
  let isOwn = lead !== 'own';
  let isSelf = false;
  let at = from;
  while (at < end && facts.length < mostFacts) {
    const found = readFact(line, at, isOwn, lead, given);
    const self = found ? null : phraseAt(profile.selves, line.tokens, at);
    if (found) facts.push(found.fact);
    if (found || self) isOwn = true;
    if (self) isSelf = true;
    const isBetween = facts.length > 0 && (between.has(wordAt(line, at)) || and.has(wordAt(line, at)));
    const next = found?.end ?? self?.end ?? (isBetween ? at + 1 : null);
    if (next === null) return null;
    at = next;
  }
  const isTwice = new Set(facts.map(({ of }) => of)).size < facts.length;
  // What somebody weighs alone is a figure of the day.
  const isOfDay = lead === 'own' && facts.every(({ of }) => of === 'weight' || of === 'goal' || of === 'direction');
  const isLoose = lead === 'listed' && (facts.length < 2 || !(isSelf || facts.some(({ of }) => of === 'gender')));
  return at < end || isTwice || isOfDay || isLoose ? null : facts;
}

function readFact(line: Line, at: number, isOwn: boolean, lead: Lead, { units }: ProfileGiven) {
  const { profile } = line.language;
  const field = phraseAt(profile.fields, line.tokens, at);
  const named = field && recogniseField(line, field.meaning, skipLinks(line, field.end), units);
  if (named) return named;
  if (!isOwn) return null;
  if (typeof lead === 'object') {
    const aim = lead.asked === 'weight' ? phraseAt(profile.aims, line.tokens, at) : null;
    const goal = aim && recogniseField(line, 'goal', aim.end, units);
    if (goal) return goal;
    const said =
      recogniseField(line, lead.asked, at, units) ??
      (lead.asked === 'weight' ? recogniseField(line, 'goal', at, units) : null);
    const birth = lead.asked === 'age' ? recogniseField(line, 'birth', at, units) : null;
    // "1990" is a year and no age.
    return birth && birth.end >= (said?.end ?? 0) ? birth : (said ?? birth);
  }
  const evident = recogniseEvident(line, at, units);
  return evident ?? (lead === 'listed' ? recogniseField(line, 'age', at, units) : null);
}

/** Whether one of the phrases is all there is from a token on, politeness aside. */
function isWhole(line: Line, table: Parameters<typeof phraseAt>[0], at: number): boolean {
  const found = phraseAt(table, line.tokens, at);
  return found !== null && found.end >= endOf(line);
}

/** Without thanks and marks at the end. */
function endOf(line: Line): number {
  let end = line.tokens.length;
  while (end > 0) {
    const token = line.tokens[end - 1];
    if (/^(?:[.!?,)]|pls|plz|please|thanks|thx|ty)$/.test(token?.word ?? '') || token?.kind === 'picture') end--;
    else break;
  }
  return end;
}
