import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { logMeasurements } from '../../domain/body/log-measurements.ts';
import { isUsual } from '../../domain/body/plausible.ts';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { setGoal } from '../../domain/goals/set-goal.ts';
import { bornFor } from '../../domain/users/age-on.ts';
import { changeProfile, type ProfileChange } from '../../domain/users/change-profile.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { beginOnboarding, finishStep, noteOnboardingAsked, onboardingSteps } from '../../domain/users/onboarding.ts';
import { type Profile, profileOf } from '../../domain/users/profile.ts';
import { profilePhotoOf, setProfilePhoto } from '../../domain/users/profile-photo.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { askHealthOnce } from '../ask-health.ts';
import type { Answer, CommandContext, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { bodyWeight } from '../format-metric.ts';
import { setsNone } from '../gentle.ts';
import { type ProfileReading, readProfile, type ToldProfile } from '../language/read-profile.ts';
import { english } from '../language/vocabulary/en/index.ts';
import { askStep } from '../onboarding.ts';
import { messagePhotos } from '../photos/message-photos.ts';
import { bodyHeight, fullDate, minorNote, profileCard } from '../profile-card.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';

const step = z.enum(onboardingSteps);
const mass = z.object({
  kg: z.number(),
  typed: z.object({ value: z.number(), unit: z.string().nullable() }),
});

/** What is left out stays as it is; null forgets it. */
const change = z.object({
  fullName: z.string().nullable().optional(),
  bio: z.string().nullable().optional(),
  username: z.string().nullable().optional(),
  email: z.string().nullable().optional(),
  gender: z.enum(['male', 'female', 'other']).nullable().optional(),
  dateOfBirth: z.iso.date().nullable().optional(),
  /** Whether only the year of birth was said. */
  isYearOnly: z.boolean().optional(),
  ageYears: z.number().int().optional(),
  heightCm: z.number().nullable().optional(),
  weight: mass.optional(),
  goal: mass.optional(),
  direction: z.enum(['lose', 'maintain', 'gain']).optional(),
});
type Change = z.infer<typeof change>;

const input = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['show', 'photo', 'no-photo', 'begin', 'decline']) }),
  /** With a step it answers that question of the set-up, which then goes on. */
  z.object({ do: z.literal('change'), change, step: step.nullish() }),
  z.object({ do: z.literal('skip'), step }),
]);
type Input = z.infer<typeof input>;

export const profile = defineCommand<Input>({
  name: 'profile',
  summary: 'What I know of you: gender, age, height, name',
  examples: ['profile', 'my height is 180 cm', 'born 12 may 1990', 'call me Ana'],
  effect: 'act',
  options: z.object({
    change: z
      .string()
      .max(500)
      .optional()
      .describe('height 180, born 12 May 1990, gender female, name Ana, bio …, email …'),
  }),
  input,
  cues: /^(?:fe)?male$/,
  opens: english.profile.openings,
  parse(text, given) {
    const reading = readProfile(text, given);
    return reading && toReading(reading);
  },
  async run(ctx, said) {
    switch (said.do) {
      case 'show':
        return withPhoto(ctx, profileCard(await profileOf(ctx), ctx.user));
      case 'photo':
        return setOrShowPhoto(ctx);
      case 'no-photo': {
        const had = (await profilePhotoOf(ctx)) !== null;
        await setProfilePhoto(ctx, null);
        return { text: had ? 'Your profile photo is removed.' : 'You have no profile photo.' };
      }
      case 'decline':
        await noteOnboardingAsked(ctx);
        return { text: ['All right, I will not ask again. ', code('/profile'), ' is there whenever you like.'] };
      case 'begin': {
        const next = await beginOnboarding(ctx);
        return next ? askStep(next, ctx.user.unitSystem, null) : profileCard(await profileOf(ctx), ctx.user);
      }
      case 'skip':
        return goOn(ctx, said.step, null);
      default:
        return runChange(ctx, said.change, said.step ?? null);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'profile', input: value }],
});

/** A picture with these words, or one they answer a question about, is the photo from now on. */
async function setOrShowPhoto(ctx: CommandContext): Promise<Answer> {
  const [picture] = await messagePhotos(ctx);
  if (!picture) {
    const card = await withPhoto(ctx, { text: 'Your profile photo.' });
    if (card.image) return card;
    return { text: ['You have no profile photo yet. Send me a picture with the words ', code('profile photo'), '.'] };
  }
  const [file] = ctx.files.of([picture.media]);
  if (!file) throw new Error('The picture was not brought');
  await setProfilePhoto(ctx, file);
  return {
    text: 'That is your profile photo now. A coach you work with can see it, nobody else.',
    buttons: [[{ label: 'Remove it', action: { command: 'profile', input: { do: 'no-photo' } } }]],
  };
}

async function withPhoto(ctx: CommandContext, card: Answer): Promise<Answer> {
  const id = await profilePhotoOf(ctx);
  return id === null ? card : { ...card, image: { mediaIds: [id], alt: 'Your profile photo' } };
}

/** What the language read, as it is kept. */
function toReading(reading: ProfileReading): Reading<Input> {
  if ('problem' in reading || reading.do !== 'change') return 'problem' in reading ? reading : { input: reading };
  const { told } = reading;
  if (told.forgets === 'weight' || told.forgets === 'goal')
    return { problem: ['Weights are entries of their days: reply ', code('undo'), ' to the one that should go.'] };
  const isOdd = told.facts.some(
    (fact) => fact.of === 'weight' && fact.mass.typed.unit === null && !isUsual('weight', fact.mass.value),
  );
  if (isOdd) return { problem: 'Is that your weight in kg or in lb? Write it with its unit.' };
  return { input: { do: 'change', change: changeOf(told), step: reading.step } };
}

function changeOf({ facts, name, bio, username, email, forgets }: ToldProfile): Change {
  const said: Change = {
    ...(name === undefined ? {} : { fullName: quoted(asName(name), 100) }),
    ...(bio === undefined ? {} : { bio: quoted(bio, 501) }),
    ...(username === undefined ? {} : { username }),
    ...(email === undefined ? {} : { email }),
  };
  if (forgets === 'username' || forgets === 'email') said[forgets] = null;
  if (forgets === 'name') said.fullName = null;
  if (forgets === 'bio') said.bio = null;
  if (forgets === 'gender') said.gender = null;
  if (forgets === 'age' || forgets === 'birth') said.dateOfBirth = null;
  if (forgets === 'height') said.heightCm = null;
  for (const fact of facts) {
    if (fact.of === 'gender') said.gender = fact.gender;
    else if (fact.of === 'age') said.ageYears = fact.years;
    else if (fact.of === 'birth') {
      if (fact.date) said.dateOfBirth = fact.date.toString();
      if (!fact.isExact) said.isYearOnly = true;
    } else if (fact.of === 'height') said.heightCm = fact.heightCm;
    else if (fact.of === 'direction') said.direction = fact.direction;
    else said[fact.of] = { kg: fact.mass.value, typed: fact.mass.typed };
  }
  return said;
}

/** "ana maría" as names are written; what has capitals stays. */
const asName = (name: string): string =>
  name === name.toLowerCase() ? name.replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase()) : name;

async function runChange(ctx: CommandContext, said: Change, answered: z.infer<typeof step> | null): Promise<Answer> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const { fullName, bio, username, email, gender, heightCm, ageYears } = said;
  const dateOfBirth =
    typeof said.dateOfBirth === 'string' ? Temporal.PlainDate.from(said.dateOfBirth) : said.dateOfBirth;
  const born = ageYears === undefined ? dateOfBirth : bornFor(ageYears, today);
  const profileChange: ProfileChange = { fullName, bio, username, email, gender, heightCm, dateOfBirth: born };
  const known = await changeProfile(ctx, profileChange);
  const { isLoss, ...measured } = await recordWeight(ctx, said, today);
  const noted = lines(bold('Noted.'), ...notedLines(said, known, ctx.user.unitSystem), ...measured.lines);
  if (answered !== null) return askHealthOnce(ctx, await goOn(ctx, answered, noted), isLoss);
  const { actionId } = measured;
  const card: Answer = { text: noted, ...(actionId === null ? {} : { buttons: [[undoButton(actionId)]] }) };
  return askHealthOnce(ctx, card, isLoss);
}

/** The next question of the set-up, or what is known when that was the last. */
async function goOn(ctx: CommandContext, done: z.infer<typeof step>, noted: Text | null): Promise<Answer> {
  const next = await finishStep(ctx, done);
  const units = ctx.user.unitSystem;
  if (next) return askStep(next, units, noted);
  const card = profileCard(await profileOf(ctx), ctx.user);
  return { text: lines(...(noted === null ? [] : [noted, '']), 'That was all, thank you.', '', card.text) };
}

/** A weight is an entry of its day, a weight to reach is a goal: both as one action. A goal that cannot be is told. */
async function recordWeight(
  ctx: CommandContext,
  { weight, goal, direction }: Change,
  today: Temporal.PlainDate,
): Promise<{ actionId: number | null; isLoss: boolean; lines: Text[] }> {
  const { unitSystem: units, isGentle } = ctx.user;
  const said: Text[] = [];
  let { actionId } = ctx;
  let isLoss = false;
  if (weight && goal) actionId = await recordAction(ctx, 'weight and goal');
  if (weight) {
    const { kg: value, typed } = weight;
    const figure = { metric: 'weight' as const, value, value2: null, typed, day: today, isDaySaid: false };
    ({ actionId } = await logMeasurements({ ...ctx, actionId }, [figure]));
    said.push(isGentle ? 'Weight' : `Weight: ${bodyWeight(value, units)}`);
  }
  const targetKg = goal?.kg ?? (direction === 'maintain' ? (weight?.kg ?? (await profileOf(ctx)).weightKg) : null);
  if (targetKg !== null && isGentle) said.push(setsNone);
  else if (targetKg !== null)
    try {
      ({ actionId, isLoss } = await setGoal({ ...ctx, actionId }, { metric: 'weight', target: targetKg, by: null }));
      said.push(`Goal: ${bodyWeight(targetKg, units)}`);
    } catch (error) {
      // The weight stands, whatever speaks against the goal.
      if (!(error instanceof DomainError) || !weight) throw error;
      said.push(error.message);
    }
  else if (direction) said.push('To make that a goal, say the weight you would like to reach, like: goal 75 kg.');
  return { actionId, isLoss, lines: said };
}

function notedLines(said: Change, known: Profile, units: 'metric' | 'us'): Text[] {
  const { fullName, bio, username, email, gender, dateOfBirth, ageYears, heightCm } = said;
  const born = known.dateOfBirth;
  const hasBirth = ageYears !== undefined || Boolean(dateOfBirth);
  return [
    ...(fullName === undefined ? [] : [fullName === null ? 'Name forgotten.' : `Name: ${quoted(fullName, 100)}`]),
    ...(bio === undefined ? [] : [bio === null ? 'Bio forgotten.' : `Bio: ${quoted(bio, 500)}`]),
    ...(username === undefined ? [] : [username === null ? 'Username forgotten.' : `Username: ${quoted(username)}`]),
    ...(email === undefined ? [] : [email === null ? 'E-mail forgotten.' : `E-mail: ${quoted(email, 254)}`]),
    ...(gender === undefined ? [] : [`Gender: ${gender ?? 'not said'}`]),
    ...(dateOfBirth === null ? ['Date of birth forgotten.'] : []),
    ...(hasBirth && born ? [bornLine(said, known, born)] : []),
    ...(hasBirth && known.isMinor ? [minorNote] : []),
    ...(heightCm === undefined
      ? []
      : [heightCm === null ? 'Height forgotten.' : `Height: ${bodyHeight(heightCm, units)}`]),
  ];
}

/** What we filled in of a day of birth is said. */
function bornLine({ ageYears, isYearOnly }: Change, known: Profile, born: Temporal.PlainDate): Text {
  if (ageYears !== undefined)
    return [`Age: ${ageYears}, counted from today. Say the day if you like: `, code('born 12 May 1990')];
  return isYearOnly ? `Born: ${born.year}, counted from its last day` : `Born: ${fullDate(born)} (${known.ageYears})`;
}
