/** One option of a command as a platform's menu shows it. */
export interface MenuOption {
  /** `[a-z_]`, at most 32. */
  readonly name: string;
  readonly summary: string;
  readonly type: 'text' | 'number' | 'integer' | 'boolean';
  readonly isRequired: boolean;
  /** A closed set of values, at most 25. */
  readonly choices: readonly string[] | null;
  /** Whether suggestions can be asked for while typing. */
  readonly hasSuggestions: boolean;
}

/** A command as Telegram's menu and Discord's slash commands show it; made from the registry. */
export interface MenuEntry {
  readonly name: string;
  /** Other names that are understood but not shown. */
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly options: readonly MenuOption[];
}

/** Suggestions for what is being typed into an option: at most 25, each at most 100 characters. */
export type Suggest = (command: string, option: string, typed: string, accountId: string) => Promise<string[]>;
