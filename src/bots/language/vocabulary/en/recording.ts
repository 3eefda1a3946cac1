import { phrases } from '../../phrases.ts';
import type { RecordingVocabulary } from '../recording-vocabulary.ts';

const said = (list: string) => phrases(list.split(',').map((phrase) => [phrase.trim(), null] as const));

/** The words around what is to be recorded. */
export const recording: RecordingVocabulary = {
  hint: /\b(?:can|could|would|will|please|pls|plz|want|need|like)\b/i,
  openers: said('hey, hi, hello, yo, ok, okay, so, and, also, spotter, coach, bot, just, quickly, now'),
  asks: said(`can you, can u, could you, could u, would you, would u, will you, will u, can we, could we, can i, could i,
    may i, please, pls, plz, i want you to, i need you to, id like you to, i would like you to, i want to, i need to,
    id like to, i would like to, want to, need to, would you mind, do you mind, you can, can you help me, help me`),
  verbs:
    said(`log, add, track, record, note, note down, put down, put me down for, put in, write down, enter, count, logging,
    adding, log that i had, log that i ate, log me, add me, log down, jot down, mark down, save that i had, save that i ate`),
  clauseBreaks:
    /(?<=,)(?=\s)|(?=\s(?:and\s)?then\s)|(?=\s(?:and|&)\s(?:i\s)?(?:ran|walked|cycled|swam|slept|weighed|ate|drank|had|did|lifted|benched|squatted)\s)/gi,
  clauseLeads: /^[\s,]*(?:(?:and|&)\s)?(?:then\s)?/i,
};
