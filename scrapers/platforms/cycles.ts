/** Billing cycles as carts write them: words of a price's line, and the values of their menus. */
import type { PriceWords } from '../plan-unit.ts';

/** A term; `once` for what is paid one time, `short` for days and weeks, which no offer is kept in. */
export type Cycle = NonNullable<PriceWords['per']> | 'once' | 'short';

const months = (count: number): Cycle => ({ months: count });

/** Values of the menus of WHMCS, HostBill (letters) and FOSSBilling (codes). */
const VALUES: ReadonlyMap<string, Cycle> = new Map<string, Cycle>([
  ['hourly', { hours: 1 }],
  ['h', { hours: 1 }],
  ['daily', 'short'],
  ['d', 'short'],
  ['weekly', 'short'],
  ['w', 'short'],
  ['1w', 'short'],
  ['monthly', months(1)],
  ['m', months(1)],
  ['1m', months(1)],
  ['quarterly', months(3)],
  ['q', months(3)],
  ['3m', months(3)],
  ['semiannually', months(6)],
  ['s', months(6)],
  ['6m', months(6)],
  ['annually', months(12)],
  ['a', months(12)],
  ['1y', months(12)],
  ['biennially', months(24)],
  ['b', months(24)],
  ['2y', months(24)],
  ['triennially', months(36)],
  ['t', months(36)],
  ['3y', months(36)],
  ['p4', months(48)],
  ['p5', months(60)],
  ['onetime', 'once'],
  ['once', 'once'],
]);

/** The cycle of a menu's value ("semiannually", "q", "6M"); null where the value is an id of the shop's own. */
export function cycleOfValue(value: string | undefined): Cycle | null {
  return VALUES.get(value?.trim().toLowerCase() ?? '') ?? null;
}

/** Words of one cycle each, as the languages of the shop systems have them, folded. Longer phrases stand before their parts. */
const WORDS: readonly (readonly [Cycle, string])[] = [
  ['once', 'one time|onetime|one off|einmalig|einmalzahlung|paiement unique|pago unico|una tantum|eenmalig|jednorazowo|разово'],
  [
    months(36),
    'triennially|triennial|three years|alle drei jahre|dreijahrlich|triennal|triennale|trienal|driejaarlijks|3 yillik|三年付|三年缴',
  ],
  [
    months(24),
    'biennially|biennial|two years|alle zwei jahre|zweijahrlich|biennal|bisannuel|biennale|bienal|tweejaarlijks|2 yillik|两年付|两年缴|兩年繳',
  ],
  [
    months(6),
    'semi annually|semi annual|semiannually|semiannual|half yearly|bi annually|halbjahrlich|semestriel|semestriellement|semestral|semestrale|semestralmente|halfjaarlijks|polrocznie|6 aylik|раз в полгода|полугодовой|半年付|半年缴|半年繳',
  ],
  [
    months(12),
    'annually|annual|yearly|jahrlich|annuel|annuellement|anual|anualmente|annuale|jaarlijks|rocznie|yillik|ежегодно|годовой|年付|年缴|年繳',
  ],
  [
    months(3),
    'quarterly|quarter|vierteljahrlich|quartalsweise|trimestriel|trimestriellement|trimestral|trimestrale|trimestralmente|per kwartaal|kwartalnie|3 aylik|ежеквартально|季付|季缴|季繳',
  ],
  [
    months(1),
    'monthly|month to month|monatlich|mensuel|mensuellement|mensual|mensualmente|mensal|mensile|maandelijks|miesiecznie|aylik|ежемесячно|月付|月缴|月繳',
  ],
  ['short', 'daily|weekly|taglich|wochentlich|quotidien|hebdomadaire|diario|semanal|dagelijks|wekelijks'],
  [{ hours: 1 }, 'hourly|per hour|stundlich|par heure|por hora|all ora|per uur|почасово'],
];
const LETTER = String.raw`[\p{L}\p{N}]`;
const HAN = /\p{Script=Han}/u;
const PATTERNS = WORDS.map(([cycle, words]) => {
  const plain = words.split('|').filter((word) => !HAN.test(word));
  const han = words.split('|').filter((word) => HAN.test(word));
  const bounded = `(?<!${LETTER})(?:${plain.join('|')})(?!${LETTER})`;
  return [cycle, new RegExp([bounded, ...han].join('|'), 'gu')] as const;
});

const YEARS = /^(?:y|yr|yrs|year|years|jahr|jahre|jahren|an|ans|annee|annees|ano|anos|anni|anno|jaar|лет|год|года|yil)$/;
const MONTHS =
  /^(?:m|mo|mon|month|months|monat|monate|monaten|mois|mes|meses|mese|mesi|maand|maanden|месяц|месяца|месяцев|мес|ay|miesiac|miesiace|miesiecy)$/;
const COUNTED = /(?<![\p{L}\p{N}.,])(\d{1,3})\s?(\p{L}{1,12})(?![\p{L}\p{N}])/gu;
const PER = /(?:\/|(?<!\p{L})(?:per|every|each|pro|par|por|al|jede[nrs]?|chaque|cada)\s)\s?(\p{L}{1,12})(?![\p{L}\p{N}])/gu;

/**
 * The one cycle that words name ("Semi-Annually", "12 Months", "/yr"); null where they name none, or more than one.
 * Amounts may stand among them.
 */
export function cycleOf(words: string): Cycle | null {
  let text = fold(words);
  const found: Cycle[] = [];
  for (const [, count = '', unit = ''] of text.matchAll(COUNTED)) {
    if (YEARS.test(unit)) found.push(months(Number(count) * 12));
    else if (MONTHS.test(unit)) found.push(months(Number(count)));
  }
  if (found.length === 0) {
    for (const [cycle, pattern] of PATTERNS) {
      const rest = text.replace(pattern, ' ');
      if (rest !== text) found.push(cycle);
      text = rest;
    }
  }
  for (const [, unit = ''] of text.matchAll(PER)) {
    if (YEARS.test(unit)) found.push(months(12));
    else if (MONTHS.test(unit)) found.push(months(1));
    else if (/^(?:h|hr|hour|stunde|heure|hora)$/.test(unit)) found.push({ hours: 1 });
  }
  const [first] = found;
  return first !== undefined && found.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : null;
}

/** Where figures stand in a text that count months or years ("12 Months"): amounts of time, none of money. */
export function termFigures(text: string): ReadonlySet<number> {
  const places = [...text.slice(0, 1000).matchAll(COUNTED)].flatMap(({ index, 2: unit = '' }) => {
    const folded = fold(unit);
    return YEARS.test(folded) ||
      MONTHS.test(folded) ||
      /^(?:days?|weeks?|tage?|wochen?|jours?|semaines?|dias?|semanas?|hours?|h)$/.test(folded)
      ? [index]
      : [];
  });
  return new Set(places);
}

/** The same term. */
export function sameCycle(a: Cycle, b: Cycle): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function fold(words: string): string {
  return words
    .slice(0, 300)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/[-–_'’()[\]]/g, ' ')
    .replace(/\s+/g, ' ');
}
