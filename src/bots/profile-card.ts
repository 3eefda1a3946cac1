import type { Temporal } from 'temporal-polyfill';
import type { Profile } from '../domain/users/profile.ts';
import type { Answer } from './command.ts';
import { bodyWeight } from './format-metric.ts';
import type { Reader } from './gentle.ts';
import { forgetButtons, healthWords } from './health-card.ts';
import { bold, code, lines, quoted, type Text } from './text.ts';

type Units = 'metric' | 'us';

const cmPerInch = 2.54;
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** "180 cm", or "5 ft 11 in" for who reads that. */
export function bodyHeight(heightCm: number, units: Units): string {
  if (units === 'metric') return `${short.format(heightCm)} cm`;
  const inches = Math.round(heightCm / cmPerInch);
  return `${Math.floor(inches / 12)} ft ${inches % 12} in`;
}

/** "12 May 1990" */
export const fullDate = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export const minorNote = 'Since you are under 18, I set no target for losing weight.';

/** Fields that are not shown in gentle mode. */
const ofWeight: ReadonlySet<string> = new Set(['Weight', 'Goal']);

/** What a person has said of themselves, what is missing, and how to change it. */
export function profileCard(profile: Profile, { unitSystem: units, isGentle }: Reader): Answer {
  const { fullName, bio, username, email, gender, dateOfBirth, ageYears, heightCm, weightKg, weightGoal } = profile;
  const goalKg = weightGoal?.targetValue ?? null;
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    ['Gender', gender],
    ['Age', dateOfBirth && `${ageYears} (born ${fullDate(dateOfBirth)})`],
    ['Height', heightCm === null ? null : bodyHeight(heightCm, units)],
    ['Weight', weightKg === null ? null : bodyWeight(weightKg, units)],
    ['Goal', goalKg === null ? null : bodyWeight(goalKg, units)],
  ];
  const missing = fields.filter(([, value]) => value === null).map(([name]) => name.toLowerCase());
  const isAskable = missing.length > 0;
  return {
    text: lines(
      bold(fullName === null ? 'Your profile' : quoted(fullName, 100)),
      bio === null ? null : quoted(bio, 500),
      username === null ? null : `Username: ${quoted(username)}`,
      email === null ? null : `E-mail: ${quoted(email, 254)}`,
      ...fields.flatMap(([name, value]): Text[] =>
        value === null || (isGentle && ofWeight.has(name)) ? [] : [`${name}: ${value}`],
      ),
      profile.healthFlags.length > 0 ? `Health: ${healthWords(profile.healthFlags)}` : null,
      isAskable ? `Not said: ${new Intl.ListFormat('en-GB').format(missing)}.` : null,
      profile.isMinor ? minorNote : null,
      ['Change it like ', code('/profile height 180'), ' or ', code('/profile name Ana'), '.'],
    ),
    buttons: [
      ...(isAskable ? [[{ label: 'Fill in the rest', action: { command: 'profile', input: { do: 'begin' } } }]] : []),
      ...forgetButtons(profile.healthFlags),
    ],
  };
}
