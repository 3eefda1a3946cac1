/** What can be asked how it is done, in the order in which it is tried. */
export interface Guide {
  readonly asked: RegExp;
  /** The commands that do it, for whoever coaches and for everybody else; an empty list: not for them. */
  readonly coach: readonly string[];
  readonly others: readonly string[];
}

/** Ways to ask how something is done here. */
export const guideLeads =
  /^(?:(?:hey|hi|ok|so|and|but|spotter|please|pls)[, ]+)*(?:how (?:do|can|could|should|would|does) (?:i|we|you|one|u)|how to|how(?:['’]?d| would) i|where (?:do|can) i|is there a way to|what(?:['’]?s| is) the (?:command|way) (?:for|to)|what do i (?:say|write|type) to|show me how to|tell me how to|explain how to|can i(?! (?:see|have|get|eat|skip)\b)) (.+?)[?.! ]*$/iu;

const doing = (verbs: string, what: string): RegExp => new RegExp(`^(?:${verbs})\\b.*\\b(?:${what})\\b`, 'iu');
const any = '[a-z]+(?: up| on| out| down| in| off| over| away)?';

export const guides: readonly Guide[] = [
  {
    asked: doing(
      'add|invite|get|onboard|bring|connect|sign|register|have|take on|start with',
      'clients?|athletes?|trainees?',
    ),
    coach: ['invite'],
    others: [],
  },
  {
    asked: doing('end|stop|remove|drop|delete|quit|leave|fire|lose', 'clients?|coach|coaching'),
    coach: ['end-coaching'],
    others: ['coach'],
  },
  { asked: doing('see|list|show|find|check|open|look at', 'clients?'), coach: ['clients', 'client'], others: [] },
  {
    asked: doing(
      any,
      '(?:all|every|each|several|many|both)(?: of)?(?: my)? ?(?:clients?|one|body|people|at once)|everyone|everybody|broadcasts?',
    ),
    coach: ['broadcast', 'group'],
    others: [],
  },
  { asked: doing(any, 'groups?'), coach: ['group', 'broadcast'], others: [] },
  { asked: doing(any, 'diets?|meal ?plans?|eating plans?'), coach: ['diet'], others: ['plan'] },
  {
    asked: doing(
      'assign|give|send|share|make|build|write|create|add|set up|schedule|plan|use|change|edit|save',
      '(?:templates?|plans?|programs?|programmes?|routines?|workouts?|trainings?)(?: to| for)?',
    ),
    coach: ['template', 'routine'],
    others: ['routine'],
  },
  { asked: doing('assign|give', '[a-z]+'), coach: ['template', 'diet'], others: [] },
  { asked: doing(any, 'check-? ?ins?|forms?'), coach: ['checkins', 'form'], others: ['checkin'] },
  {
    asked: doing(
      'plan|book|schedule|arrange|move|cancel|change|reschedule|set up|make|add',
      'sessions?|calls?|appointments?',
    ),
    coach: ['session'],
    others: ['session'],
  },
  { asked: doing('make|write|add|keep|take|see|read|leave', 'notes?'), coach: ['note'], others: ['remark'] },
  {
    asked: doing(
      'message|text|write|talk|speak|chat|contact|reach|tell|ask|answer|reply|send|msg|dm',
      'messages?|clients?|coach|them|to|him|her|[a-z]+',
    ),
    coach: ['msg', 'chat', 'later'],
    others: ['msg', 'chat', 'later'],
  },
  {
    asked: doing('hide|share|show|stop|choose|control|decide|change', 'coach|shar(?:e|ing)|sees?'),
    coach: ['coach'],
    others: ['coach'],
  },
  { asked: doing(any, 'remind(?:ers?|ed)?'), coach: ['remind'], others: ['remind', 'reminders'] },
  {
    asked:
      /^(?:link|connect|use|merge|join|have|sync)\b.*\b(?:telegram|discord|accounts?|phone|devices?|both|another)\b/iu,
    coach: ['link'],
    others: ['link'],
  },
  {
    asked: /^(?:delete|erase|remove|close)\b.*\b(?:account|data|everything|profile|me)\b/iu,
    coach: ['delete_me'],
    others: ['delete_me'],
  },
  { asked: /^(?:undo|revert|take back|go back|delete|remove)\b/iu, coach: ['undo'], others: ['undo'] },
  {
    asked:
      /^(?:correct|edit|fix|change|update|amend)\b.*\b(?:entry|entries|meals?|log|it|that|mistakes?|food|amount|set|sets|workout|lunch|dinner|breakfast)\b/iu,
    coach: ['correct'],
    others: ['correct'],
  },
  {
    asked: /^(?:set|change|add|make|give|update)\b.*\b(?:targets?|calories|kcal|macros?|protein|budget)\b/iu,
    coach: ['target'],
    others: ['target'],
  },
  { asked: /^(?:set|change|add|make|update|see)\b.*\bgoals?\b/iu, coach: ['goal', 'goals'], others: ['goal', 'goals'] },
  { asked: doing(any, 'photos?|pictures?|pics?'), coach: ['photos'], others: ['photos'] },
  {
    asked: doing('add|create|save|make|enter', 'recipes?|foods?|products?|ingredients?'),
    coach: ['food'],
    others: ['food'],
  },
  { asked: doing('add|create|save|make|enter', 'exercises?'), coach: ['exercise'], others: ['exercise'] },
  {
    asked: doing(
      'change|set|switch|use|hide|turn',
      'units?|kg|lbs?|pounds|time ?zone|city|language|numbers|calories|quiet hours',
    ),
    coach: ['settings'],
    others: ['settings'],
  },
  {
    asked: doing(
      'see|check|find|view|track|look at|follow|show|get|know',
      'progress|charts?|graphs?|trends?|stats|history|results',
    ),
    coach: ['ask', 'goals', 'streak'],
    others: ['ask', 'goals', 'streak'],
  },
  {
    asked: doing(
      'log|record|track|enter|add|write',
      'workouts?|trainings?|sets?|meals?|foods?|weight|water|lunch|dinner|breakfast|runs?|sleep|mood|steps',
    ),
    coach: ['log'],
    others: ['log'],
  },
];
