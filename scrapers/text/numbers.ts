/** Figures as sellers of several languages write them, into plain decimals. */

/** A figure in text: digits with one decimal mark at most and groups of three between thousands marks. Bounded, so that matching is linear. */
export const NUMBER = String.raw`(?<=(?:kr\.?|Kr\.?|NOK|SEK|DKK|CZK|HUF|RUB|PLN|UAH|KZT)[\u00a0\u202f ]{0,2})\d{1,3}(?:[\u00a0\u202f ]\d{3}){1,2}(?:,\d{2})?(?![\d.,]*\d)(?![\u00a0\u202f ]?[GTM]i?[Bb])|\d{1,3}(?:[.,'’]\d{3}){1,3}(?:[.,]\d{1,6})?(?![\d])|\d{1,3}(?:[\u00a0\u202f ]\d{3}){1,2}(?:[.,]\d{1,2})?(?=[\u00a0\u202f ]?(?:€|EUR|zł|PLN|kr|Kč|SEK|NOK|DKK|CZK|Ft|HUF|₽|руб|р(?!\p{L})|RUB|₴|грн|₸|円|¥|G[iI]?[oB]|T[iI]?[oB]))|\d{1,12}(?:[.,]\d{1,8})?`;

/**
 * "4,99" → "4.99", "1.299,00" → "1299.00", "1,024" → "1024", "10 000" → "10000". `loneDot` says what a dot before exactly three
 * digits is ("1.250"): thousands of a language that writes them so, a decimal, or not to be told: null.
 */
export function plainDecimal(written: string, loneDot: 'thousands' | 'decimal' | 'unclear'): string | null {
  const text = written.replace(/['’\s\u00a0\u202f]/g, '');
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots > 0 && commas > 0) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    const group = decimal === '.' ? ',' : '.';
    return text.replaceAll(group, '').replace(decimal, '.');
  }
  if (dots + commas === 0) return text;
  if (dots + commas > 1) return text.replace(/[.,]/g, '');
  const [whole = '', fraction = ''] = text.split(/[.,]/);
  if (fraction.length !== 3 || whole === '0') return `${whole}.${fraction}`;
  if (commas === 1 || loneDot === 'thousands') return `${whole}${fraction}`;
  return loneDot === 'decimal' ? `${whole}.${fraction}` : null;
}
