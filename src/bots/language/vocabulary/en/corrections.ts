import { phrases, synonyms } from '../../phrases.ts';
import type { CorrectionVocabulary } from '../correction-vocabulary.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);
const listed = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
const said = (list: string) => phrases(listed(list).map((phrase) => [phrase, null] as const));
const each = (first: readonly string[], second: readonly string[]): string[] =>
  first.flatMap((one) => second.map((other) => `${one} ${other}`));

const firm = listed(`
  oops, oop, ooops, whoops, woops, whoopsie, oops wrong, oops no, oops sorry, sorry, soz, my bad, my mistake, my fault,
  mb, mistake, i mistyped, mistyped, typo, sorry typo, wrong, thats wrong, that is wrong, that was wrong, its wrong,
  it is wrong, not right, thats not right, that isnt right, thats incorrect, incorrect, wrong amount, wrong number,
  wrong meal, wrong day, wrong food, i was wrong, i got that wrong, got that wrong, i made a mistake, made a mistake,
  i meant, i mean, meant, mean, i meant to say, i meant to write, meant to say, meant to write, i actually meant,
  i meant it was, i should have said, should have said, should say, it should say, that should say, should be,
  should have been, shouldve been, i wanted to say, correction, edit, fix, fixed, amend, actually, acutally, actualy,
  actually no, wait, wait no, no wait, waitt, hold on, hang on, hmm no, on second thought, scratch that it was,
  let me correct that, let me correct, let me fix that, to correct, please correct, i forgot, forgot to say,
  correct that, correct that to, correct it to, fix that to, fix it to, thats not it, not quite, ah no, oh no, ah wait,
  oh wait, argh, ugh, damn, dang, er, erm, uhm, ah, rather, or rather, nope, nah, no no, no sorry, my apologies,
  nvm, nevermind, never mind, ignore that, apologies, in fact, to be exact, to be precise, more like, it was more like, should read, i put the wrong, misread
`);
const polite = listed(`
  please, pls, plz, can you, can u, could you, could u, would you, can you please, could you please, lets, you can, just, ok, okay, okey, hey,
  hi, oh, so, and, also, but, um, uh, hmm, well, then, btw, spotter, you should, kindly, yes, yeah, yep, yup, alright,
  right, go ahead and, hey spotter, quick fix, small fix, one more thing
`);
const subjects = listed(`
  it, that, this, they, those, these, that one, this one, the last one, last one, the last entry, last entry,
  my last entry, that entry, the entry, this entry, that meal, this meal, the meal, that workout, the workout, that log,
  the last log, the previous one, the first one, all of it, all of that, the whole thing, the weight i said, the amount,
  the portion, the quantity, the serving, my portion, the right amount, the correct amount, the real amount, the total
`);
const wasForms = listed(`
  was, were, is, are, wass, weighed, should be, should have been, shouldve been, should of been, was actually,
  were actually, is actually, actually was, actually were, was really, was in fact, was supposed to be,
  were supposed to be, was meant to be, is supposed to be, must be, must have been, would be, turned out to be, came to,
  needs to be, has to be, ought to be, will be, got logged wrong it was, counts as, count as, goes as
`);
const wasNotForms = listed(`
  wasnt, was not, werent, were not, isnt, is not, arent, are not, shouldnt be, should not be, wasnt actually
`);

const removing = listed(`
  remove, removing, delete, del, take off, take out, take away, takeout, drop, get rid of, scrap, ditch, leave out, left out, strike,
  strike out, erase, omit, exclude, subtract, deduct, cut, cut out, unlog, discard, cancel, lose, clear, kick out, pull,
  scratch, nix, dont count, dont include, do not count, do not include, dont log, uncount
`);

const ordinals: readonly (readonly [number, readonly string[]])[] = [
  [-1, ['last set', 'final set', 'the last set', 'my last set', 'the final set']],
  [1, ['first set', '1st set', 'set one', 'set 1', 'the first set', 'the 1st set']],
  [2, ['second set', '2nd set', 'set two', 'set 2', 'the second set', 'the 2nd set']],
  [3, ['third set', '3rd set', 'set three', 'set 3', 'the third set', 'the 3rd set']],
  [4, ['fourth set', '4th set', 'set four', 'set 4', 'the fourth set', 'the 4th set']],
  [5, ['fifth set', '5th set', 'set five', 'set 5', 'the fifth set', 'the 5th set']],
];

const factored: readonly (readonly [number, readonly string[]])[] = [
  [2, ['double', 'doubled', 'twice', 'two times', '2x', '2 x', 'x2', 'times two', 'times 2']],
  [3, ['triple', 'tripled', 'three times', 'thrice', '3x', '3 x', 'x3', 'times three', 'times 3']],
  [4, ['quadruple', 'four times', '4x', '4 x', 'x4', 'times four', 'times 4']],
  [0.5, ['half', 'halve', 'halved', 'half of', 'a half of', 'just half', 'only half', '1/2 of', '50% of']],
  [1 / 3, ['a third of', 'one third of', 'third of']],
  [2 / 3, ['two thirds of', '2/3 of']],
  [0.25, ['a quarter of', 'quarter of', 'one quarter of']],
  [0.75, ['three quarters of', '3/4 of']],
  [1.5, ['one and a half times', 'one and a half of', '1.5x', '1.5 x', 'x1.5', 'times 1.5']],
];

const openers = words(`
  was were is are wasnt werent isnt arent not instead rather meant mean make making change changed set update correct
  correction edit fix adjust alter amend modify turn swap switch replace exchange substitute sub remove delete del take
  trade drop rid scrap ditch leave left strike erase omit exclude subtract deduct cut unlog discard cancel lose clear scratch
  forget skip dont no without minus sans hold w/o move put shift count file double triple halve half twice quadruple
  third thirds quarter quarters times oops oop ooops whoops woops sorry soz bad mistake mistyped typo wrong incorrect should shouldve actually
  actualy acutally wait fact precise exact its thats weighed must turned came more needs goes belongs nope nah pull nix
  doubled tripled halved hadnt didnt kick thrice bump raise lower increase reduce apologies fault
`);

/** Verbs that log, and words for what was logged: together they may correct it. */
const mended = words('log add track record save mark list enter assign it that this those them these only just');

export const corrections: CorrectionVocabulary = {
  cues: new RegExp(`\\b(?:${[...openers, ...mended].join('|')})(?![a-z])`),
  openers: new RegExp(`\\b(?:${openers.join('|')})(?![a-z])`),
  hint: new RegExp(
    `\\b(?:${openers.join('|')}|(?:log|add|track|record|save|mark|list|enter|assign) (?:it|that|this|those|them|the)|(?:had|ate|drank) (?:it|that|this|those|them)|had no|of (?:those|them|these)|(?:wasn|weren|isn|aren|didn|hadn|don)['’]t|(?:it|that)['’]s)(?![a-z])|\\bx ?\\d|\\d ?x\\b`,
    'i',
  ),
  leads: synonyms<'firm' | 'polite'>([
    ['firm', firm],
    ['polite', polite],
  ]),
  shyLeads: new Set(['no', 'edit', 'fix', 'mean', 'rather', 'correct']),
  refs: phrases(
    [
      ...subjects,
      ...listed(`them, all that, all this, that last one, that last entry, my entry, my last log, what i just logged, what i logged,
        what i just said, what i just sent, the thing i just logged, the last thing i logged, the last thing, that last thing,
        the last food, the last meal, my last meal, the thing i logged, what i just added, what you just logged, what you just added`),
    ].map((ref) => [ref, null] as const),
  ),
  copulas: phrases(wasForms.map((form) => [form, null] as const)),
  itWas: phrases(
    [
      ...each(subjects, wasForms),
      ...listed(`its, thats, it's actually, its actually, thats actually, twas, there were only, there was only,
        it actually was, that actually was, i actually had only, it says wrong it was, it shouldve been, its supposed to be`),
    ].map((form) => [form, null] as const),
  ),
  wasNot: phrases(wasNotForms.map((form) => [form, null] as const)),
  nots: said('not, and not, rather than, instead of, as opposed to, in place of'),
  buts: said('but, but rather, but it was, it was, its, they were, that was, rather, but actually, just'),
  shades: said(`
    actually, really, only, just, more like, like, in fact, supposed to be, meant to be, about, closer to, rather, in reality,
    exactly, precisely, probably, i think, of course, basically, for real, all, also, both, even
  `),
  makes: said(`
    make, change, set, update, correct, edit, fix, adjust, alter, amend, modify, turn, bump, raise, lower, increase, reduce,
    make it so, bump up, cut down, cut, up, put down, change up, drop, bring, bring down, bring up
  `),
  directMakes: new Set(['make', 'making', 'set', 'update', 'correct', 'fix', 'edit']),
  bareMakes: new Set(['change', 'update', 'correct', 'set', 'edit', 'adjust', 'fix', 'amend', 'alter', 'make']),
  into: said(
    'to, into, as, to be, to just, to only, up to, down to, in, = , : , ->, to about, to around, to more like, for',
  ),
  from: new Set(['from']),
  swaps: said('swap, switch, replace, exchange, substitute, sub, swap out, switch out, trade, sub out'),
  swapJoins: said('for, with, by, to, into, out for, ->, in favour of, in favor of'),
  removes: phrases(removing.map((verb) => [verb, null] as const)),
  shyRemoves: new Set(
    words('drop lose cut cancel clear pull scratch leave left nix dont do scrap ditch kick deduct take'),
  ),
  splitRemoves: new Map([
    ['take', ['off', 'out', 'away']],
    ['leave', ['out', 'off']],
    ['left', ['out', 'off']],
    ['cut', ['out']],
    ['pull', ['off', 'out']],
    ['strike', ['out', 'off']],
    ['kick', ['out', 'off']],
  ]),
  withouts: said(`
    no, without, w/o, minus, sans, hold, hold the, skip the, there was no, there were no, there wasnt any, there werent any,
    it had no, it didnt have, it didnt have any, it had none of, i didnt have, i didnt eat, i didnt drink, didnt have,
    i didnt have any, i never had, i didnt finish, it came without, it was without, that was without, had no, with no,
    it doesnt have, that had no, that didnt have, i left out, i left, i skipped, i skip, but no, but without, didnt eat,
    make it without, that one had no, this one had no, it has no, i didnt actually have, i didnt actually eat
  `),
  hadThat: phrases(
    each(
      ['i had', 'i ate', 'i drank', 'had', 'ate', 'drank', 'i actually had', 'i actually ate'],
      ['it', 'that', 'this', 'those', 'them'],
    ).map((form) => [form, null] as const),
  ),
  hadNone: said('had no, has no, came without, was without, came with no, didnt have, didnt have any, had none of the'),
  moves: said(`
    move, put, shift, count, file, log, record, save, switch, mark, assign, change, add, track, move over, list, enter
  `),
  moveJoins: said(`
    to, under, as, in, into, for, on, over to, for my, to my, as my, under my, in my, to the, as a, back to, down as, from to
  `),
  factors: synonyms(factored),
  wholeFactors: synonyms<number>([
    [
      0.5,
      listed(`
        i only ate half, i only had half, only ate half, only had half, i ate only half, i had only half, i just had half,
        i just ate half, only half, ate half, i ate half, had half, i had half, i only finished half, only finished half,
        just half, half only, i drank half, i only drank half, left half, i left half, half portion, half a portion only
      `),
    ],
    [
      2,
      listed(`
        twice as much, twice as many, two of those, two of them, two of these, 2 of those, 2 of them, i had two of those,
        i had two of them, i had two, there were two, it was a double, had two of them, i had it twice, times two,
        i ate two of them, i ate two of those, twice the amount, double the amount, double portion, had it twice, x2, x 2
      `),
    ],
    [3, listed('three of those, three of them, 3 of those, 3 of them, i had three of those, i had three of them')],
    [0.75, listed('i ate three quarters, i only ate three quarters, i only had three quarters')],
    [1 / 3, listed('i only ate a third, i only had a third, only ate a third, only a third')],
    [0.25, listed('i only ate a quarter, i only had a quarter, only ate a quarter, only a quarter')],
    [2 / 3, listed('i only ate two thirds, i only had two thirds, only two thirds')],
  ]),
  newFactors: synonyms<number>([
    [
      0.5,
      listed('half, half as much, half as many, half that, half of that, half of it, half the amount, half the size'),
    ],
    [
      2,
      listed(`
        double, a double, doubled, twice as much, twice that, twice the amount, double that, double the amount, two of them,
        two of those, two of these, times two, times 2, x2, 2x, double portion, twice as many
      `),
    ],
    [3, listed('triple, a triple, three times that, three of them, three of those, times three, times 3, x3, 3x')],
    [1.5, listed('1.5x, x1.5, one and a half times that, times 1.5')],
  ]),
  sets: synonyms(ordinals),
  setWord: 'x',
  setsOf: new Set(['of', 'x', 'by', 'times']),
  atWeight: said('at, @, with, on, using, by'),
  praise: new Set(
    words(`
      nice delicious tasty great good best amazing lovely yummy awesome perfect bad terrible awful horrible worst big
      massive huge beautiful wonderful fantastic excellent decent proper cold hot warm fresh little lucky
    `),
  ),
  tastes: new Set(
    words(`
      raw strong weak sweet light heavy soft hard stale burnt burned rich creamy spicy salty dry wet greasy oily bitter sour tough
      tender juicy crispy crunchy soggy bland mild hot cold warm iced frozen melted off mouldy moldy rotten ripe full empty thick
      thin runny real fake free cheap expensive small large big tiny huge medium filling meh ok okay fine ready done gone
    `),
  ),
  noTargets: new Set(
    words(`
      reminder reminders goal goals target targets list alarm timer password account profile name email photo picture
      message messages coach client meeting appointment plan plans schedule calendar notification notifications setting
      settings city zone timezone units language flight phone number address subscription app password order reservation
      streak badge achievement group channel chat server calories macros time clock birthday height gender age routine
      template playlist song music light lights volume heating thermostat tv screen card bill payment bank money price
      insurance car booking hotel room ticket booze party class word words joke subject topic dress clothes battery oil
      tire tires tyre password pin code mind
    `),
  ),
  noNameEdges: new Set(
    words(`
      the my our some any a an and or but with without in on at to for from off out away under as into by not no was were is are be been it its i
      that this them they instead of than per then also too so please pls sorry thanks lol by again each total only just
    `),
  ),
  determiners: new Set(['that', 'all']),
  presents: new Set(['its', 'thats', 'is', 'are']),
  joins: new Set([',', ';', 'and', '&', '+', '\n', '.', '!', 'or', 'plus', 'also', 'then', 'nor']),
  tails: said(`
    from that, from it, from this, from there, from my meal, from the meal, from that meal, from the last one, from my log,
    from the log, from that one, from the list of foods, in it, in that, on it, on that, on top, with it, with that, there,
    instead, as well, too, after all, this time, for that, of it, of that, that i logged, i logged, i just logged, that one,
    in there, that i said, from the last entry, from my last entry, again, in fact, actually, today though, sorry, my bad,
    by mistake, my mistake, i think, at all, in the end, i realised, i realized, in reality, in total, altogether, from earlier,
    oops, whoops, silly me, not sure why, though, tho, total, all together, either, from the order
  `),
};
