import { phrases, synonyms } from '../../phrases.ts';

const hours = ['quiet hours', 'quiet time', 'my quiet hours', 'my quiet time', 'silent hours', 'do not disturb', 'dnd'];

/** `hours` can be about nothing else. */
export const quietLeads = synonyms<'hours' | 'silence'>([
  [
    'hours',
    hours.flatMap((name) => [
      name,
      `${name} are`,
      `${name} is`,
      `${name}:`,
      `set ${name} to`,
      `set ${name}`,
      `change ${name} to`,
    ]),
  ],
  [
    'silence',
    [
      'dont write',
      'dont write me',
      'dont write to me',
      'dont message me',
      'dont text me',
      'dont disturb me',
      'do not disturb me',
      'no messages',
      'dont ping me',
      'dont notify me',
      'dont buzz me',
      'dont bother me',
      'no notifications',
      'no pings',
      'no texts',
      'be quiet',
      'stay quiet',
    ],
  ],
]);

/** "no messages after 22:00": only one end of them. */
export const quietEdges = phrases(['after', 'past', 'before'].map((phrase) => [phrase, null] as const));

export const noQuietHours = phrases(
  hours
    .flatMap((name) => [
      `no ${name}`,
      `${name} off`,
      `turn off ${name}`,
      `${name} none`,
      `without ${name}`,
      `${name} never`,
    ])
    .map((phrase) => [phrase, null] as const),
);
