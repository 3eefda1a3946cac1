const leads = ['im', 'i am', 'i feel', 'i felt', 'feel', 'felt', 'feeling', 'im feeling', 'i was', 'was feeling'];
const degrees = [
  '',
  'so ',
  'very ',
  'really ',
  'pretty ',
  'quite ',
  'a bit ',
  'kinda ',
  'super ',
  'a little ',
  'just ',
];
/** Without a word of feeling before them these might be said of anything. */
const ofAnything: ReadonlySet<string> = new Set([
  ...['fat', 'gross', 'disgusting', 'empty'],
  ...['down', 'low', 'flat', 'sick', 'better', 'worse', 'good', 'great', 'bad', 'fine', 'ok', 'okay'],
]);

/** How somebody is who is not well. */
export const low: readonly string[] = [
  ...['sad', 'down', 'low', 'anxious', 'nervous', 'stressed', 'stressed out', 'tired', 'exhausted', 'drained'],
  ...['knackered', 'wiped', 'wiped out', 'wrecked', 'sleepy', 'sore', 'achy', 'hungover', 'sick', 'ill', 'run down'],
  ...['grumpy', 'irritable', 'cranky', 'unmotivated', 'meh', 'flat', 'lonely', 'angry', 'frustrated', 'overwhelmed'],
  ...['guilty', 'ashamed', 'fat', 'gross', 'disgusting', 'bloated', 'hopeless', 'worthless', 'empty'],
  ...['awful', 'terrible', 'bad', 'worse', 'rough'],
];

/** How somebody is who is well. */
export const well: readonly string[] = [
  ...['happy', 'rested', 'refreshed', 'energised', 'energized', 'calm', 'relaxed', 'motivated', 'excited', 'proud'],
  ...['good', 'great', 'fine', 'ok', 'okay', 'better', 'amazing', 'fantastic', 'strong'],
];

/** "i'm so sad", "feeling a bit down" */
export const told = (feelings: readonly string[]): string[] =>
  feelings.flatMap((feeling) => leads.flatMap((lead) => degrees.map((how) => `${lead} ${how}${feeling}`)));

/** "tired", "so sore": what can be told without "i feel". */
export const alone: readonly string[] = [...low, ...well]
  .filter((feeling) => !ofAnything.has(feeling))
  .flatMap((feeling) => degrees.map((how) => `${how}${feeling}`));
