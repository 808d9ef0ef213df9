/** Currency signs and words as offers write them. */

/** Signs and words → ISO 4217. "$" alone is told by the text around it (`DOLLAR`), "¥" too, and the crowns of the north by the language. */
const SIGNS: Readonly<Record<string, string>> = {
  US$: 'USD',
  $US: 'USD',
  '$ US': 'USD',
  $CA: 'CAD',
  '$ CA': 'CAD',
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
  р: 'RUB',
  грн: 'UAH',
  лв: 'BGN',
  '₸': 'KZT',
  Ft: 'HUF',
  lei: 'RON',
  RM: 'MYR',
  zl: 'PLN',
  Kc: 'CZK',
  円: 'JPY',
  원: 'KRW',
  đ: 'VND',
  VNĐ: 'VND',
  บาท: 'THB',
  'JP¥': 'JPY',
  'CN¥': 'CNY',
  日元: 'JPY',
  Fr: 'CHF',
  SFr: 'CHF',
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
  'KZT',
  'BYN',
  'ISK',
  'RSD',
] as const;

const escaped = (text: string) => text.replace(/[.$]/g, '\\$&');
const longestFirst = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** Signs that stand before or behind a figure, as a pattern; letters among them must not go on into a word. */
export const CURRENCY = `(?:(?<!\\p{L})(?:${longestFirst([...Object.keys(SIGNS), ...CODES, 'kr', 'Kr'])})(?!(?!\\p{Script=Han})[\\p{L}])|\\$|¥)`;

const BY_WORD = new Map<string, string>([
  ...Object.entries(SIGNS).map(([sign, code]) => [sign.toLowerCase(), code] as const),
  ...CODES.map((code) => [code.toLowerCase(), code] as const),
]);

/** Currencies whose prices have no fractions, or mark them with a comma only: a dot before three digits parts thousands. */
const DOT_OF_THOUSANDS: ReadonlySet<string> = new Set([
  'IDR',
  'VND',
  'KRW',
  'JPY',
  'CLP',
  'COP',
  'ARS',
  'BRL',
  'TRY',
  'HUF',
  'RSD',
  'ISK',
]);

/** Whether "50.000" of a currency is fifty thousand for sure. */
export function hasDotOfThousands(currency: string): boolean {
  return DOT_OF_THOUSANDS.has(currency);
}

/** ISO 4217 of a sign or word; "$", "¥" and "kr" as they are; null for anything else. */
export function currencyOf(sign: string): string | null {
  if (sign === '$' || sign === '¥') return sign;
  if (sign.toLowerCase() === 'kr') return 'kr';
  return BY_WORD.get(sign.toLowerCase()) ?? null;
}
