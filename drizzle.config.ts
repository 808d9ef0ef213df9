import { defineConfig } from 'drizzle-kit';

/** For `npm run migrations:new`; migrations are applied by db/migrate.ts, never by `drizzle-kit push` or `migrate`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  out: './db/migrations',
  // Other schemas in the database (the job queue's) have owners of their own.
  schemaFilter: ['public'],
});
