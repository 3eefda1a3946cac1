import type { HealthFlag } from '../../../../domain/users/health.ts';

/** As regular expressions' sources: words are lower case, apostrophes straight, spaces single. */
const one = (sources: readonly string[]): string => `(?:${sources.join('|')})`;

/** What comes before what is said, and after it, and says nothing. */
export const healthLeads =
  /^(?:(?:hi|hey|hello|ok|okay|so|well|oh|btw|fyi|please note(?: that)?|note(?: that)?|just so you know|just to let you know|i (?:should|forgot to|have to|need to|wanted to|want to) (?:mention|tell you|say)(?: that)?|you should know(?: that)?|by the way|actually|also|and|remember(?: that)?)[ ,:!.]+)+/;
export const healthTails =
  /[ ,.!;:)]+(?:btw|fyi|by the way|just so you know|please|pls|thanks|thank you|now|too|as well|actually|in case (?:it|that) matters)$|(?:[ .!,;:)]|\u{fe0f}|\p{Extended_Pictographic})+$/u;

const baby =
  '(?:my |our |a |the )?(?:(?!food\\b)\\w+[ -]){0,3}(?:baby|babies|son|daughter|newborn|child|kid|infant|toddler|twins|little one)';
const ever = '(?:(?:now|currently|still|again|newly|actually|also|just|really|officially) )*';
const medicine = '(?:medication|medications|medicine|meds|med|pills|tablets|drugs|injections)';
const diabetesMedicine = one([
  ...['insulin', 'metformin', 'gliclazide', 'glimepiride', 'glipizide', 'glyburide', 'glibenclamide', 'sulfonylureas?'],
  ...[`(?:my )?diabet(?:es|ic) ${medicine}`, `${medicine} for (?:my )?(?:type (?:1|2|one|two) )?diabetes`],
  ...['insulin (?:injections|shots)', '(?:long|short|fast|rapid)[ -]acting insulin'],
]);
const disorder = one([
  ...['eating disorders?', 'ed', 'anorexia(?: nervosa)?', 'bulimia(?: nervosa)?', 'binge[ -]eating(?: disorder)?'],
  ...['orthorexia', 'arfid', 'ednos', 'osfed', 'anorexia and bulimia', 'disordered eating'],
]);
const aDisorder = `(?:an? |my |severe |bad )*${disorder}`;
const since = `(?: ${one([
  ...[
    'before',
    'in the past',
    'once',
    'years ago',
    'a (?:long|while) (?:time )?ago',
    '\\d+ (?:years|months) ago',
    'a lot',
  ],
  ...['as an? (?:teen|teenager|kid|child|girl|boy|student|young (?:woman|man|adult))', 'growing up', 'in my teens'],
  ...['when i was (?:young|younger|little|a \\w+|in \\w+|\\d+)', 'at (?:school|uni|university|college)', 'back then'],
  ...[
    'for (?:\\d+|many|some|several|a few|a couple of|most of my) (?:years|life)',
    'all my life',
    'in my (?:early |late )?(?:20s|twenties)',
  ],
])})?`;
const often = `(?: ${one([
  ...[
    '(?:every|each) (?:day|morning|evening|night|meal)',
    'daily',
    'with (?:my )?meals',
    '(?:once|twice|\\d times) a day',
  ],
  ...[
    'for (?:my )?(?:type (?:1|2|one|two) )?diabetes',
    'at night',
    'in the morning',
    'at meals',
    'before meals',
    'now',
  ],
])})?`;

/** What follows "i am". */
const states: Readonly<Record<HealthFlag, string>> = {
  pregnant: one([
    `(?:(?:about |almost |around |nearly |over )?(?:\\d+|one|two|three|four|five|six|seven|eight|nine|a few) (?:weeks?|wks?|months?)(?: and \\d days?)? )?pregnant(?: again| now)?(?: with (?:twins|triplets|${baby}|(?:my|our) (?:first|second|third|fourth)|a (?:boy|girl)))?`,
    `expecting(?: ${one([baby, '(?:my|our) (?:first|second|third|fourth)'])})?(?: in \\w+)?`,
    'having (?:a baby|twins)',
    '(?:in )?(?:my|the) (?:first|second|third|last|1st|2nd|3rd) trimester',
    'with child',
  ]),
  breastfeeding: one([
    `(?:exclusively |partly )?(?:breast[ -]?|chest[ -]?)feeding(?: ${baby})?`,
    `nursing(?: ${baby})?`,
    'lactating',
  ]),
  'diabetes-medication': one([
    `(?:on|taking|using|injecting|dependent on) ${diabetesMedicine}${often}`,
    'insulin[ -]dependent',
    '(?:a )?type (?:1|one|i) diabetic',
  ]),
  'eating-disorder': one([
    '(?:an? )?(?:anorexic|bulimic|orthorexic)',
    `(?:in recovery|recovering|recovered) from ${aDisorder}${since}`,
    `(?:suffering from|struggling with|dealing with|living with) ${aDisorder}`,
  ]),
};

/** What follows "i". */
const deeds: Readonly<Record<HealthFlag, string>> = {
  pregnant: one([
    '(?:just )?(?:got|became|fell) pregnant(?: again)?',
    `(?:just )?(?:found out|learned|learnt) (?:that )?(?:i am|i'm|im) ${ever}${states.pregnant}(?: today| yesterday| this week| last week)?`,
  ]),
  breastfeeding: one([
    `(?:still |exclusively )?(?:breast[ -]?|chest[ -]?)feed(?: ${baby})?`,
    `(?:still )?nurse ${baby}`,
  ]),
  'diabetes-medication': one([
    `(?:also |have to |need to |still )*(?:take|use|inject|need) ${diabetesMedicine}${often}`,
    'have (?:type (?:1|one|i) diabetes|t1d)',
    '(?:have|use|wear) an insulin pump',
  ]),
  'eating-disorder': one([
    `(?:(?:also|once|still|really|have|'ve|used to|just) )*(?:have|had|suffer(?:ed)? from|struggled? with|battled?|dealt with|beat|overcame|survived|recovered from|live with|lived with|was diagnosed with|been diagnosed with) ${aDisorder}${since}`,
    `(?:have|had|'ve) (?:a )?(?:long )?history (?:of|with) ${aDisorder}`,
    `(?:was|used to be) (?:an? )?(?:anorexic|bulimic|orthorexic)${since}`,
  ]),
};

/** What is forgotten by name: "forget my pregnancy". */
const names: Readonly<Record<HealthFlag, string>> = {
  pregnant: 'pregnan(?:cy|t)',
  breastfeeding: '(?:breast[ -]?|chest[ -]?)feeding|nursing',
  'diabetes-medication': `diabetes|${diabetesMedicine}`,
  'eating-disorder': disorder,
};

/** What stands for it in few words, where it is clear that health is spoken of: "pregnant", "insulin". */
const bare: Readonly<Record<HealthFlag, string>> = {
  pregnant: `${ever}(?:${states.pregnant}|pregnancy)`,
  breastfeeding: `${ever}(?:${states.breastfeeding})`,
  'diabetes-medication': `(?:${states['diabetes-medication']}|${deeds['diabetes-medication']}|${diabetesMedicine})`,
  'eating-disorder': `(?:${states['eating-disorder']}|${aDisorder}(?:,? now or before)?${since})`,
};

const am = "(?:i am|i'm|im|am)";
const any = '(?: any ?more| any longer| now| at all| at the moment)*';
const medicines = `taking|using|on|injecting`;

const of = (source: (flag: HealthFlag) => string): Readonly<Record<HealthFlag, RegExp>> => ({
  pregnant: new RegExp(`^(?:${source('pregnant')})$`),
  breastfeeding: new RegExp(`^(?:${source('breastfeeding')})$`),
  'diabetes-medication': new RegExp(`^(?:${source('diabetes-medication')})$`),
  'eating-disorder': new RegExp(`^(?:${source('eating-disorder')})$`),
});

/** "i am pregnant", "i take insulin". */
export const toldHealth = of((flag) => `${am} ${ever}(?:${states[flag]})|i (?:${deeds[flag]})`);

/** "pregnant", "insulin": in an answer, after `/health`, and after what told another one. */
export const bareHealth = of((flag) => bare[flag]);

/** "my pregnancy", in what is to be forgotten. */
export const namedHealth = of((flag) => `(?:my |the |an |any )?(?:${names[flag]})`);

/** "i am not pregnant any more", "i stopped breastfeeding", "i no longer take insulin". */
export const overHealth: Readonly<Record<HealthFlag, RegExp>> = {
  pregnant: new RegExp(
    `^(?:${am} (?:no longer|not|never) ${ever}(?:pregnant|expecting)${any}|(?:no longer|not) pregnant${any}|i(?: was never|'m not actually| was not| wasn't) pregnant|i (?:have |'ve )?(?:just )?had (?:an abortion|a termination))$`,
  ),
  breastfeeding: new RegExp(
    `^(?:${am} (?:no longer|not|done|finished|through with)(?: with)? (?:breast[ -]?feeding|nursing)(?: ${baby})?${any}|(?:no longer|not) breast[ -]?feeding${any}|i (?:have |'ve )?(?:just )?(?:stopped|quit|finished|ended) (?:breast[ -]?feeding|nursing)(?: ${baby})?|i (?:no longer|don't|dont|do not) breast[ -]?feed(?: ${baby})?${any}|i (?:have |'ve )?(?:just )?weaned ${baby})$`,
  ),
  'diabetes-medication': new RegExp(
    `^(?:${am} (?:no longer|not) (?:${medicines}) (?:any )?${diabetesMedicine}${any}|${am} off ${diabetesMedicine}${any}|i (?:no longer|don't|dont|do not) (?:take|use|inject|need) (?:any )?${diabetesMedicine}${any}|i (?:have |'ve )?(?:just )?(?:stopped|quit|came off) (?:taking |using |injecting )?${diabetesMedicine}|i (?:don't|dont|do not) have diabetes${any}|${am} not (?:a )?diabetic${any})$`,
  ),
  'eating-disorder': new RegExp(
    `^(?:i (?:don't|dont|do not|no longer) have ${aDisorder}${any}|i(?: have|'ve)? never had ${aDisorder}|${am} (?:no longer|not) (?:an? )?(?:anorexic|bulimic|orthorexic)${any})$`,
  ),
};

const lately =
  '(?: (?:today|yesterday|last (?:night|week|month)|this (?:morning|week|month)|recently|on \\w+|\\d+ (?:days|weeks|months) ago))?';

/** By which a pregnancy is over. */
export const births = new RegExp(
  `^(?:i (?:have |'ve )?(?:just )?(?:gave|given) birth(?: to ${baby})?${lately}|i (?:have |'ve )?(?:just )?(?:had|delivered) (?:my|our|the) (?:baby|twins)${lately}|i (?:have |'ve )?just had a baby${lately}|(?:my|our|the) (?:baby|twins|son|daughter) (?:is|was|are|were) (?:finally )?(?:born|here)${lately})$`,
);
export const losses = new RegExp(
  `^(?:(?:i|we) (?:have |'ve )?(?:just )?(?:had|suffered) (?:a |an )?(?:miscarriage|still ?birth|ectopic pregnancy)${lately}|i (?:have |'ve )?(?:just )?miscarried${lately}|(?:i|we) (?:have |'ve )?(?:just )?lost (?:my|the|our) (?:baby|pregnancy|child)${lately})$`,
);

/** Diabetes, without a word of what is taken for it. */
export const diabetes = new RegExp(
  `^(?:${am} (?:a |also )?(?:(?:type (?:2|two|ii) )?diabetic)|i (?:also )?have (?:type (?:2|two|ii) )?(?:diabetes|t2d)|i was diagnosed with (?:type (?:2|two|ii) )?diabetes)$`,
);

export const forgets =
  /^(?:please )?(?:forget|remove|delete|clear|erase|unset|take back|take out)(?: (?:it|the note))?(?: that| about)? (.+?)(?: from (?:my )?(?:profile|notes?|health(?: notes?)?))?$/;
export const allHealth =
  /^(?:all|everything|(?:all |everything )?(?:about |of )?my health(?: (?:notes?|info|information|conditions?))?|(?:my )?health notes?)$/;
export const showsHealth =
  /^(?:(?:show|see|show me) )?my health (?:notes?|info|information)$|^what do you know (?:about|of) my health$/;
export const noneOfThese =
  /^(?:none|none of (?:these|them|those|that|the above)|no|nope|nah|neither|nothing|no thanks|no thank you|not applicable|n\/a|na|skip|skip it|skip this|pass|next|rather not say|i(?:'d| would)? rather not(?: say)?|prefer not to say|i prefer not to say|not telling|none of your business|no comment|later|not now|none,? or rather not say)$/;

/** Between two that are told at once. */
export const betweenHealth = / ?(?:[,;&+]|\band\b|\balso\b)(?: also)? ?/;
