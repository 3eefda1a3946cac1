import { phrases, synonyms } from '../../phrases.ts';
import type { ProfileVocabulary } from '../profile-vocabulary.ts';

const said = (list: readonly string[]) => phrases(list.map((phrase) => [phrase, null] as const));
/** With and without "my": what is meant is the writer's own either way. */
const mine = (list: readonly string[]): string[] => list.flatMap((name) => [name, `my ${name}`]);

/** English words in which people tell of themselves. */
export const profile: ProfileVocabulary = {
  hint: /^\W*(?:\/?profile|i\W?a?m|i am|my|show|new|set|use|this|here|make|remove|delete|forget|clear|born|i was born|i weigh|i go by|(?:please |you can |just )?call me|people call|everyone calls|bio|height|age|gender|sex|dob|date of|who am|(?:no|unset) profile|(?:fe)?male|wom[ae]n|man|girl|guy)\b|^\W*\d[^\n]*\b(?:fe)?male\b/i,
  openings: new Set(
    `profile i im i-m iam my show new set use this here make remove delete forget clear born please you just call people
    everyone calls bio height age gender sex dob date who no unset male female woman women man girl guy`
      .trim()
      .split(/\s+/),
  ),
  selves: said(['i am', 'im', 'i m', 'iam', 'i am a', 'im a', 'i am an', 'im an', 'i identify as', 'i identify as a']),
  fields: synonyms([
    ['gender', mine(['gender', 'sex', 'gender identity'])],
    ['age', mine(['age'])],
    [
      'birth',
      [
        ...mine(['birthday', 'birth date', 'birthdate', 'date of birth', 'dob', 'birth day', 'bday']),
        ...['born', 'born on', 'born in', 'i was born', 'i was born on', 'i was born in', 'im born', 'i am born'],
        ...['i was born the', 'born the', 'i was born on the'],
      ],
    ],
    ['height', [...mine(['height', 'body height']), 'set my height', 'set height']],
    ['weight', [...mine(['weight', 'current weight']), 'i weigh', 'weigh', 'i weigh about', 'im at', 'currently']],
    ['goal', mine(['goal', 'goal weight', 'target', 'target weight', 'weight goal'])],
    ['name', mine(['name', 'full name'])],
    ['bio', mine(['bio'])],
  ]),
  links: said(['is', ':', '=', '-', 'to', 'about', 'is about', 'is on', 'on', 'in', 'now', 'is now', 'was', '~']),
  nameLeads: said([
    ...['my name is', 'my names', 'my full name is', 'call me', 'please call me', 'you can call me', 'im called'],
    ...['i am called', 'i go by', 'my name:', 'just call me', 'everyone calls me', 'people call me'],
  ]),
  bioLeads: said(['bio', 'my bio', 'bio:', 'my bio is', 'my bio:', 'bio is', 'set my bio to', 'set bio to']),
  noNames: new Set(
    `later maybe back crazy tomorrow tonight today now when if at an a the please asap soon anytime stupid old fat lazy
    paranoid weird again on up out in after before about by whatever what how who not no none never if once ish insane
    biased cynical nuts dramatic naive picky silly dumb strange mad out over when whenever or and but so because it its
    for to with at your you my his her their our this that there here ok okay fine sorry`
      .trim()
      .split(/\s+/),
  ),
  genders: synonyms([
    [
      'male',
      ['male', 'man', 'guy', 'boy', 'bloke', 'dude', 'trans man', 'transman', 'trans male', 'cis male', 'cis man'],
    ],
    [
      'female',
      [
        'female',
        'woman',
        'girl',
        'lady',
        'gal',
        'trans woman',
        'transwoman',
        'trans female',
        'cis female',
        'cis woman',
      ],
    ],
    [
      'other',
      [
        ...['other', 'non-binary', 'nonbinary', 'non binary', 'enby', 'genderqueer', 'genderfluid', 'gender fluid'],
        ...['agender', 'intersex', 'non-binary person', 'nonbinary person', 'diverse', 'divers', 'something else'],
      ],
    ],
    [
      null,
      [
        ...[
          'rather not say',
          'id rather not say',
          'prefer not to say',
          'i prefer not to say',
          'i would rather not say',
        ],
        ...['dont want to say', 'i dont want to say', 'not saying', 'wont say', 'none of your business', 'unspecified'],
      ],
    ],
  ]),
  shortGenders: new Map([
    ['m', 'male'],
    ['f', 'female'],
    ['w', 'female'],
    ['nb', 'other'],
    ['x', 'other'],
    ['d', 'other'],
  ]),
  years: said([
    ...['years old', 'year old', 'yrs old', 'yr old', 'years of age', 'yo', 'y/o', 'y.o.', 'y o', 'y.o'],
    ...['years', 'yrs', 'years young'],
  ]),
  metres: said(['m', 'metre', 'metres', 'meter', 'meters', 'mt', 'mtr']),
  feet: said(['ft', 'foot', 'feet', "'", '’', '′', 'ft.', '´', '`']),
  tall: said(['tall', 'in height', 'high', 'of height']),
  gluedInches: /^(?:ft|foot|feet|f)(\d{1,2})$/,
  gluedCm: /^m(\d{2})$/,
  directions: synonyms([
    [
      'lose',
      [
        ...[
          'lose weight',
          'lose',
          'lose some weight',
          'lose some',
          'lose fat',
          'fat loss',
          'weight loss',
          'cut',
          'cutting',
        ],
        ...['slim down', 'get leaner', 'lean out', 'drop weight', 'less', 'lower', 'losing weight'],
      ],
    ],
    [
      'maintain',
      [
        ...['maintain', 'keep it', 'keep', 'keep my weight', 'stay', 'stay there', 'stay as i am', 'maintain weight'],
        ...[
          'maintain my weight',
          'maintenance',
          'hold',
          'hold it',
          'same',
          'the same',
          'stay the same',
          'keep it there',
        ],
        ...['happy with it', 'happy with that', 'happy there', 'stay here', 'recomp'],
      ],
    ],
    [
      'gain',
      [
        ...['gain weight', 'gain', 'gain some weight', 'gain some', 'bulk', 'bulking', 'build muscle', 'put on weight'],
        ...['gain muscle', 'put on muscle', 'more', 'gaining weight', 'weight gain', 'put on some weight'],
      ],
    ],
  ]),
  aims: said([
    ...['goal', 'goal is', 'goal weight', 'my goal', 'my goal is', 'my goal weight is', 'target', 'target is', 'aim'],
    ...['aiming for', 'aim for', 'want', 'i want', 'i want to be', 'want to be', 'want to get to', 'i want to get to'],
    ...[
      'to get to',
      'get to',
      'down to',
      'up to',
      'to',
      '->',
      'want to reach',
      'i want to reach',
      'reach',
      'like to be',
    ],
    ...[
      'id like to be',
      'i would like to be',
      'would like',
      'id like',
      'i would like',
      'want to weigh',
      'lose to',
      'cut to',
    ],
    ...['i want to weigh', 'want to', 'i want to', 'id like to', 'i would like to', 'would like to', 'target weight'],
    ...['aiming to', 'aim to', 'hoping for', 'goal:', 'my target is', 'my target weight is', 'gain to', 'bulk to'],
  ]),
  forgets: said([
    ...['forget', 'remove', 'delete', 'clear', 'forget my', 'remove my', 'delete my', 'clear my', 'no', 'unset'],
  ]),
  shows: said([
    ...[
      'profile',
      'my profile',
      'show my profile',
      'show me my profile',
      'show profile',
      'who am i',
      'view my profile',
    ],
    ...['what do you know about me', 'what do you know of me', 'whats my profile', 'see my profile'],
  ]),
  photos: said([
    ...['profile photo', 'my profile photo', 'profile picture', 'my profile picture', 'profile pic', 'my profile pic'],
    ...['new profile photo', 'new profile picture', 'new profile pic', 'profile image', 'set profile photo'],
    ...['this is my profile photo', 'this is my profile picture', 'set as profile photo', 'set as profile picture'],
    ...['set my profile photo', 'set my profile picture', 'photo', 'picture', 'pic'],
    ...['this is my profile pic', 'use as profile photo', 'use as my profile photo', 'use as profile picture'],
    ...['use as my profile picture', 'use this as my profile photo', 'use this as my profile picture', 'avatar'],
    ...['set as my profile photo', 'set as my profile picture', 'set this as my profile photo', 'my avatar'],
    ...['set this as my profile picture', 'make this my profile photo', 'make this my profile picture'],
    ...['make it my profile photo', 'make it my profile picture', 'new avatar', 'this is my avatar', 'use as avatar'],
    ...[
      'for my profile',
      'my new profile photo',
      'my new profile picture',
      'my new profile pic',
      'profile photo of me',
    ],
    ...['heres my profile photo', 'heres my profile picture', 'here is my profile photo', 'change my profile photo'],
    ...['here is my profile picture', 'change my profile picture', 'change profile photo', 'show my profile photo'],
  ]),
  skips: said([
    ...[
      'skip',
      'skip it',
      'skip this',
      'skip that',
      'pass',
      'next',
      'next one',
      'next question',
      'rather not',
      'no idea',
    ],
    ...[
      'id rather not',
      'i dont know',
      'dont know',
      'no',
      'nope',
      'nah',
      'not this',
      'rather not say',
      'prefer not to say',
    ],
    ...[
      'id rather not say',
      'i prefer not to say',
      'idk',
      'dunno',
      'not telling',
      'no thanks',
      'no thank you',
      'private',
    ],
  ]),
  stops: said([
    ...[
      'stop',
      'stop it',
      'stop asking',
      'not now',
      'later',
      'maybe later',
      'enough',
      'cancel',
      'quit',
      'another time',
    ],
    ...['leave it', 'leave me alone', 'not today', 'some other time', 'ask me later', 'no more', 'no more questions'],
    ...['thats enough', 'never mind', 'nevermind', 'nvm', 'end', 'exit', 'skip all', 'skip everything'],
  ]),
  agreements: said([
    ...[
      'yes',
      'yeah',
      'yep',
      'yup',
      'sure',
      'ok',
      'okay',
      'go ahead',
      'of course',
      'yes please',
      'please',
      'fine',
      'y',
    ],
    ...[
      'alright',
      'why not',
      'go on',
      'lets go',
      'lets do it',
      'ok sure',
      'sure thing',
      'yes you may',
      'you may',
      'do it',
    ],
    ...['ask away', 'shoot', 'go for it', 'absolutely', 'certainly', 'sure go ahead', 'ok go ahead', 'continue'],
  ]),
};
