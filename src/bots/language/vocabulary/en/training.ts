import { phrases, synonyms } from '../../phrases.ts';
import type {
  EffortWord,
  OrdinaryLoad,
  TrainingMark,
  TrainingUnit,
  TrainingVocabulary,
} from '../training-vocabulary.ts';
import { exerciseWords } from './exercise-words.ts';
import { refusals } from './training-refusals.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const said = (list: string): ReturnType<typeof phrases<null>> =>
  phrases(list.split(',').map((phrase) => [phrase.trim(), null] as const));
const listed = (list: string): string[] => list.split(',').map((phrase) => phrase.trim());

const kg: TrainingUnit = { kind: 'load', id: 'kg' };
const lb: TrainingUnit = { kind: 'load', id: 'lb' };
const time = (inS: number): TrainingUnit => ({ kind: 'time', inS });
const distance = (inM: number): TrainingUnit => ({ kind: 'distance', inM });
const speed = (inMPerS: number): TrainingUnit => ({ kind: 'speed', inMPerS });
const aside: TrainingUnit = { kind: 'aside' };

const mileM = 1609.344;
const load = (words: string, lightestKg: number, heaviestKg: number): OrdinaryLoad => ({
  words: words.split(' '),
  lightestKg,
  heaviestKg,
});

export const training: TrainingVocabulary = {
  exerciseWords,
  notationWords: set(
    `sets reps rep rpe rir amrap 1rm emom superset dropset workout workouts gym training session k km mile miles warm warmup cooldown yard garden leg push pull upper lower full`,
  ),
  units: synonyms<TrainingUnit>([
    [kg, listed(`kg, kgs, kilo, kilos, kilogram, kilograms, kg's, kilo's`)],
    [lb, listed(`lb, lbs, lb's, pound, pounds, #, pounders, pounder`)],
    [time(1), listed('sec, secs, second, seconds, sek')],
    [time(60), listed(`min, mins, minute, minutes, min., mns, mn, ', ′`)],
    [time(3600), listed('h, hr, hrs, hour, hours, hour’s, hr.')],
    [distance(1000), listed('km, kms, kilometer, kilometers, kilometre, kilometres, klicks, kmt')],
    [distance(1), listed('meter, meters, metre, metres, mtr, mtrs')],
    [distance(mileM), listed('mi, mile, miles, mi., miler')],
    [distance(0.9144), listed('yd, yds, yard, yards')],
    [distance(0.3048), listed('ft, feet')],
    [speed(1 / 3.6), listed('km/h, kmh, kph, km per hour, kmph')],
    [speed(mileM / 3600), listed('mph, mi/h, miles per hour')],
    [{ kind: 'sets' }, listed('sets, set, rounds, round, rds, series')],
    [
      { kind: 'reps' },
      listed(
        'reps, rep, repetitions, repetition, times, laps, lap, lengths, skips, jumps, holes, floors, floor, flights, flight, flights of, storeys',
      ),
    ],
    [{ kind: 'steps' }, ['steps', 'step']],
    [{ kind: 'open', id: 'm' }, ['m']],
    [{ kind: 'open', id: 's' }, [`s`, `'s`]],
    [{ kind: 'open', id: 'k' }, ['k']],
    [
      aside,
      listed(`kcal, kcals, cal, cals, calories, calorie, bpm, hr avg, watts, watt, kj, inch, inches, in box, ", ″, ”, rpm, spm, cm, plates, plate, plates a side, plates each side, plates per side, plates aside, °, degrees incline, m elevation, m elev, m gain, m climb, m climbing, m ascent, m up,
        m d+, m vert, m vertical, m of climbing, m of elevation, m of climb, m elevation gain, ft elevation, ft gain, ft climb,
        ft of climbing, ft elev, ft of elevation, ft elevation gain, feet of climbing, feet elevation, feet elevation gain,
        feet of elevation, meters elevation, meters of elevation, meters of climbing, metres of climbing, hm, d+, m+, steps/min`),
    ],
  ]),
  paces: synonyms<number>([
    [
      1000,
      listed(
        '/km, / km, min/km, min / km, min per km, per km, a km, /k, mins/km, per k, pace per km, minutes per km, k pace',
      ),
    ],
    [
      mileM,
      listed(
        '/mi, /mile, / mile, min/mi, min/mile, per mile, a mile, min per mile, mins/mile, mile pace, min miles, min mile, minute miles, minute mile',
      ),
    ],
    [500, listed('/500m, /500, per 500m, /500 m')],
    [100, listed('/100m, /100, per 100m, /100 m')],
    [0, listed('pace, avg pace, average pace')],
  ]),
  marks: synonyms<TrainingMark>([
    [
      'warmup',
      listed(`warm up, warmup, warm-up, warm ups, warmups, warm-ups, w/u, wu, warm up sets, warm up set, warmup set,
        warmup sets, warming up, warm-up set, warm-up sets, ramp up, ramping`),
    ],
    [
      'working',
      listed(`working, working set, working sets, work set, work sets, worksets, workset, top set, top sets, main set, main sets,
        work, backoff, back off, back off sets, backoff sets, backoffs, back-off, back-off sets, back off set, backoff set, main`),
    ],
    [
      'drop',
      listed(
        'drop set, dropset, drop-set, drop sets, dropsets, drop-sets, drop, drops, dropped to, drop to, stripset, strip set',
      ),
    ],
    [
      'failure',
      listed(`to failure, till failure, until failure, failure, to fail, till fail, failed, f, xf, to muscular failure, max reps,
        to exhaustion, till exhaustion, rest pause, rest-pause, rp, myo reps, myoreps, fail`),
    ],
    [
      'last-failure',
      listed('last set to failure, last set failure, last set till failure, last one to failure, final set to failure'),
    ],
    ['amrap', listed('amrap, amraps, as many reps as possible, as many as possible')],
    [
      'superset',
      listed(
        'superset, supersets, super set, supersetted, supersetted with, superset with, ss, giant set, tri set, triset, biset',
      ),
    ],
    [
      'each',
      listed(`each, each side, each leg, each arm, per side, per leg, per arm, a side, a leg, e/s, ea, /side, /leg, /arm,
        each hand, per hand, per dumbbell, each dumbbell, a hand, /hand, on each side, on each leg, on each arm, both sides,
        both legs, both arms, per db, each db, l/r, left and right, left & right, each way, per direction, eachside, apiece,
        left, right, left leg, right leg, left arm, right arm, left side, right side, / side, / leg, / arm, each one, p/s, /s`),
    ],
    [
      'bodyweight',
      listed('bw, bodyweight, body weight, no weight, unweighted, body weight only, bodyweight only, bw only'),
    ],
    ['assisted', listed('assisted, assist, assistance, of assistance, of assist, counterweight, band assisted, help')],
  ]),
  efforts: synonyms<EffortWord>([
    ['rpe', ['rpe', 'r.p.e.', 'rpe:', 'rpe of', 'rpe was', 'rpe around', 'rpe ~', 'rpe =', 'rpe about']],
    [
      'rir',
      [
        'rir',
        'in reserve',
        'reps in reserve',
        'rir:',
        'left in the tank',
        'in the tank',
        'rir of',
        'rep in reserve',
        'reps left in the tank',
        'reps in the tank',
        'reps left',
      ],
    ],
    [
      'rest',
      listed(`rest, rests, resting, rest between, rest between sets, rest of, rest:, rest time, rest period, between sets, rested,
        recovery, recoveries, rec, rest in between, rest each, rest periods, r:, break, breaks, breaks between sets, in between sets,
        rest b/w sets, off, jog recovery, walk recovery, jog rest, walking rest`),
    ],
  ]),
  namedReps: new Map([
    ['single', 1],
    ['singles', 1],
    ['double', 2],
    ['doubles', 2],
    ['triple', 3],
    ['triples', 3],
  ]),
  repMaxes: new Map([
    ['rm', 1],
    ['1rm', 1],
    ['e1rm', 1],
  ]),
  numberedNames: new Map([
    ...listed('arm, arms, hand, leg, legs, armed, legged, handed, sided').map((word) => [word, 2] as const),
    ...listed('degree, degrees, way, count, board, point, wheel').map((word) => [word, 360] as const),
  ]),
  settings:
    said(`level, lvl, lv, incline, inclination, gradient, grade, resistance, tempo, seat, pin, notch, gear, avg hr, average hr, hr, heart rate,
    avg heart rate, average heart rate, max hr, elevation, elev, elevation gain, elev gain, cadence, power, avg power, avg watts, watts,
    box height, height, burned, burnt, burning, week, phase, block, cycle, set, round, deficit, damper, setting,
    speed, hole, zone, z, calories, kcal, cals, active calories, total calories`),
  tempos: set('tempo eccentric eccentrics'),
  soaks: said(
    'sauna, in the sauna, in sauna, steam room, in the steam room, steam, ice bath, in the ice bath, cold plunge, in the cold plunge, jacuzzi, in the jacuzzi, hot tub, in the hot tub, cold shower, foam roller',
  ),
  ordinals: set('st nd rd th'),
  teamGames: set('football footy footie soccer futsal hockey rugby netball cricket'),
  played: set('played playing'),
  sides: set('side sides'),
  sidesInOne: set('a-side aside'),
  rates: said('a day, per day, each day, a night, per night'),
  results: set('won lost drew win loss draw'),
  paceLinks: said(': , =, of, was, is, at, around, about, ~'),
  lastSets: said(
    'last set, last one, final set, the last set, the last one, on the last set, on last set, last set i, final one, but last set, but the last set, but last one, but the last one',
  ),
  lastLinks: said('was, only, just, for, got, i got, i did, did, with, hit, managed, of, :, were'),
  rounds: set('round rounds rds circuits circuit'),
  lengths: set('length lengths lap laps'),
  pools: set('pool pools'),
  climbs: set('elevation elev height box gain'),
  countings: set('set round'),
  namedDistances: new Map([
    ['half marathon', 21097.5],
    ['half-marathon', 21097.5],
    ['marathon', 42195],
    ['parkrun', 5000],
  ]),
  onGround: new Map([
    ['row', 'rowing machine'],
    ['rows', 'rowing machine'],
    ['rowing', 'rowing machine'],
    ['rowed', 'rowing machine'],
  ]),
  leads:
    said(`did, i did, just did, i just did, done, done with, finished, just finished, i finished, i just finished, completed, i completed, hit,
    i hit, just hit, got, i got, got in, i got in, knocked out, i knocked out, managed, i managed, went, i went, just went, went for, i went for,
    went for a, i went for a, went on, i went on, went on a, went to, i went to, had, i had, just had, took, i took, played, i played, practiced,
    i practiced, practised, attended, i attended, trained, i trained, worked, i worked, worked out, i worked out, logged, log, pls log, please log,
    can you log, can u log, could you log, please add, add, track, record, note, smashed, i smashed, crushed, i crushed, nailed, banged out,
    i banged out, repped, repped out, i repped, lifted, moved, was, been, put in, i put in, ground out, pumped out, i pumped out, ripped out,
    today i did, today, i did a, have done, ive done, i have done, we did, we played, we went for, we, i, ive, i also did, also did, i then did,
    then did, followed by, followed with, finished with, finished off with, ended with, started with, began with, opened with, squeezed in, snuck in, spent, i spent,
    workout, workout :, todays workout, todays session, todays training, my workout, training :, gym :, session :, exercise :, exercises :, exercise,
    today :, back in the gym, back at it, warmed up with, i warmed up with, warmed up on, warmed up with a, started off with, kicked off with, new workout, my workout today, workout today, workout was, todays workout was, woke up and did, woke up and, i woke up and, woke up early and, i woke up early and, got up and, i got up and, got up early and, walked the`),
  doneWords: set(
    `did done finished completed went had took played practiced practised attended trained smashed crushed nailed got`,
  ),
  leadIns:
    set(`a an the some my of for on in at with to and then also i we our quick short little nice good great solid another more
    about around like just so new pr pb tabata emom max effort heavy this that by from : - plus did do doing session's today's`),
  joins: {
    next: said(
      'then, and then, followed by, after that, afterwards, finished with, finished off with, ended with, next, finally, later, lastly, last, plus, as well as, first, also, into, finisher, 1st, cool down, cooldown, cool-down',
    ),
    by: set('x * by times ×'),
  },
  ats: set('@ at with w/ w using on weighing'),
  fors: set('for'),
  ins: set('in under'),
  remarks:
    set(`felt feeling feels feel was were is it in on at with w/ around along to from by after before during while because but
    though although outside outdoors indoors inside through up down near over under since as for and for of new pr pb prs easy hard tough heavy
    light great good nice solid strong tired weak pretty really very so super too beltless belted raw paused slow fast steady
    first second third personal my the a no full deep clean strict finally again today legs lol ouch phew yay woo hey still best
    knee shoulder back left right comfortable smooth moved flew killer brutal awful awesome decent ok okay terrible sweaty hot cold
    rainy windy sunny rain sunrise sunset outdoor indoor which that this done all got`),
  asides:
    said(`pr, pb, new pr, new pb, a pr, pr!, easy, hard, tough, heavy, light, felt good, felt great, felt easy, felt heavy, felt hard, felt strong, felt light,
    paused, pause, beltless, with belt, belt, no belt, with a belt, touch and go, tng, slow, strict, controlled, full rom, atg, rom,
    total, in total, altogether, all in, all in all, time, today, outside, outdoors, indoors, done, per set, every set, all sets, for all sets, same weight,
    weight, pounds plates, approx, approximately, about, around, roughly, ~, exactly, only, nonstop, non stop, straight, unbroken, emom, on the minute,
    every minute, every minute on the minute, for time, for each, in a row, back to back, hold, holds, held, pace, average pace, avg pace, avg, average,
    moving time, elapsed, distance, duration, covered, long, worth, worth of, of, the, a, an, dumbbells, dbs, dumbells, kettlebells, kbs, plates, bar, each dumbbell, machine, max, added, extra, weighted, plus weight, top, with weight,
    wide, last set, last, on last set, on the last set, final set, last one, first set, every, workout, and a bit, ish, finisher, split, splits, negative split,
    for, at, in, with, w/, on, by, as, and, or so, x, @, set, pulls, lift, lifts, avg speed, speed, sets total, medium, moderate, intense, low, zone, tempo, rx, scaled, amrap, z1, z2, z3, z4, z5,
    to work and back, to work, from work, home from work, there and back, and back, to the office, commute`),
  titles: set(
    `push pull full total legs leg upper lower upperbody lowerbody arms chest back shoulders glutes ppl abs-and-core push/pull`,
  ),
  muscles:
    set(`chest back shoulders arms legs glutes abs core tris bis tri bi triceps biceps delts quads hams hamstrings calves traps lats
    push pull upper lower pecs shoulder leg arm glute ham`),
  titleEnds: set('gym day workout session training split body routine program programme'),
  refusals,
  presentVerbs: set(
    'bench squat deadlift run lift do walk swim cycle row train press curl bike play practice dip jog hike go',
  ),
  measures:
    set(`chest waist hips hip thigh thighs arm arms neck calf calves weight bodyweight bw bp hr steps step mood energy stress sleep
    fatigue soreness water forearm forearms bicep biceps`),
  spoken: new Map(
    Object.entries({
      squatted: 'squat',
      benched: 'bench press',
      'bench-pressed': 'bench press',
      deadlifted: 'deadlift',
      pressed: 'press',
      curled: 'curl',
      planked: 'plank',
      lunged: 'lunge',
      rode: 'bike ride',
      swum: 'swim',
      shrugged: 'shrug',
      runing: 'running',
      runned: 'run',
      joging: 'jogging',
      swiming: 'swimming',
      cyling: 'cycling',
      cylcing: 'cycling',
      hs: 'handstand hold',
      sadr: 'single arm dumbbell row',
      sadrs: 'single arm dumbbell row',
      inc: 'incline',
      skipped: 'skipping rope',
      hiit: 'hiit workout',
      sprinted: 'sprint',
      danced: 'social dancing',
      dance: 'social dancing',
      track: 'track workout',
      weights: 'strength training',
      rollerbladed: 'rollerblading',
      biked: 'bike',
      tricepts: 'triceps',
      deadlfit: 'deadlift',
      deadlif: 'deadlift',
      benchpress: 'bench press',
      squad: 'squat',
      deadies: 'deadlift',
      deadys: 'deadlift',
      dls: 'deadlift',
      squatz: 'squat',
      squatties: 'squat',
      benching: 'bench press',
      squatting: 'squat',
      deadlifting: 'deadlift',
    }),
  ),
  companions: set('mate dog dogs cat puppy horse baby guy dude neighbour neighbor teammate training-partner client'),
  pasts: set('ran did got went hit swam rode beat won threw'),
  schemes: said('5/3/1, 531, 5 3 1, 5-3-1, 5/3/1 bbb, bbb, texas method, starting strength, gzclp, smolov, madcow'),
  intervals: 'interval running',
  treadmills: /\b(?:on (?:the |a |my )?)?(?:treadmill|tread mill|dreadmill)\b(?: walk\b| workout\b)?/i,
  bests: set('pr pb prs pbs !'),
  smallWords: set('on in the a an with of to using via at my for and'),
  pressedWith: set('db dbs dumbbell dumbbells bb barbell smith'),
  press: 'press',
  restTails: said(
    'between, in between, between sets, in between sets, between each, between each set, between rounds, b/w, b/w sets, each time',
  ),
  idle: set(
    'woke wake waking wakes got get gets gave showed turned ended cleaned washed cried laughed sneezed called texted messaged tried asked looked checked',
  ),
  shyMarks: set('drop drops work working main each ea bodyweight bw assisted assist help f fail failed left right max'),
  counted: set(
    `burpee burpees climber climbers jack jacks knees kick kicks kicker kickers rope skips skipping unders skater skaters jump jumps du dubs`,
  ),
  holds:
    set(`plank planks hold holds hang hangs sit handstand headstand hollow wall-sit isometric iso vacuum planche lever stand support
    boat bridge-hold superman cobra pigeon pose stretch deadhang l-sit frogstand crow`),
  carries: set(
    `carry carries walk walks farmer farmers farmer's yoke sled prowler drag push-sled suitcase crawl crawls run sprint sprints`,
  ),
  classes:
    set(`yoga pilates stretching mobility tai class session flow vinyasa barre foam rolling physio physiotherapy rehab therapy stretch
    warmup dynamic work routine`),
  weightable: set('pull-up chin-up dip pull-ups muscle-up muscle-ups chin-ups dips pull chin muscle'),
  movements:
    set(`press presses row rows curl curls raise raises squat squats lunge lunges pull pulls push pushes pushup pushups pullup pullups
    fly flys flyes flies extension extensions hold holds jump jumps swing swings deadlift deadlifts dip dips crunch crunches situp situps
    pulldown pulldowns pushdown pushdowns thrust thrusts bridge bridges carry carries walkout shrug shrugs kickback kickbacks twist twists
    step-up step-ups plank planks snatch snatches clean cleans jerk jerks rollout rollouts rotation rotations climber climbers
    ups up bench pullover pullovers abduction adduction drag drags slam slams throw throws hop hops complex flow rdl rdls dl ohp db kb bb
    machine cable barbell dumbbell kettlebell smith banded hinge bar`),
  loads: [
    load('leg press', 20, 500),
    load('hip thrust', 20, 320),
    load('calf', 2, 300),
    load('hack squat', 10, 300),
    load('lateral raise', 1, 40),
    load('front raise', 1, 40),
    load('fly', 1, 100),
    load('wrist', 1, 60),
    load('curl', 1, 90),
    load('kickback', 1, 80),
    load('triceps', 1, 120),
    load('dumbbell', 1, 80),
    load('kettlebell', 2, 80),
    load('goblet', 2, 80),
    load('split squat', 2, 150),
    load('lunge', 2, 150),
    load('deadlift', 20, 330),
    load('squat', 15, 280),
    load('bench', 15, 190),
    load('overhead press', 10, 120),
    load('shoulder press', 2, 120),
    load('snatch', 15, 160),
    load('clean', 15, 200),
    load('row', 2, 180),
    load('pulldown', 2, 150),
    load('face pull', 2, 100),
    load('shrug', 5, 300),
  ],
};
