import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { OperatorError } from './operator-error.ts';
import * as schema from './schema/index.ts';
import { createStatementNames } from './statement-names.ts';

const { DATE, TIME, TIMESTAMP, TIMESTAMPTZ, INTERVAL } = pg.types.builtins;
const temporal = new Set<number>([DATE, TIME, TIMESTAMP, TIMESTAMPTZ, INTERVAL]);
const asWritten = (text: string) => text;

export type Database = NodePgDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** A database with its connections. `close` waits for queries in hand; closing twice is harmless. */
export interface OpenDatabase {
  db: Database;
  pool: pg.Pool;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** postgres://user:password@host:port/name */
  url: string;
  /** Connections this process may hold at once; 10 unless told. */
  maxConnections?: number;
  log?: { warn(message: string): void };
}

/** Opens a pool and tries one connection. Throws an OperatorError when the database cannot be used. */
export async function openDatabase({ url, maxConnections = 10, log }: OpenDatabaseOptions): Promise<OpenDatabase> {
  const target = describe(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'spotter',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Moments and days come as the server writes them, and Temporal reads only the ISO style.
    options: '-c timezone=UTC -c datestyle=ISO,YMD',
    types: { getTypeParser: (oid, format) => (temporal.has(oid) ? asWritten : pg.types.getTypeParser(oid, format)) },
  });
  // Without a listener an idle connection that dies would end the process; the pool replaces it by itself.
  pool.on('error', (error) => log?.warn(`A database connection was lost: ${error.message}`));
  // A connection may also die between two queries of a transaction, where the pool does not listen.
  pool.on('connect', (client) => client.on('error', () => {}));
  const nameOf = createStatementNames();
  pool.on('connect', (client) => nameStatements(client, nameOf));
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= pool.end();
    return closed;
  };
  try {
    await pool.query('select 1');
  } catch (error) {
    await close();
    throw new OperatorError(`Cannot use the database ${target}: ${reason(error)}`, { cause: error });
  }
  return { db: drizzle({ client: pool, schema, casing: 'snake_case' }), pool, close };
}

/** Names what Drizzle asks of a connection: statements as objects, and with parameters. */
function nameStatements(client: pg.ClientBase, nameOf: (text: string) => string | undefined): void {
  const query = (config: unknown, ...rest: unknown[]): unknown => {
    const named = isStatement(config) && Array.isArray(rest[0]) ? { ...config, name: nameOf(config.text) } : config;
    return Reflect.apply(pg.Client.prototype.query, client, [named, ...rest]);
  };
  Object.assign(client, { query });
}

const isStatement = (config: unknown): config is { readonly text: string } =>
  typeof config === 'object' && config !== null && 'text' in config && !('submit' in config);

/** Host, port and name without the password. */
function describe(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'postgres:' && parsed?.protocol !== 'postgresql:') {
    throw new OperatorError('DATABASE_URL is not a PostgreSQL address: write postgres://user:password@host:5432/name.');
  }
  return `${parsed.pathname.slice(1) || parsed.username} at ${parsed.hostname}:${parsed.port || '5432'}`;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL or correct DATABASE_URL.',
  ECONNRESET: 'the server closed the connection. Check that PostgreSQL runs there.',
  ENOTFOUND: 'the host name is unknown. Correct DATABASE_URL.',
  EAI_AGAIN: 'the host name cannot be looked up now. Check the network and DATABASE_URL.',
  EHOSTUNREACH: 'the host cannot be reached. Check the network and DATABASE_URL.',
  ENETUNREACH: 'the host cannot be reached. Check the network and DATABASE_URL.',
  ETIMEDOUT: 'the host does not answer. Check the network and DATABASE_URL.',
  '28P01': 'it refuses the user or the password. Correct DATABASE_URL.',
  '28000': 'it does not let this user in. Check the server’s pg_hba.conf and DATABASE_URL.',
  '3D000': 'it does not exist. Create it with createdb or correct DATABASE_URL.',
  '42501': 'this user may not connect to it. Grant CONNECT or correct DATABASE_URL.',
  '53300': 'all its connections are taken. Raise max_connections or stop something.',
  '57P03': 'the server is starting up or shutting down. Try again in a moment.',
};

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('timeout')) return 'the host does not answer. Check the network and DATABASE_URL.';
  return reasons[code] ?? `${message.replaceAll(/\s+/g, ' ')}. Check DATABASE_URL.`;
}
