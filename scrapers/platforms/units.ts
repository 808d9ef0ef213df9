/** What cards have in common on their way to units: keys, prices, rejections. */
import type { Finding, Rejection, RejectionCode } from '../../domain/listing.ts';
import type { LoadedPage } from '../html/load-page.ts';
import { classesOf } from '../html/visibility.ts';
import type { PlanUnit, PriceWords } from '../plan-unit.ts';
import { all, plainText } from './dom.ts';
import type { PriceLine } from './price-words.ts';

/** A unit, or why there is none. */
export type UnitRead = { readonly unit: PlanUnit } | { readonly rejection: Rejection };

/** What is known of a product before its price is read. */
export type Product = Omit<PlanUnit, 'prices'>;

/** Names of things that are ordered beside a server. */
const NO_SERVER =
  /\b(?:licen[sc]es?|ssl|certificates?|zertifikate?|domain (?:name|registration)s?|gift ?cards?|add[\s-]?ons?|extra ip|additional ip|ip addresses?|colocation|web ?hosting|shared hosting|reseller hosting|wordpress hosting|e-?mail hosting|vpn)\b/i;
const SERVER =
  /\b(?:vps|vds|vserver|server|kvm|openvz|xen|lxc|cloud|virtual|dedicated|root|instance|nvme|ryzen|epyc|storage box)\b/i;

/** A product with its prices; without any, the rejection says what stood in their place. */
export function unitOf(product: Product, prices: readonly PriceWords[], refused: readonly PriceLine[]): UnitRead {
  if (product.name !== null && NO_SERVER.test(product.name) && !SERVER.test(product.name))
    return { rejection: rejected('not-a-plan', 'name', product.name, product) };
  // Where one of its lines cannot be told, the others are no safer.
  const unclear = refused.some((line) => !line.ok && line.why === 'two amounts');
  if (prices.length > 0 && !unclear) return { unit: { ...product, prices } };
  const said = [...new Set(refused.flatMap((line) => (line.ok ? [] : [`${line.said || 'nothing'} (${line.why})`])))].join(', ');
  const code: RejectionCode = refused.some((line) => !line.ok && (line.why === 'share' || line.why === 'two amounts'))
    ? 'ambiguous-price'
    : refused.some((line) => !line.ok && line.why === 'no currency')
      ? 'bad-currency'
      : 'no-price';
  return { rejection: rejected(code, 'prices', said || 'no price beside it', product) };
}

/** A rejection of a product. */
export function rejected(
  code: RejectionCode,
  field: string,
  said: string,
  { key, name }: Pick<PlanUnit, 'key' | 'name'>,
): Rejection {
  return { code, field, said: said.slice(0, 200), listing: { planKey: key, name } };
}

/** Sorts what was read; a product that stands twice with the same words is one. */
export function sortUnits(read: readonly UnitRead[]): { units: PlanUnit[]; rejections: Rejection[] } {
  const units = new Map<string, PlanUnit>();
  const rejections = new Map<string, Rejection>();
  for (const one of read) {
    if ('unit' in one) units.set(JSON.stringify([one.unit.key, one.unit.name, one.unit.prices, one.unit.lines]), one.unit);
    else rejections.set(JSON.stringify(one.rejection), one.rejection);
  }
  return { units: [...units.values()], rejections: [...rejections.values()] };
}

const CODE = /^[A-Z]{3}$/;

/** The currency that a shop's own chooser has chosen; null where it has none, or marks none of several. */
export function chosenCurrency(page: LoadedPage): string | null {
  for (const select of all(page, 'select[name="currency"], select#change_currency, select[name="currency_id"]').slice(0, 20)) {
    const options = all(page, 'option', [select]);
    const chosen =
      options.find((option) => option.attribs.selected !== undefined) ?? (options.length === 1 ? options[0] : undefined);
    const code = chosen === undefined ? undefined : codeIn(plainText(page, chosen));
    if (code !== undefined) return code;
  }
  const active = all(page, 'a[href*="currency="]').find((link) => classesOf(link).includes('active'));
  return active === undefined ? null : (codeIn(plainText(page, active)) ?? null);
}

function codeIn(text: string): string | undefined {
  return text
    .slice(0, 100)
    .split(/[^A-Z]+/)
    .find((word) => CODE.test(word));
}

/** A finding that some lines of menus were left out; none without any. */
export function leftOut(refused: readonly PriceLine[]): Finding[] {
  const words = refused.flatMap((line) => (line.ok || line.why === 'zero' ? [] : [`${line.said} (${line.why})`]));
  if (words.length === 0) return [];
  return [
    {
      code: 'skipped',
      severity: 'info',
      message: `prices that no offer can have: ${words.slice(0, 5).join('; ')}${words.length > 5 ? ` and ${words.length - 5} more` : ''}`,
    },
  ];
}
