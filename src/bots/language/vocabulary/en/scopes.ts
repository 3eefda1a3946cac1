import type { Scope } from '../../../../domain/coaching/scopes.ts';

/** What people call what a coach may see. */
export const scopeWords: ReadonlyMap<string, Scope | 'all'> = new Map(
  (
    [
      ['all', 'all everything'],
      ['food', 'calories macros kcal food foods meal meals eating diet nutrition drinks'],
      ['training', 'training trainings workout workouts exercise exercises'],
      ['body', 'body bodyweight weight weights weigh-ins measurements measures'],
      ['photos', 'photo photos picture pictures pic pics'],
      ['mood', 'mood moods sleep stress energy wellbeing'],
      ['messages', 'message messages check-in check-ins checkin checkins'],
    ] as const
  ).flatMap(([scope, names]) => names.split(' ').map((name) => [name, scope] as const)),
);

/** Words between them that say nothing. */
export const scopeFillers: ReadonlySet<string> = new Set(['and', 'my', 'the', 'progress', 'scopes', 'only', '&', '+']);
/** How much of what was named before them. */
export const levelWords: ReadonlyMap<string, 'none' | 'read' | 'write'> = new Map([
  ['read', 'read'],
  ['see', 'read'],
  ['view', 'read'],
  ['on', 'read'],
  ['write', 'write'],
  ['edit', 'write'],
  ['change', 'write'],
  ['off', 'none'],
  ['none', 'none'],
  ['no', 'none'],
  ['hide', 'none'],
]);
