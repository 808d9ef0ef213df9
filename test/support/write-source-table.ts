/** Writes the table of all sources into `docs/data-sources.md`. */
import { writeFileSync } from 'node:fs';
import { pageWithTable, TABLE_PAGE } from './source-table.ts';

writeFileSync(TABLE_PAGE, pageWithTable());
