import type { Form, OutgoingForm } from './forms/form.ts';
import type { WeekFigures } from './pictures/week-picture.ts';
import type { Text } from './text.ts';

/** What a button does: a command of the registry with its input. Kept on our side; the platform only sees an id. */
export interface Action {
  readonly command: string;
  readonly input: unknown;
}

export interface Button {
  /** At most 80 characters. */
  readonly label: string;
  readonly action: Action;
}

/** A picture by reference: its bytes are looked up when it is sent, and never stored with what we say. */
export interface Picture {
  /** Files we keep (`media`); several are shown in one row. */
  readonly mediaIds: readonly number[];
  /** What it shows, for whoever cannot see it. */
  readonly alt: string;
}

/** A picture by its figures: it is drawn when it is sent. */
export interface Chart {
  readonly chart: WeekFigures;
  /** What it shows, for whoever cannot see it. */
  readonly alt: string;
}

/** A file somebody sent, by reference: passed on as it was. */
export interface FileReference {
  readonly mediaId: number;
  readonly name: string;
  readonly mime: string;
  readonly isVoice: boolean;
}

/** What we say, platform-neutral and storable as JSON. */
export interface Reply {
  readonly text: Text;
  /** Rows of at most 5 buttons, at most 5 rows. */
  readonly buttons?: readonly (readonly Button[])[];
  readonly image?: Picture | Chart;
  readonly file?: FileReference;
  /** Opened over the chat where the platform can; elsewhere the rest of the reply is said in its place. */
  readonly form?: Form;
  /** Whether everybody in the chat may see it, since it holds nothing personal. */
  readonly isPublic?: boolean;
  /** Whether it makes no sound when it comes. */
  readonly isSilent?: boolean;
  /** The message of theirs whose progress it tells: it changes with that. `note` stays below. */
  readonly tells?: { readonly messageId: number; readonly note?: Text };
  /** Whether what it changes is taken away instead; its text stands there where that cannot be. */
  readonly isRemoval?: boolean;
  /** Whether it carries a code or a secret link: its words are forgotten once they are sent. */
  readonly isSecret?: boolean;
  /** The last word to somebody who has just been erased: what a platform's own side keeps of them goes with it. */
  readonly isFarewell?: boolean;
}

/** A picture on its way. */
export interface OutgoingPicture {
  readonly bytes: Buffer;
  readonly mime: 'image/jpeg' | 'image/png';
  readonly alt: string;
}

/** A file on its way. */
export interface OutgoingFile extends Pick<FileReference, 'name' | 'mime' | 'isVoice'> {
  readonly bytes: Buffer;
}

/** A Reply on its way: each button has got the id by which a press is found again, and the picture or file its bytes. */
export interface OutgoingReply extends Omit<Reply, 'buttons' | 'image' | 'file' | 'form'> {
  readonly form?: OutgoingForm;
  readonly image?: OutgoingPicture;
  readonly file?: OutgoingFile;
  readonly buttons: readonly (readonly { readonly label: string; readonly id: string }[])[];
}
