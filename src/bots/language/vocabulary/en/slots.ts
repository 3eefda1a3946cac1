import { phrases, synonyms } from '../../phrases.ts';

export const slots = synonyms<string>([
  [
    'breakfast',
    ['breakfast', 'breakfasts', 'brekkie', 'brekky', 'brekkies', 'brekfast', 'breakfest', 'breackfast', 'breaky', 'breakie', 'brekki', 'bfast', 'b-fast', 'bkfst', 'brkfst', 'breakfast time', 'breakky', 'second breakfast', 'late breakfast', 'early breakfast'],
  ],
  ['lunch', ['lunch', 'lunchtime', 'lunch time', 'luncheon', 'late lunch', 'early lunch', 'lunsh', 'luch', 'working lunch', 'quick lunch']],
  ['dinner', ['dinner', 'dinnertime', 'dinner time', 'supper', 'suppertime', 'diner', 'dinnner', 'din dins', 'dindins', 'evening meal', 'for tea', 'for my tea', 'late dinner', 'early dinner', 'teatime', 'quick dinner']],
  [
    'snack',
    ['snack', 'snacks', 'snak', 'snack time', 'snacktime', 'midnight snack', 'late night snack', 'late snack', 'morning snack', 'afternoon snack', 'evening snack', 'mid-morning snack', 'midmorning snack', 'mid morning snack', 'mid-afternoon snack', 'mid afternoon snack', 'quick snack', 'little snack', 'bedtime snack', 'pre-workout snack', 'post-workout snack', 'elevenses'],
  ],
  ['drink', ['drink', 'drinks', 'beverage', 'beverages']],
]);

export const shySlots: ReadonlySet<string> = new Set(['drink', 'drinks', 'beverage', 'beverages', 'diner']);

const said = (list: string[]) => phrases(list.map((phrase) => [phrase, null] as const));

export const slotLeads = said([
  'for', 'for my', 'for a', 'for the', 'for an', 'for todays', 'at', 'as', 'as a', 'as an', 'as my', 'my', 'todays', 'with my', 'to my', 'to', 'in my', 'during', '->', '#', 'slot', 'log', 'log my',
  'add to', 'had a', 'had my', 'had', 'i had', 'i had my', 'i had a', 'ate', 'ate my', 'a', 'my first', 'my second', 'over', 'on my',
]);

export const slotCopulas = said(['was', 'is', 'were', 'today was', 'consisted of', 'included', 'consists of', 'was just', 'today is', 'was a simple', 'of', 'of just']);
