import type { Phrases } from '../phrases.ts';

/** The words of messages to a coach or a client. */
export interface MessageVocabulary {
  /** Something of it stands in every text that sends a message: a first, cheap look. */
  readonly hint: RegExp;
  /** What may stand before the request: "hey", "can you", "please". */
  readonly openers: Phrases<null>;
  /**
   * "tell", "message": what begins a message. `ask`: a name takes a word of asking after it; `send`: any name may follow;
   * `know`: "let … know"; `coach`: only to the coach, since it has other meanings.
   */
  readonly verbs: Phrases<'tell' | 'ask' | 'send' | 'know' | 'coach'>;
  /** "my coach": whoever that is. */
  readonly coach: Phrases<null>;
  /** "coach" before a name: "coach anna". */
  readonly titles: ReadonlySet<string>;
  /** Said between the person and the words: "that", ":". */
  readonly bodyLeads: Phrases<null>;
  /** "know", "know that": ends "let my coach". */
  readonly know: Phrases<null>;
  /** "a message", with what may join it to the words. */
  readonly afterSend: Phrases<null>;
  /** "send a message to": all before the person. */
  readonly sendTo: Phrases<null>;
  /** What must follow a name after "ask". */
  readonly askJoints: ReadonlySet<string>;
  /** Words after "tell" or "message" that are no names. */
  readonly noNames: ReadonlySet<string>;
}
