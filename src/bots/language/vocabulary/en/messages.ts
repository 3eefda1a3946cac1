import { phrases, synonyms } from '../../phrases.ts';
import type { MessageVocabulary } from '../message-vocabulary.ts';

const said = (list: readonly string[]) => phrases(list.map((phrase) => [phrase, null] as const));

const coaches = ['coach', 'trainer', 'pt', 'nutritionist', 'dietitian', 'dietician'];

/** The words of messages in English. */
export const messages: MessageVocabulary = {
  hint: /\b(?:tell|ask|message|msg|dm|text|let|send|write|inform|notify|reply|note|pass|say|update)\b|@/i,
  openers: said([
    'hey',
    'hi',
    'yo',
    'ok',
    'okay',
    'so',
    'and',
    'also',
    'spotter',
    'please',
    'pls',
    'plz',
    'can you',
    'can u',
    'could you',
    'could u',
    'would you',
    'will you',
    'can you please',
    'can u pls',
    'could you please',
    'id like you to',
    'i want you to',
    'i want to',
    'i need you to',
    'id like to',
    'i would like to',
    'just',
    'lets',
    'pls can you',
    'please can you',
    ',',
    '/',
  ]),
  verbs: synonyms([
    ['tell', ['tell']],
    ['coach', ['inform', 'notify', 'update', 'say to', 'write', 'drop', 'shoot', 'remind']],
    ['ask', ['ask']],
    [
      'send',
      [
        'message',
        'msg',
        'dm',
        'text',
        'message to',
        'msg to',
        'dm to',
        'write to',
        'write a message to',
        'reply to',
        'note for',
        'note to',
        'a note for',
        'a note to',
        'message for',
        'a message for',
        'send to',
        '@',
        'pass on to',
      ],
    ],
    ['know', ['let']],
  ]),
  coach: said([
    ...coaches.flatMap((name) => [`my ${name}`, name, `the ${name}`, `my ${name}s`, `our ${name}`]),
    'my personal trainer',
    'my fitness coach',
    'my online coach',
    'my nutrition coach',
    'my running coach',
    'my strength coach',
  ]),
  titles: new Set(coaches),
  bodyLeads: said([
    'that',
    ':',
    '-',
    ',',
    '->',
    '=',
    ';',
    'saying',
    'saying that',
    ': that',
    'this :',
    'this',
    'the following :',
  ]),
  know: said(['know', 'know that', 'know :', 'know i', 'no that']),
  afterSend: said([
    'a message',
    'a msg',
    'a dm',
    'a note',
    'a text',
    'a line',
    'a message saying',
    'a message that',
    'a message that says',
    'this',
    'this message',
    'the following',
    'the message',
    'a quick message',
    'a quick note',
    ':',
  ]),
  sendTo: said([
    'send a message to',
    'send a msg to',
    'send message to',
    'send msg to',
    'send a dm to',
    'send a note to',
    'send a text to',
    'send this to',
    'send this message to',
    'pass this on to',
    'pass this to',
    'pass a message to',
    'pass on to',
    'leave a message for',
    'leave a note for',
    'message to',
    'a message to',
    'new message to',
  ]),
  askJoints: new Set(
    'if whether what when where why how who which to about for can could should will would is are does do did :'.split(
      ' ',
    ),
  ),
  noNames: new Set(
    (
      'me us you him her them it myself yourself himself themselves people everyone everybody someone somebody anyone anybody ' +
      'nobody no one that this these those the a an my your his their our its what why how when where who which if whether ' +
      'about to from for of on in at by with and or but not so more again first later now today tomorrow story stories ' +
      'joke jokes truth lie lies time tales fortune fortunes off apart spotter google siri alexa chatgpt received sent read seen ' +
      'delivered failed error says said was is are were has had have been did does came got bot food body message messages ' +
      'msg text texts dm dms all any some ' +
      'many few mum mom dad mother father wife husband friend friends boss doctor dr waiter teacher mate bro dude man guys ' +
      'kids son daughter brother sister partner boyfriend girlfriend gf bf yes ok i im ill ive we he she they book board ' +
      'home work gym office school noon midnight lunch breakfast dinner snack sets set reps rep ' +
      'as like than then back out up down over just don dont not never how'
    ).split(' '),
  ),
};
