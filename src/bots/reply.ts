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

/** What we say, platform-neutral and storable as JSON. */
export interface Reply {
  readonly text: Text;
  /** Rows of at most 5 buttons, at most 5 rows. */
  readonly buttons?: readonly (readonly Button[])[];
  readonly image?: Picture | Chart;
  /** Whether everybody in the chat may see it, since it holds nothing personal. */
  readonly isPublic?: boolean;
  /** Whether it makes no sound when it comes. */
  readonly isSilent?: boolean;
  /** The last word to somebody who has just been erased: what a platform's own side keeps of them goes with it. */
  readonly isFarewell?: boolean;
}

/** A picture on its way. */
export interface OutgoingPicture {
  readonly bytes: Buffer;
  readonly mime: 'image/jpeg' | 'image/png';
  readonly alt: string;
}

/** A Reply on its way: each button has got the id by which a press is found again, and the picture its bytes. */
export interface OutgoingReply extends Omit<Reply, 'buttons' | 'image'> {
  readonly image?: OutgoingPicture;
  readonly buttons: readonly (readonly { readonly label: string; readonly id: string }[])[];
}
