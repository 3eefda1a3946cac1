import { phrases, synonyms } from '../../phrases.ts';
import type { QuickAddField, QuickAddVocabulary } from '../quick-add-vocabulary.ts';

const said = (list: string[]) => phrases(list.map((phrase) => [phrase, null] as const));
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const quickAdd: QuickAddVocabulary = {
  fields: synonyms<QuickAddField>([
    [
      'kcal',
      ['kcal', 'kcals', 'kkal', 'kilocalories', 'cal', 'cals', 'cal.', 'calories', 'calorie', 'calory', 'calries'],
    ],
    ['kJ', ['kj', 'kjs', 'kilojoule', 'kilojoules']],
    ['proteinG', ['p', 'pro', 'prot', 'protein', 'proteins', 'protien', 'gp', 'g p', 'g protein']],
    ['carbsG', ['c', 'carb', 'carbs', 'carbohydrate', 'carbohydrates', 'cho', 'gc', 'net carbs']],
    ['fatG', ['f', 'fat', 'fats', 'gf', 'total fat']],
    ['other', ['fiber', 'fibre', 'sugar', 'sugars', 'salt', 'sodium', 'sat fat', 'saturated fat', 'saturates']],
  ]),
  leads: said(['quick add', 'quick-add', 'quickadd', 'quick log', 'qa', 'quick add :', 'quick entry', 'quick cals']),
  fillers: said([
    'was',
    'were',
    'was about',
    'was around',
    'was like',
    'came to',
    'came in at',
    'worked out at',
    'works out at',
    'guessing',
    'im guessing',
    'probs',
    'roughly about',
    'approx about',
    'around about',
    'somewhere around',
    'call it',
    'say',
    'lets say',
    'lets call it',
    'just put',
    'put',
    'chuck in',
    'bung in',
    'stick in',
    'i had',
    'i just had',
    'i ate',
    'i just ate',
    'ate',
    'had',
    'just had',
    'just ate',
    'having',
    'drank',
    'i drank',
    'log',
    'log it as',
    'log me',
    'log a',
    'logged',
    'logging',
    'add',
    'add another',
    'track',
    'record',
    'note',
    'put down',
    'enter',
    'another',
    'more',
    'extra',
    'about',
    'around',
    'approx',
    'approximately',
    'roughly',
    'like',
    'maybe',
    'probably',
    'some',
    'total',
    'in total',
    'in all',
    'altogether',
    'worth',
    'worth of',
    'of',
    'with',
    'w/',
    'w',
    'and',
    'plus',
    'for',
    'for a',
    'for the',
    'at',
    'a',
    'an',
    'my',
    'the',
    'of food',
    'macros',
    'energy',
    'meal of',
    'or so',
    'ish',
    'est',
    'estimated',
    'guess',
    'i guess',
    'i think',
    'today',
    'so far',
    'just',
  ]),
  refusals: words(`
    target targets goal goals limit budget left remaining remain burn burned burnt burning burns deficit surplus
    maintenance maintain tdee bmr rmr diet per day daily week weekly average avg under over short need needs should
    could would want wants wanna gonna will might how what why when where which who is are am does do did can may if
    not no never dont didnt doesnt cant wont isnt run ran running walk walked walking cardio treadmill bike biked cycled
    cycling swim swam swimming workout workouts exercise exercised gym session elliptical rowing rowed hiit yoga steps
    garmin fitbit watch strava lost lose gain aim aiming set change make remove delete undo edit update correct instead
    recipe contains contain has have per100 label serving servings every each everyday allowed allowance eat eating
    than less fewer too many much most least enough goal: save new remind reminder tomorrow later tonight plan planned
    planning about: max min maximum minimum between difference minus skip skipped missing hit reach reached tdee: up to
    he she they we you your his her their mum mom dad wife husband kid kids son daughter friend someone people
    weigh weight kg lbs bpm sleep slept hours hour hr hrs minutes mins min km miles mile reps sets rep
    it its that this these those there here from in on by as but or because so
  `),
  grams: words('g gr grs gm gms gram grams gramm'),
  notes: words(`
    cheat meal meals treat snack snacks food party bbq takeaway takeout buffet restaurant pub bar cafe brunch dessert
    drinks drink cocktails leftovers homemade misc random birthday wedding cake work office canteen airport plane cinema
    movie deli bakery street christmas thanksgiving easter big small huge large little late early night post pre training
    refeed potluck picnic barbecue date stuff nibbles bites tapas starter main mains side sides sweet sweets savoury
  `),
};
