import { wordsOf } from '../search/words.ts';

/** What people write for something that has another name here: short forms, brands of a thing, spellings. */
const phrases = new Map(
  Object.entries({
    db: 'dumbbell',
    dbs: 'dumbbell',
    dbell: 'dumbbell',
    'dumb bell': 'dumbbell',
    bb: 'barbell',
    barbel: 'barbell',
    barbbell: 'barbell',
    'bar bell': 'barbell',
    'olympic bar': 'barbell',
    kb: 'kettlebell',
    'kettle bell': 'kettlebell',
    kettleball: 'kettlebell',
    bp: 'bench press',
    bw: 'bodyweight',
    'ez bar': 'ez',
    'ez curl bar': 'ez',
    'e z bar': 'ez',
    ezbar: 'ez',
    'curl bar': 'ez',
    'sz bar': 'ez',
    sz: 'ez',
    'trap bar': 'trapbar',
    'hex bar': 'trapbar',
    hexbar: 'trapbar',
    'smith machine': 'smith',
    'smith rack': 'smith',
    multipower: 'smith',
    'cable machine': 'cable',
    'cable station': 'cable',
    'cable tower': 'cable',
    pulley: 'cable',
    'low pulley': 'low cable',
    'plate loaded': 'machine',
    'plate load': 'machine',
    'hammer strength': 'machine',
    'iso lateral': 'machine',
    isolateral: 'machine',
    selectorized: 'machine',
    mach: 'machine',
    'resistance band': 'band',
    'loop band': 'band',
    'mini band': 'band',
    'elastic band': 'band',
    banded: 'band',
    'weight plate': 'plate',
    trx: 'suspension',
    'suspension trainer': 'suspension',
    'gymnastic ring': 'ring',
    'stability ball': 'swissball',
    'swiss ball': 'swissball',
    'exercise ball': 'swissball',
    'gym ball': 'swissball',
    'physio ball': 'swissball',
    physioball: 'swissball',
    'yoga ball': 'swissball',
    'medicine ball': 'medball',
    'med ball': 'medball',
    tri: 'triceps',
    bi: 'biceps',
    ups: 'up',
    oh: 'overhead',
    sa: 'singlearm',
    rev: 'reverse',
    biked: 'bike',
    ext: 'extension',
    raiser: 'raise',
    flye: 'fly',
    flie: 'fly',
    delt: 'deltoid',
    quadricep: 'quad',
    hammy: 'hamstring',
    hammie: 'hamstring',
    'ham curl': 'hamstring curl',
    'straight bar': 'straightbar',
    'v bar': 'vbar',
    'bar grip': 'grip',
    abdominal: 'ab',
    abs: 'ab',
    legged: 'leg',
    armed: 'arm',
    handed: 'arm',
    'one arm': 'singlearm',
    '1 arm': 'singlearm',
    'single arm': 'singlearm',
    'one hand': 'singlearm',
    'single hand': 'singlearm',
    'one armed': 'singlearm',
    'single armed': 'singlearm',
    'one handed': 'singlearm',
    'single handed': 'singlearm',
    'one leg': 'singleleg',
    '1 leg': 'singleleg',
    'single leg': 'singleleg',
    'one legged': 'singleleg',
    'single legged': 'singleleg',
    'under hand': 'underhand',
    'underhand grip': 'underhand',
    undergrip: 'underhand',
    'under grip': 'underhand',
    supinated: 'underhand',
    'supinated grip': 'underhand',
    'over hand': 'overhand',
    'overhand grip': 'overhand',
    pronated: 'overhand',
    'pronated grip': 'overhand',
    'reverse grip': 'reversegrip',
    narrow: 'close',
    'bent over': 'bentover',
    'over head': 'overhead',
    hummer: 'hammer',
    inclined: 'incline',
    declined: 'decline',
    laterial: 'lateral',
    latereal: 'lateral',
    'stiff leg': 'stiffleg',
    'stiff legged': 'stiffleg',
    'straight leg': 'straightleg',
    'straight legged': 'straightleg',
    'roman deadlift': 'romanian deadlift',
    rumanian: 'romanian',
    presse: 'press',
    'press up': 'push up',
    pressup: 'push up',
    'press down': 'pushdown',
    pressdown: 'pushdown',
    tyre: 'tire',
    'x trainer': 'crosstrainer',
    seating: 'seated',
    sitting: 'seated',
    stand: 'standing',
    alternate: 'alternating',
    alternated: 'alternating',
    alt: 'alternating',
  }).map(([said, meant]) => [spaced(said), wordsOf(meant)] as const),
);
const longestPhrase = 3;

/** Pairs of words that people write together and apart: one word here, then two. */
const written = {
  together: `dead lift,pull down,push down,kick back,cross over,roll out,pull over,skull crusher,up right,cross body,
    cross fit,boot camp,tread mill,body weight,half kneeling,wood chop,wood chopper,stair master,hyper extension,
    ski erg,bike erg,row erg,kick boxing,snow boarding,foot ball,basket ball,volley ball,base ball,soft ball,hand ball,
    dodge ball,net ball,pickle ball,hand stand,head stand,good morning,warm up,back up,back off,get up,pull through`,
  apart: `pull up,push up,chin up,sit up,step up,muscle up,v up,wall ball,ball slam,bird dog,dead bug,face pull,
    leg press,bench press,chest press,shoulder press,leg curl,leg extension,hip thrust,calf raise,hammer curl,
    push press,jump rope,foam roll,foam roller,trail run,pec deck,hack squat,front squat,lateral raise,side plank,
    box jump,kettlebell swing,lat pulldown,water polo`,
};
for (const pair of written.together.split(',').map(spaced)) phrases.set(pair, [pair.replace(' ', '')]);
for (const pair of written.apart.split(',').map(spaced)) phrases.set(pair.replace(' ', ''), pair.split(' '));

const firstWords = new Set([...phrases.keys()].map((phrase) => phrase.split(' ')[0]));

/** Words that add nothing to a name. */
const joiners = new Set(['with', 'in', 'on', 'at', 's']);

/** Words for equipment, each with what it stands for in a row, the nearest first. */
const equipmentOf = new Map<string, readonly string[]>([
  ['barbell', ['barbell', 'ez bar', 'axle bar', 'safety squat bar', 'landmine']],
  ['dumbbell', ['dumbbell']],
  ['kettlebell', ['kettlebell']],
  ['ez', ['ez bar', 'barbell']],
  ['trapbar', ['trap bar']],
  ['smith', ['smith machine']],
  ['cable', ['cable machine']],
  [
    'machine',
    [
      'machine',
      'cable machine',
      'rowing machine',
      'ski machine',
      'stair machine',
      'elliptical trainer',
      'treadmill',
      'stationary bike',
      'air bike',
      'arm bike',
    ],
  ],
  ['band', ['band']],
  ['plate', ['weight plate']],
  ['landmine', ['landmine']],
  ['bodyweight', ['bodyweight', 'pull-up bar', 'dip bars', 'mat', 'none']],
  ['ring', ['rings']],
  ['suspension', ['suspension trainer']],
  ['medball', ['medicine ball']],
  ['swissball', ['exercise ball']],
  ['sandbag', ['sandbag']],
  ['treadmill', ['treadmill']],
]);

/** Words about the log, the effort or the maker, not about the exercise. */
export const asides: ReadonlySet<string> = new Set(
  wordsOf(
    `old new loaded data backup copy temp test version variation variant custom alternative light heavy easy hard
    strict slow paused pause tempo eccentric negative weighted exercise main top work working backoff amrap rpe rir max
    pr deload volume hypertrophy explosive timed time minute min second sec km mile mi meter metre kg lb lbs rep reps
    set sets warmup day week left right both each per x v2 technogym panatta matrix cybex nautilus precor hoist prime
    atlantis arsenal keiser rogue eleiko gymleco bowflex lifefitness gym80 titan little quick short nice morning evening
    lunch bilateral style form normal regular standard basic traditional classic conventional plain`,
  ),
);

/** Words for a posture or a setting that most exercises have no row of their own for. */
export const settings: ReadonlySet<string> = new Set(
  wordsOf(
    `alternating standing seated kneeling halfkneeling flat full rom range workout training session practice class
    outdoor indoor gym straightbar vbar handle attachment supported free freeweight weight mag`,
  ),
);

/** Words for a grip or for one side at a time, where the exercise is the same without them. */
export const grips: ReadonlySet<string> = new Set(
  wordsOf(
    `wide medium neutral close grip stance rope v singlearm hand overhand reversegrip underhand omnigrip parallel`,
  ),
);

/** The words of an exercise's name: one word for each thing that has several. */
export function exerciseWords(text: string): string[] {
  return renamed(renamed(wordsOf(text).filter(isSaid)));
}

/** The equipment words among these. */
export function toolsAmong(words: readonly string[]): string[] {
  return words.filter((word, at) => isTool(word) && words.indexOf(word) === at);
}

export const isTool = (word: string): boolean => equipmentOf.has(word);

/** How well equipment answers what was said: 0 where it does not, 1 where it is meant, between if it will do. */
export function fitOf(tools: readonly string[], equipment: readonly string[]): number {
  let fit = 1;
  for (const tool of tools) {
    const place = (equipmentOf.get(tool) ?? []).findIndex((wanted) => equipment.includes(wanted));
    if (place < 0) return 0;
    if (place > 0) fit = 0.5;
  }
  return fit;
}

/** The words that are not among the dropped ones. Figures ("3x10") are dropped with the asides. */
export function without(words: readonly string[], dropped: ReadonlySet<string>): string[] {
  if (dropped === asides) return words.filter((word) => !dropped.has(word) && !/^(rpe|x)?\d/.test(word));
  return words.filter((word) => !dropped.has(word));
}

function spaced(text: string): string {
  return wordsOf(text).join(' ');
}

function isSaid(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word) && !joiners.has(word);
}

function renamed(words: string[]): string[] {
  if (!words.some((word) => firstWords.has(word))) return words;
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = firstWords.has(words[at] ?? '') ? Math.min(longestPhrase, words.length - at) : 0;
    while (length > 0 && !phrases.has(words.slice(at, at + length).join(' '))) length--;
    out.push(...(phrases.get(words.slice(at, at + length).join(' ')) ?? words.slice(at, at + 1)));
    at += Math.max(1, length);
  }
  return out;
}
