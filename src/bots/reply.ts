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

/** What we say, platform-neutral and storable as JSON. */
export interface Reply {
  readonly text: Text;
  /** Rows of at most 5 buttons, at most 5 rows. */
  readonly buttons?: readonly (readonly Button[])[];
  readonly image?: { readonly pngBase64: string; readonly alt: string };
  /** Whether everybody in the chat may see it, since it holds nothing personal. */
  readonly isPublic?: boolean;
}

/** A Reply on its way: each button has got the id by which a press is found again. */
export interface OutgoingReply extends Omit<Reply, 'buttons'> {
  readonly buttons: readonly (readonly { readonly label: string; readonly id: string }[])[];
}
