/** What a line of a page is about: which resources it gives figures for, or which one it only names. */
import type { Label } from '../text/labels.ts';
import { lex } from '../text/lexer.ts';
import { hasNoLimit } from '../text/unmetered.ts';

/** Kinds of facts as bits, so that many lines are counted at once. `size`: a figure of bytes that no word explains. */
export const KIND = { memory: 1, cpu: 2, disk: 4, transfer: 8, port: 16, ip: 32, size: 64 } as const;
export type Kind = keyof typeof KIND;

/** Kinds by the labels of the text reader. */
const BY_LABEL: Partial<Record<Label, number>> = {
  memory: KIND.memory,
  guaranteed: KIND.memory,
  cpu: KIND.cpu,
  disk: KIND.disk,
  transfer: KIND.transfer,
  port: KIND.port,
};

/** Kinds that a figure of bytes is of. */
const SIZED = KIND.memory | KIND.disk | KIND.transfer | KIND.port;

/** Longer lines are prose: they tell about servers, they are none. */
export const LONGEST_LINE = 320;

/** Bits of the kinds that a line gives figures for. */
export function kindsIn(text: string): number {
  if (text.length > LONGEST_LINE || !(/\d/.test(text) || hasNoLimit(text))) return 0;
  let kinds = 0;
  let loose = false;
  for (const token of lex(text)) {
    if (token.type === 'word' && token.label) kinds |= BY_LABEL[token.label] ?? 0;
    else if (token.type === 'ip' || token.type === 'prefix') kinds |= KIND.ip;
    else if (token.type === 'rate') kinds |= KIND.port;
    else if (token.type === 'chip' || token.type === 'frequency') kinds |= KIND.cpu;
    else if (token.type === 'size') loose = true;
  }
  return loose && (kinds & SIZED) === 0 ? kinds | KIND.size : kinds;
}

/** How many kinds the bits hold. */
export function countKinds(kinds: number): number {
  let count = 0;
  for (let left = kinds; left > 0; left >>= 1) count += left & 1;
  return count;
}

/** What a label names. */
export type LabelKind = Kind | 'price' | 'setup' | 'name' | 'place' | 'stock' | 'order';

const OTHER: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'setup',
    /\b(?:set[\s-]?up|einrichtung\w*|installation|activation|alta|instala[cç][aã]o|установка|aktywacja|z[řr][ií]zen[ií])\b|разов/iu,
  ],
  [
    'price',
    /(?:^|[^\p{L}])(?:prices?|pricing|costs?|rates?|fees?|preise?|kosten|prix|tarifs? mensuels?|precios?|preços?|prezz[oi]|prijs|ceny?|kaina|fiyatı?|ücret|pris|hinta|ár|hind|giá|стоимость|цена|ціна|kwota|价格|價格|가격|料金)(?=$|[^\p{L}])|[$€£₹₽]/iu,
  ],
  ['place', /\b(?:locations?|data\s?cent(?:er|re)s?|standorte?|regions?|country|ubicaci[oó]n|emplacement|lokalita)\b|локация/iu],
  ['stock', /\b(?:availability|stock|available|verfügbarkeit|disponibilit[éà]|disponibilidad|status)\b|наличие/iu],
  [
    'order',
    /^(?:order|buy|purchase|checkout|action|bestellen|kaufen|commander|comprar|zamów|koupit|заказать|купить|select|link)\b/iu,
  ],
  [
    'name',
    /(?:^|[^\p{L}])(?:plans?|packages?|packs?|names?|products?|models?|servers?|vps|types?|tarife?|pakete?|produkt|modell|offres?|formules?|modèle|paquetes?|planes|nombre|modelo|plano|piano|pakiet|nazwa|balíček|název|тариф\w*|план|название|instances?|flavou?rs?|sizes?)(?=$|[^\p{L}])/iu,
  ],
];

/** Figures that belong to a name and are none of a plan: "IPv4", "DDR5", "RAID 10", "24/7". */
const NAMING_FIGURES =
  /\bipv?[46]\b|\bddr\d?\b|\braid[\s-]?\d{1,2}\b|\b24\/7\b|\blayer\s?\d\b|\b(?:1|12|24|36|6|3)[\s-]?(?:months?|mos?|monate?|mois|meses)\b|\b1\s?(?:hour|year|yr|stunde|jahr)\b/gi;

/** What a short text names without giving a figure ("RAM (GB)", "Disk space", "Price per month"); null where it names nothing, or a value. */
export function labelKindOf(text: string): LabelKind | null {
  if (text.length > 48 || text.length === 0) return null;
  const bare = text.replace(NAMING_FIGURES, ' ');
  if (/\d/.test(bare)) return null;
  const labels = lex(text).flatMap((token): LabelKind[] => {
    if (token.type === 'ip') return ['ip'];
    const kind = token.type === 'word' && token.label ? BY_LABEL[token.label] : undefined;
    const name = (Object.keys(KIND) as Kind[]).find((one) => KIND[one] === kind);
    return name === undefined ? [] : [name];
  });
  const other = OTHER.find(([, pattern]) => pattern.test(text))?.[0];
  if (other === 'setup' || other === 'price') return other;
  return labels[0] ?? other ?? null;
}

/** Whether a label names something that a server is made of. */
export function isSpec(kind: LabelKind | null): kind is Kind {
  return kind !== null && Object.hasOwn(KIND, kind);
}
