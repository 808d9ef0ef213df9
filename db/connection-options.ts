import type postgres from 'postgres';

/** How a database is reached, for postgres.js: a server's address with options, or options alone. */
export interface ConnectionOptions {
  readonly url?: string;
  readonly options: postgres.Options<Record<string, never>>;
}

/**
 * Reads a database address. Besides what postgres.js reads itself, a socket folder the way PostgreSQL's own tools take it:
 * `postgresql:///name?host=/var/run/postgresql` or `postgresql://user@%2Fvar%2Frun%2Fpostgresql/name`.
 */
export function connectionFromUrl(url: string): ConnectionOptions {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  const folder = read && (read.searchParams.get('host') ?? decodeURIComponent(read.hostname));
  if (!read || !folder?.startsWith('/')) return { url, options: {} };
  const port = Number(read.port || (read.searchParams.get('port') ?? 5432));
  const user = decodeURIComponent(read.username) || read.searchParams.get('user');
  const password = decodeURIComponent(read.password);
  const database = decodeURIComponent(read.pathname.slice(1));
  return {
    options: {
      // Named, so that the driver does not take a host from elsewhere; the path is what counts.
      host: 'localhost',
      port,
      path: `${folder}/.s.PGSQL.${port}`,
      ssl: false,
      ...(user ? { user } : {}),
      ...(password ? { password } : {}),
      ...(database ? { database } : {}),
    },
  };
}
