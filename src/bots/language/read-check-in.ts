/** What is said of one's own check-in. */
export interface CheckInReading {
  /** Null: the one that is to be done now. */
  readonly week: 'this' | 'last' | null;
}

/** What a coach says of their clients' check-ins. */
export type CheckInsReading =
  | { readonly do: 'queue' }
  /** Words begin with a client's name; an answer may follow. */
  | { readonly do: 'client'; readonly words: string }
  | { readonly do: 'assign'; readonly name: string; readonly weekday: number; readonly at: string };

const own =
  /^(?:(?:(?:can i |let me |i (?:want|need) to )?(?:do|start|begin|open|fill in|continue|finish|hand in|show)(?: me)? )?(?:my |the |a |this week'?s |last week'?s )?(?:weekly )?check[- ]?in(?: now| please)?(?:,? (?:for )?(?:this|last) week)?|check me in)[.!?]*$/i;

/** "check in", "do my weekly check-in", "/checkin last week". Null for anything else. */
export function readCheckIn(text: string): CheckInReading | null {
  const [, slash, rest = ''] = /^\s*(\/check_?in\b)?\s*(.*?)\s*$/isu.exec(text) ?? [];
  const isOwn = slash ? /^(?:(?:for )?(?:this|last) week)?[.!]*$/i.test(rest) : own.test(rest);
  if (!isOwn) return null;
  const said = /\b(this|last) week/i.exec(rest)?.[1]?.toLowerCase();
  return { week: said === 'this' || said === 'last' ? said : null };
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const queue =
  /^(?:(?:show(?: me)? |open |any |what )?(?:(?:the|my|new|open|waiting) )*(?:clients'? )?check[- ]?ins(?: waiting| to review)?|who (?:has )?checked in)[.!?]*$/i;
const assigned =
  /^(?<name>.+?)[,:]?\s+(?:every |on |each )?(?<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*s?(?:,? at)?\s+(?<hour>\d{1,2})(?::(?<minute>\d{2}))?\s*(?<half>am|pm)?[.!]*$/i;

/** A coach's words on check-ins: "check-ins", "/checkins anna great week", "/checkins anna every sunday 18:00". */
export function readCheckIns(text: string, isCoach: boolean): CheckInsReading | null {
  const [, slash, rest = ''] = /^\s*(\/check_?ins\b)?\s*(.*?)\s*$/isu.exec(text) ?? [];
  if (!slash) return isCoach && queue.test(rest) ? { do: 'queue' } : null;
  if (rest === '') return { do: 'queue' };
  if (rest.startsWith(':')) return null;
  return assign(rest) ?? { do: 'client', words: rest };
}

function assign(rest: string): CheckInsReading | null {
  const { name, day, hour, minute = '0', half } = assigned.exec(rest)?.groups ?? {};
  if (!name || !day || !hour || name.split(' ').length > 3) return null;
  const clock = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
  if (clock > 23 || Number(minute) > 59) return null;
  const at = `${String(clock).padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return { do: 'assign', name, weekday: weekdays.indexOf(day.toLowerCase()) + 1, at };
}
