import pino from 'pino';

type Fields = Readonly<Record<string, unknown>>;
interface Write {
  (message: string): void;
  /** An error goes under `err`. */
  (fields: Fields, message: string): void;
}

/** What may be written to. Rooms take it as an argument and ask for no more of it than they use. */
export interface Log {
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
  /** A log that adds `fields` to each line. */
  child(fields: Fields): Log;
}

export interface LogOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Tokens and passwords that must not appear, wherever they turn up: in a message, a stack, an address. */
  secrets?: readonly (string | null)[];
  /** Where lines go. Standard error when the terminal chat or a door has standard output. */
  output?: { write(line: string): unknown };
}

const secretKey = /token|secret|password|authorization|cookie|api_?key/i;
// What people wrote, under the names it has in our own data and in the platforms' payloads.
const wordsKey = /^(text|content|caption|payload|reply|body|input|words|params|query|data)$/i;
const depthLimit = 6;

/** Makes a log of JSON lines. What people wrote is kept out of every line above debug, and secrets out of all. */
export function createLog({ level, secrets = [], output = process.stdout }: LogOptions): Log {
  const hide = hider(secrets);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod(args, method, lineLevel) {
          const [first, ...rest] = args;
          const isPrivate = lineLevel > 20;
          const fields = typeof first === 'object' && first !== null ? { ...asRecord(clean(first, isPrivate)) } : first;
          method.apply(this, [fields, ...rest] as typeof args);
        },
      },
      // Errors are described by `clean`; pino's own description copies every field, parameters of queries included.
      serializers: { err: (value: unknown) => value },
    },
    { write: (line) => void output.write(hide(line)) },
  );
  return logger;
}

const asRecord = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function clean(value: unknown, isPrivate: boolean, depth = 0): unknown {
  if (value instanceof Error) return describeError(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= depthLimit) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => clean(item, isPrivate, depth + 1));
  if ('toJSON' in value && typeof value.toJSON === 'function') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (item !== null && item !== undefined && secretKey.test(key)) return [key, '[hidden]'];
      if (isPrivate && wordsKey.test(key)) return [key, '[not above debug]'];
      return [key, clean(item, isPrivate, depth + 1)];
    }),
  );
}

/** An error without the values it carries: a failed query's message holds its parameters, which may be what someone wrote. */
function describeError(error: Error, depth: number): object {
  const isQuery = 'query' in error && 'params' in error;
  const statement = isQuery ? String(error.query).replaceAll(/\s+/g, ' ').slice(0, 200) : '';
  const details = ['code', 'constraint', 'table', 'failure', 'status'].filter((key) => key in error);
  return {
    type: error.name,
    message: isQuery ? `Failed query: ${statement}` : error.message.slice(0, 1000),
    ...Object.fromEntries(details.map((key) => [key, Reflect.get(error, key)])),
    at: error.stack?.match(/^\s+at .*$/gm)?.map((line) => line.trim()),
    ...(error.cause instanceof Error && depth < depthLimit ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

const shapes: [RegExp, string][] = [
  // A Telegram token in an address, and user and password in one.
  [/\bbot\d+:[\w-]{20,}/g, 'bot[hidden]'],
  [/(\w:\/\/)[^\s"/@]*:[^\s"@]*@/g, '$1[hidden]@'],
];

function hider(secrets: readonly (string | null)[]): (line: string) => string {
  const values = secrets
    .filter((secret): secret is string => typeof secret === 'string' && secret.length >= 6)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  const known = [...new Set(values)].sort((a, b) => b.length - a.length);
  return (line) => {
    let hidden = line;
    for (const value of known) hidden = hidden.replaceAll(value, '[hidden]');
    for (const [shape, instead] of shapes) hidden = hidden.replaceAll(shape, instead);
    return hidden;
  };
}
