import type { DoneSet } from '../domain/training/workout-overview.ts';

type Units = 'metric' | 'us';

const upTo2 = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const upTo1 = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const kgPerLb = 0.45359237;
const mPerMile = 1609.344;
const mPerYard = 0.9144;

/** A load in the person's unit: "77.5 kg", "102 kg", "225 lb"; as exact as anybody loads a bar. */
export function load(kg: number, units: Units): string {
  const value = units === 'us' ? kg / kgPerLb : kg;
  const typed = Math.round(value * 4) / 4;
  const isExact = Math.abs(value - typed) < 1e-4;
  return `${(isExact ? upTo2 : value < 100 ? upTo1 : whole).format(value)} ${units === 'us' ? 'lb' : 'kg'}`;
}

/** A sum of loads: "5,280 kg". */
export const tonnage = (kg: number, units: Units): string =>
  units === 'us' ? `${whole.format(kg / kgPerLb)} lb` : `${whole.format(kg)} kg`;

/** A set's load without its sign, with what was typed kept where it is another unit: "225 lb (102 kg)". */
export function loadOf({ weightKg, loadValue, loadUnit }: DoneSet, units: Units): string {
  if (weightKg === null || weightKg === 0) return '';
  const own = load(Math.abs(weightKg), units);
  if (loadValue === null || loadUnit === null) return own;
  const typed = `${upTo2.format(Math.abs(loadValue))} ${loadUnit}`;
  return loadUnit === (units === 'us' ? 'lb' : 'kg') ? typed : `${typed} (${own})`;
}

/** "45 s", "1:00", "27:30", "1:02:30", "30 min", "1 h 30 min". */
export function duration(seconds: number): string {
  if (seconds < 59.5) return `${upTo1.format(seconds)} s`;
  const s = Math.round(seconds);
  const [hours, minutes] = [Math.floor(s / 3600), Math.floor(s / 60) % 60];
  if (s % 60 === 0 && s >= 600)
    return [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''].filter((part) => part !== '').join(' ');
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(s % 60)}` : `${minutes}:${two(s % 60)}`;
}

const isNear = (value: number, step: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-4;

/** "5 km", "400 m", "3.1 mi"; what was plainly said in the other unit is kept: "3 mi (4.83 km)". */
export function distance(metres: number, units: Units): string {
  const metric = metres < 1000 ? `${upTo1.format(metres)} m` : `${upTo2.format(metres / 1000)} km`;
  const isShort = metres < mPerMile / 4;
  const us = isShort ? `${whole.format(metres / mPerYard)} yd` : `${upTo2.format(metres / mPerMile)} mi`;
  // A round number of one unit is hardly ever one of the other.
  if (isNear(metres, 10)) return units === 'us' && metres >= 1000 ? `${metric} (${us})` : metric;
  const isUs = isNear(metres, isShort ? mPerYard : mPerMile / 20);
  return units === 'us' ? us : isUs ? `${us} (${metric})` : metric;
}

const wheels = new Set(['bicycle', 'stationary bike', 'air bike', 'motorbike', 'roller skates', 'skateboard']);
const water = new Set(['pool', 'open water']);
const ergometers = new Set(['rowing machine', 'ski machine']);

/** How fast: "5:30/km", "8:51/mi", "30 km/h", "1:45/100 m"; nothing for a way too short to have a pace. */
export function pace(secondsPerM: number, metres: number, equipment: readonly string[], units: Units): string | null {
  const has = (tools: ReadonlySet<string>) => equipment.some((tool) => tools.has(tool));
  if (has(water)) return metres < 100 ? null : `${duration(secondsPerM * 100)}/100 m`;
  if (has(ergometers)) return metres < 500 ? null : `${duration(secondsPerM * 500)}/500 m`;
  if (metres < 1000) return null;
  const [perUnit, name] = units === 'us' ? [secondsPerM * mPerMile, 'mi'] : [secondsPerM * 1000, 'km'];
  if (!has(wheels)) return `${clock(perUnit)}/${name}`;
  return `${upTo1.format(3600 / perUnit)} ${units === 'us' ? 'mph' : 'km/h'}`;
}

function clock(seconds: number): string {
  const s = Math.round(seconds);
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
}

/** How sets are read. */
export interface SetsStyle {
  readonly units: Units;
  readonly equipment: readonly string[];
  /** Whether the load is added to the body: "+10 kg". */
  readonly isAdded: boolean;
}

/** More equal sets than this are counted instead of listed. */
const mostListed = 5;

/** An exercise's sets in short: "warm-up 40 kg × 10; 80 kg × 8, 8, 7 (RPE 8)". */
export function setsText(sets: readonly DoneSet[], style: SetsStyle): string {
  const groups: { head: string; sets: DoneSet[] }[] = [];
  for (const set of sets) {
    const head = [set.kind === 'failure' ? 'working' : set.kind, loadOf(set, style.units), shapeOf(set)].join('|');
    const last = groups.at(-1);
    if (last?.head === head) last.sets.push(set);
    else groups.push({ head, sets: [set] });
  }
  return `${groups.map((group) => groupText(group.sets, style)).join('; ')}${effort(sets)}`;
}

/** What a set is measured in, and on which side of the body's weight its load is. */
const shapeOf = ({ reps, durationS, distanceM, weightKg }: DoneSet): string =>
  [reps !== null, durationS !== null, distanceM !== null, (weightKg ?? 0) < 0].join();

function groupText(sets: readonly DoneSet[], style: SetsStyle): string {
  const [first] = sets;
  if (!first) return '';
  const weight = loadOf(first, style.units);
  const isHelp = (first.weightKg ?? 0) < 0;
  const prefix = first.kind === 'warmup' ? 'warm-up ' : first.kind === 'drop' ? 'drop set ' : '';
  const said = weight !== '' && style.isAdded && !isHelp ? `+${weight}` : weight;
  const isReps = first.reps !== null && first.durationS === null && first.distanceM === null;
  const done = counted(
    sets.map((set) => one(set, isReps, style)),
    isReps,
  );
  if (said === '') {
    const unit = isReps ? (sets.length === 1 && first.reps === 1 ? ' rep' : ' reps') : '';
    return `${prefix}${done}${unit}` || 'done';
  }
  if (done === '') return `${prefix}${said}`;
  if (isHelp) return `${prefix}${done} with ${said} of help`;
  return `${prefix}${said}${isReps ? ' × ' : ', '}${done}`;
}

/** Equal parts are counted, others listed. */
function counted(parts: readonly string[], isReps: boolean): string {
  const [first = ''] = parts;
  const isEqual = parts.every((part) => part === first);
  if (parts.length === 1) return first;
  if (first === '' && isEqual) return `${parts.length} sets`;
  if (isEqual && isReps && parts.length > mostListed) return `${first} (${parts.length} sets)`;
  return isEqual && !isReps ? `${parts.length} × ${first}` : parts.join(', ');
}

function one(set: DoneSet, isReps: boolean, { units, equipment }: SetsStyle): string {
  const { reps, durationS, distanceM, kind } = set;
  const failure = kind === 'failure' ? ' to failure' : '';
  if (isReps) return `${reps}${failure}`;
  const what = [reps === null ? '' : `${reps} reps`, distanceM === null ? '' : distance(distanceM, units)]
    .filter((part) => part !== '')
    .join(' over ');
  if (durationS === null) return `${what}${failure}`;
  const speed = distanceM === null ? null : pace(durationS / distanceM, distanceM, equipment, units);
  return `${what === '' ? '' : `${what} in `}${duration(durationS)}${speed === null ? '' : `, ${speed}`}${failure}`;
}

/** " (RPE 8)", " (RPE 9 on the last)", " (RPE 7, 8, 9)", " (2 in reserve)". */
function effort(sets: readonly DoneSet[]): string {
  const working = sets.filter(({ kind }) => kind !== 'warmup');
  const parts = [
    ...spread(working.map(({ rpe }) => rpe)).map(({ values, on }) => `RPE ${values}${on}`),
    ...spread(working.map(({ rir }) => rir)).map(({ values, on }) => `${values} in reserve${on}`),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** How something said of some sets is said of all; empty where nothing was. */
function spread(values: readonly (number | null)[]): { values: string; on: string }[] {
  const last = values.at(-1) ?? null;
  if (values.every((value) => value === null)) return [];
  if (values.every((value) => value === last)) return [{ values: String(last), on: '' }];
  if (values.slice(0, -1).every((value) => value === null)) return [{ values: String(last), on: ' on the last' }];
  return [{ values: values.map((value) => value ?? '–').join(', '), on: '' }];
}
