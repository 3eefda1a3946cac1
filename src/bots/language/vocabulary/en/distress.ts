const one = (sources: readonly string[]): string => `(?:${sources.join('|')})`;

const lead =
  "(?:i|i'm|im|i've|ive|i'd|id)(?: (?:am|have|had|was|did|do|just|also|then|really|so|always|often|almost|nearly|still|again|even|want(?:ed)? to|wanna|will|need(?:ed)? to|had to|have to|keep|kept|feel like|felt like|might|could|should|going to|gonna|been|started|thinking of|thought of|try to|tried to|binged? and|ate (?:too much )?and|overate and))*";
const after =
  '(?! (?:my|the|all|some|a|an|our|his|her|their|these|those|this|any) (?!food\\b|meal|lunch|dinner|breakfast))';

/** What people do to be rid of what they ate. */
const ridding = one([
  `purg(?:e|ed|es|ing)\\b${after}`,
  '(?:make|made|making) (?:myself|me) (?:throw up|throwing up|vomit|sick|puke)\\b',
  '(?:throw|threw|throwing|thrown|puked?|vomit(?:ed|ing)?)(?: (?:it|everything|that|all of it))?(?: all)?(?: up)? on purpose\\b',
  '(?:take|took|taking|taken|use|used|using|abuse|abused|abusing) (?:\\w+ )?laxatives\\b',
]);

/** How people speak of their body with hatred. */
const hating = one([
  `${lead} (?:hate|despise|loathe|can'?t stand|am disgusted by|disgusted by|disgusted with|ashamed of) (?:(?:my|this) (?:\\w+ )?body|how i look|the way i look|my reflection|looking at myself)\\b(?! (?:pump|weight|composition|scale|wash|scan|combat))`,
  `${lead} (?:hate|loathe|despise|disgusted (?:by|with)) (?:myself|me)\\b`,
  '(?:my|this) body (?:disgusts me|is disgusting|is gross)\\b',
]);

/** Ways in which somebody says of themselves that food or their body is a torment to them. */
export const distress = new RegExp(
  `(?:^|[^\\w'])(?:${lead} ${ridding}|${hating}|bing(?:ed|e|ing) (?:and|then|&) (?:then )?purg(?:ed|e|ing)\\b)|^(?:just |again )*${ridding}`,
);

/** Whom else a sentence may be about. */
export const others =
  /\b(?:he|she|they|her|his|their|friends?|sisters?|brothers?|mom|mum|mother|dad|father|daughters?|sons?|kids?|wife|husband|girlfriend|boyfriend|partner|clients?|character|movie|film|book|song|article|people|somebody|someone|anyone|cats?|dogs?)\b/;
