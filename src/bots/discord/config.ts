import type { ClientOptions } from 'discord.js';
import type { OperatorError } from '../../domain/operator-error.ts';
import type { MenuEntry, Suggest } from '../menu.ts';
import type { LastSeen } from './catch-up.ts';

export interface DiscordConfig {
  readonly token: string;
  /** Where Discord's API is, without the version: `https://discord.com/api` unless told. */
  readonly apiRoot?: string | undefined;
  readonly menu: readonly MenuEntry[];
  readonly suggest?: Suggest | undefined;
  /** discord.js's own options (`rest`, `ws` …), merged over ours. */
  readonly client?: Partial<ClientOptions> | undefined;
  /** The private chats we know, each with the newest message of theirs that is stored. */
  readonly lastSeen?: (() => Promise<readonly LastSeen[]>) | undefined;
  /** Keeps what was last registered as slash commands, so that a start with the same ones registers nothing. */
  readonly registeredMenu?: { read(): Promise<string | null>; write(hash: string): Promise<void> } | undefined;
  /** Discord ended the connection for good (the token was reset, say). */
  readonly onLost?: ((error: OperatorError) => void) | undefined;
  readonly log?: DiscordLog | undefined;
  /** How long an interaction may go without an answer before it is deferred; 1500 unless told. */
  readonly deferAfterMs?: number | undefined;
  /** How long Discord may take to let us in; 15 000 unless told. */
  readonly connectTimeoutMs?: number | undefined;
}

/** The part of a logger that is used. Nothing that a person wrote, and no token, is ever handed to it. */
export interface DiscordLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
