import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Context } from '../domain/context.ts';
import type { FoodIndex } from '../domain/foods/food-index.ts';
import type { ExerciseIndex } from '../domain/training/exercise-index.ts';
import type { PersonsWords } from '../domain/users/load-words.ts';
import type { User } from '../domain/users/user.ts';
import type { Message } from './message.ts';
import type { Operators } from './operators.ts';
import type { Action, Reply } from './reply.ts';
import type { RequestFiles } from './request-files.ts';
import type { Text } from './text.ts';

/** What is known when words are read: never more than this. */
export interface Given {
  readonly now: Temporal.Instant;
  /** IANA name. */
  readonly timeZone: string;
  /** 0–6. */
  readonly dayStartHour: number;
  readonly units: 'metric' | 'us';
  /** Whether figures of food and body are kept from them; not unless told. */
  readonly isGentle?: boolean;
  readonly locale: string;
  readonly foods: FoodIndex;
  readonly exercises: ExerciseIndex;
  /** Meal slots the person has named themselves. */
  readonly slots: readonly string[];
  /** What the person was learnt to mean by which word; nothing unless given. */
  readonly words?: PersonsWords;
  /** How many pictures came with the words; none unless told. */
  readonly photos?: number;
  /** Whether they may coach; clients may not, and are that unless told. */
  readonly role?: User['role'];
  /** Whether somebody coaches them; nobody unless told. */
  readonly hasCoach?: boolean;
  /** The names of the person's routines: words that have one of them may be about it. */
  readonly routines?: readonly string[];
  /** The names of those they coach, for whoever may coach. */
  readonly clients?: readonly string[];
  /** What they weighed last, in kg; null where it was never said. */
  readonly lastWeightKg?: number | null;
  /** Whether the text replies to a message of theirs or a card of ours: then a bare amount, meal or day corrects it. */
  readonly isReply?: boolean;
  /** Whether the text replies to a training: "fatigue 6" is then said of that. */
  readonly repliesToWorkout?: boolean;
  /** Whether the text comes right after a reminder, or replies to one: "done" and "skip" then answer it. */
  readonly isReminded?: boolean;
  /** Whether it is somebody who looks after Spotter. */
  readonly isOperator?: boolean;
}

/** One answer to a question, and what it would do. */
export interface Choice {
  /** At most 80 characters. */
  readonly label: string;
  readonly action: Action;
}

/** Something we have to ask before, or after, we can act. It can be answered by button, number or words. */
export interface Question {
  /** As `question.about` of the parse contract, or a subject of ours. */
  readonly about: string;
  readonly choices: readonly Choice[];
  /** Words that answer it although no choice has them: `%` stands for them in a text that is then read on its own. */
  readonly template?: string;
  /** Whether only a button or a label word for word answers it: for what cannot be taken back. */
  readonly isStrict?: boolean;
  /** Whether the choices stand side by side, without numbers: "Yes", "Not now". */
  readonly isRow?: boolean;
  /** The words for food it asks the meaning of: told that none of the choices is meant, it is not asked again. */
  readonly words?: string;
  /** Whether those words are asked about but once, however it is answered: something is taken for them after that. */
  readonly isOnce?: boolean;
}

/** What a command makes of some words: its input, something to ask, a kind sentence on what is wrong, or nothing. */
export type Reading<Input> =
  | { readonly input: Input }
  | { readonly question: Question; readonly text: Text }
  | { readonly problem: Text }
  | null;

export interface CommandContext extends Context {
  readonly message: Message;
  /** The account we answer to. */
  readonly accountId: string;
  /** The card whose button was pressed. */
  readonly pressed?: Reply;
  /** The delivery that brought it. */
  readonly pressedId?: number;
  /** The written message that this one replies to, itself or by its card. */
  readonly repliesToId: number | null;
  /** The time a reminder came that this replies to. */
  readonly remindedOf?: number | null;
  /** What is said to somebody who speaks of ending their life. */
  readonly crisisText: string;
  /** What only those who look after Spotter are told; null for everybody else. */
  readonly operators?: Operators | null;
  readonly given: Given;
  /** Whom they are in a running conversation with in this account; null without one. */
  readonly talkingToId: number | null;
  /** The files that came with a message, brought when they are asked for. */
  readonly files: RequestFiles;
}

/** What a command says: a Reply, and perhaps a question with it. */
export interface Answer extends Reply {
  readonly question?: Question;
  /** An earlier card, by delivery id, that this replaces instead of standing below it. */
  readonly replaces?: number;
  /**
   * Another card, by delivery id, that changes while this replaces one or stands below: it says `text` and has these
   * buttons, none unless given. `sourceMessageId` is the written message it is about.
   */
  readonly changes?: Pick<Reply, 'text' | 'buttons'> & {
    readonly deliveryId: number;
    readonly sourceMessageId: number | null;
  };
  /** Whether it stands below the card whose button was pressed, which stays as it is. */
  readonly isBelow?: boolean;
  /** The written message whose record it shows, where that is not the one it answers. */
  readonly sourceMessageId?: number | null;
  /** Another person whose words or figures it carries: it goes when they do. */
  readonly aboutUserId?: number;
  /** Whom it is said to, where whoever asked has become somebody else by it: two accounts are one person from then on. */
  readonly to?: User;
  /** Notifications that others are owed by it: they are said as soon as it is committed. */
  readonly notifies?: readonly number[];
  /** Deliveries to others that it gave rise to: they are sent as soon as it is committed. */
  readonly delivers?: readonly number[];
}

/**
 * One thing a person can say. From it come the free text, the slash command, the menu entry and the help.
 * `effect` says what an edited message may do again: `record` and `read` run, `act` does not.
 */
export interface Command<Input = unknown> {
  /** `[a-z_]{1,32}` */
  readonly name: string;
  /** Other names it is called by after a slash; menus do not show them. */
  readonly aliases?: readonly string[] | undefined;
  /** One short sentence for menus and help; at most 100 characters. */
  readonly summary: string;
  readonly examples: readonly string[];
  readonly effect: 'record' | 'read' | 'act';
  /** Whether menus and help leave it out: only some may know of it. */
  readonly isHidden?: boolean | undefined;
  /** Whether it is said of clients too: then "annas" is read as "anna's" where that is one. */
  readonly isOfClients?: boolean | undefined;
  /** Typed options of the slash command, in order; their values are read as words after the name. */
  readonly options: z.ZodObject;
  /** How an option's value is said among the words after the name; as it is unless told. */
  readonly sayOption?: ((name: string, value: string) => string) | undefined;
  /** What `run` takes; kept as JSON behind buttons and answers. */
  readonly input: z.ZodType<Input>;
  /**
   * What one word at least of a free text has, where this is meant by it; tried on each word alone, as `scan` gives it. It
   * only saves time: without cues every text is read.
   */
  readonly cues?: Pick<RegExp, 'test'> | undefined;
  /** Words of which a free text may begin with one instead. */
  readonly opens?: ReadonlySet<string> | undefined;
  /** Whether only those who coach say it: of anybody else only its slash is read. */
  readonly isForCoaches?: boolean | undefined;
  /** Reads free text, and `/name …`. Never throws. */
  parse(text: string, given: Given): Reading<Input>;
  run(ctx: CommandContext, input: Input): Promise<Answer>;
  /** What it would do, as the parse contract shows it. */
  toContract(input: Input): readonly { readonly do: string }[];
}
