/** Currency signs and words as offers write them. */

/** Signs and words → ISO 4217. "$" alone is told by the text around it (`DOLLAR`), "¥" too. */
const SIGNS: Readonly<Record<string, string>> = {
  US$: 'USD',
  $US: 'USD',
  USD$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  AUD$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  CAD$: 'CAD',
  CDN$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  SG$: 'SGD',
  R$: 'BRL',
  NT$: 'TWD',
  MX$: 'MXN',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₽': 'RUB',
  '₺': 'TRY',
  '₴': 'UAH',
  '₩': 'KRW',
  '฿': 'THB',
  '₫': 'VND',
  '₦': 'NGN',
  '₱': 'PHP',
  '₪': 'ILS',
  zł: 'PLN',
  Kč: 'CZK',
  руб: 'RUB',
  Rs: 'INR',
  'Rs.': 'INR',
  Rp: 'IDR',
  TL: 'TRY',
  元: 'CNY',
  RMB: 'CNY',
  euro: 'EUR',
  euros: 'EUR',
  Euro: 'EUR',
  Euros: 'EUR',
  EURO: 'EUR',
  Dollar: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  Dollars: 'USD',
  eur: 'EUR',
  Eur: 'EUR',
  usd: 'USD',
  Usd: 'USD',
  gbp: 'GBP',
  美元: 'USD',
  美金: 'USD',
  欧元: 'EUR',
};

const CODES = [
  'USD',
  'EUR',
  'GBP',
  'AUD',
  'CAD',
  'NZD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'BGN',
  'RUB',
  'UAH',
  'TRY',
  'INR',
  'CNY',
  'JPY',
  'HKD',
  'SGD',
  'TWD',
  'KRW',
  'THB',
  'IDR',
  'MYR',
  'VND',
  'BRL',
  'MXN',
  'ARS',
  'CLP',
  'COP',
  'ZAR',
  'ILS',
  'AED',
  'NGN',
  'KES',
  'PKR',
  'BDT',
] as const;

const escaped = (text: string) => text.replace(/[.$]/g, '\\$&');
const longestFirst = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** Signs that stand before or behind a figure, as a pattern; letters among them must not go on into a word. */
export const CURRENCY = `(?:(?<!\\p{L})(?:${longestFirst([...Object.keys(SIGNS), ...CODES])})(?!(?!\\p{Script=Han})[\\p{L}])|\\$|¥)`;

const BY_WORD = new Map<string, string>([
  ...Object.entries(SIGNS).map(([sign, code]) => [sign.toLowerCase(), code] as const),
  ...CODES.map((code) => [code.toLowerCase(), code] as const),
]);

/** ISO 4217 of a sign or word; "$" and "¥" as they are; null for anything else. */
export function currencyOf(sign: string): string | null {
  if (sign === '$' || sign === '¥') return sign;
  return BY_WORD.get(sign.toLowerCase()) ?? null;
}
