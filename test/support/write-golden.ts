/** Writes `expected.json` beside each source fixture; what it wrote is to be reviewed by eye before it is kept. */
import { writeFileSync } from 'node:fs';
import { readPages } from '../../scrapers/read-pages.ts';
import { fixtureCases, plainReading } from './source-fixtures.ts';

const only = process.argv[2];
for (const { adapter, golden, pages } of fixtureCases()) {
  if (only && adapter.manifest.sourceId !== only) continue;
  writeFileSync(golden, `${JSON.stringify(plainReading(readPages(adapter, pages, null)), null, 2)}\n`);
  process.stdout.write(`${golden}\n`);
}
