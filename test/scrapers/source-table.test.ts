import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageWithTable, TABLE_PAGE } from '../support/source-table.ts';

test('docs/data-sources.md names every source as the registry has it', () => {
  expect(readFileSync(TABLE_PAGE, 'utf8')).toBe(pageWithTable());
});
