/** Shop software that answers with data instead of pages: JSON of its public interface. Pure. */
import { readUnit } from '../text/read-unit.ts';
import type { PageUnits } from './platform.ts';
import type { ShopPage, ShopRead } from './shop-page.ts';

/** A shop software, or a format, that is read as data. */
export interface DataPlatform {
  /** Kebab-case, what `--platform` takes. */
  readonly id: string;
  readonly title: string;
  readonly reads: 'data';
  /** Whether an answer is of this shape. */
  recognise(body: unknown): boolean;
  /** Reads an answer that was recognised. */
  read(body: unknown, page: ShopPage): ShopRead;
}

/** Units of an answer, read by the text reader. */
export function readDataUnits(found: PageUnits, page: ShopPage): ShopRead {
  const context = { page: page.key, shared: found.shared, currency: found.currency ?? page.currency, lang: found.lang };
  return {
    reads: [...found.units.map((unit) => readUnit(unit, context)), ...found.rejections.map((rejection) => ({ rejection }))],
    findings: found.findings,
    whole: found.findings.every(({ severity }) => severity === 'info'),
  };
}
