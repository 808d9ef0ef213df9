/** Billing terms as words beside a price: "/yr", "per month", "quarterly", "Monthly:", "for the first 3 months". */
import type { BillingTerm } from '../../domain/listing.ts';
import { fold } from './labels.ts';
import type { Token } from './lexer.ts';

/** A term, and whether the words make it the first term only. */
export interface Term {
  readonly per: BillingTerm;
  readonly first: boolean;
}

type Unit = 'hour' | number;

const table = (entries: Readonly<Record<string, Unit>>) =>
  new Map<string, Unit>(
    Object.entries(entries).flatMap(([words, unit]) => words.split(' ').map((word) => [fold(word), unit] as const)),
  );

/** Words that are a term by themselves. */
const ADVERBS = table({
  'hourly stundlich': 'hour',
  'monatlicher monatliche monatlichen monthly mthly mtl mntl monatlich mensuel mensuelle mensual mensuales mensile mensal maandelijks miesiecznie 月付 每月 ежемесячно 매월 월간 mensalmente mensilmente mensualmente mensili mensais manatligen manadsvis manedlig manedligt manedlig mesicne mesacne aylik aylık havonta havi kuukausittain щомісяця щомісячно mesecno 月額 月额 月払い': 1,
  'quarterly kvartalsvis kwartalnie ctvrtletne ежеквартально vierteljahrlich quartalsweise trimestriel trimestrielle trimestral trimestrale kwartaal 季付 每季': 3,
  'semiannually semiannual halfyearly halbjahrlich semestriel semestrielle semestral 半年付 半年 polrocznie pololetne': 6,
  'jahrlicher jahrliche jahrlichen yearly annually annual annualy anually jahrlich jhrl annuel annuelle anual anuales annuale jaarlijks rocznie 年付 每年 年缴 ежегодно anualmente annualmente annuali arligen arsvis arlig arligt rocne yillik yıllık evente vuosittain щорічно godisnje 年額 年额 年払い': 12,
  'biennially biennial zweijahrlich 两年付': 24,
  'triennially triennial dreijahrlich 三年付': 36,
});

/** Words that are a term after "/", "per" and their kin, or after a figure. */
const NOUNS = table({
  'h hr hrs hour hours stunde stunden std heure heures hora horas 小时 时 시간 час часа часов ч godz godzina godzine hodina hodinu timme timmen saat uur ora 時間':
    'hour',
  'm mo mon mos mth mths mnth month months monat monate monaten mois mes meses mese maand maanden mnd miesiac mies mc mesic maned manad ay luna thang bulan เดือน man mdr md mesi měs mesic mesiac miesiąc miesięcznie kk kuukausi ho honap місяць міс meseca ヶ月 か月 カ月 мес месяц месяца месяцев 月 个月 월 개월 월에': 1,
  'q qtr qtrs quarter quarters quartal trimestre kwartal kwartał kvartal квартал 季 季度': 3,
  'semester semestre halbjahr 半年': 6,
  'y yr yrs year years annum jahr jahre jahren an ans annee ano anos anno jaar rok roku yil yıl год года лет рік ar aret ev vuosi tahun ani an jaren 年 년 연 년에 연간': 12,
  biennium: 24,
  triennium: 36,
});

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  six: 6,
  twelve: 12,
  zwei: 2,
  drei: 3,
  sechs: 6,
  deux: 2,
  trois: 3,
  dos: 2,
  tres: 3,
  两: 2,
  三: 3,
};
const CONNECTORS = new Set(
  'per bei pro par por al a an each every for im je the of p jede jeden cada il la le über uber 每 в за na za v i om pr на'.split(
    ' ',
  ),
);
const FIRST = new Set(
  'first 1st initial introductory intro erste ersten erstes erster premier premiere primer primero primera'.split(' '),
);
/** Words that may stand between a price and its term. */
const FILLER = new Set(
  `usd eur gbp only billed paid recurring total due charged payable prepaid fixed flat just ex excl incl inc vat mwst tva ttc ht iva net btw dph kdv moms netto brutto bez sans senza zonder sem s z без ндс + iva
   price pricing is now plus tax when if you pay st nur seulement solo solamente on paying lifetime`.split(/\s+/),
);

/** The term behind a price. */
export function termAfter(tokens: readonly Token[], index: number): (Term & { readonly explicit: boolean }) | null {
  let connected = false;
  let first = false;
  for (let at = index + 1; at < tokens.length && at <= index + 12; at += 1) {
    const token = tokens[at];
    if (!token) return null;
    if (token.type === 'sep') {
      if (token.char === '/') connected = true;
      else if (token.char === '(' && tokens.slice(at, at + 9).some((one) => one.type === 'sep' && one.char === ')')) {
        // What stands in brackets between a price and its term is about something else: "A$ 6.60 (~US$ 4.23) for the first quarter".
        while (!(tokens[at]?.type === 'sep' && tokens[at]?.text === ')')) at += 1;
      } else if (!'.*!’\'"`“”+'.includes(token.char) && !('-–—'.includes(token.char) && isTerm(tokens[at + 1], false)))
        return null;
    } else if (token.type === 'number') {
      // "for 6/mo": six months.
      const slash = tokens[at + 1];
      const unit = unitAt(tokens, slash?.type === 'sep' && slash.char === '/' && connected ? at + 2 : at + 1, true);
      if (unit === null) return null;
      return { per: perOf(unit, token.value), first, explicit: true };
    } else if (token.type === 'word') {
      const number = NUMBERS[token.folded];
      const counted = number === undefined ? null : unitAt(tokens, at + 1, true);
      if (number !== undefined && counted !== null) return { per: perOf(counted, number), first, explicit: true };
      const unit = unitAt(tokens, at, connected || first || at === index + 1);
      if (unit !== null && (connected || first || token.folded.length > 1))
        return { per: perOf(unit, 1), first, explicit: connected || first };
      if (FIRST.has(token.folded)) first = true;
      else if (CONNECTORS.has(token.folded)) connected = true;
      else if (!FILLER.has(token.folded)) return null;
    } else if (token.type !== 'percent') return null;
  }
  return null;
}

function isTerm(token: Token | undefined, noun: boolean): boolean {
  return token?.type === 'word' && (ADVERBS.has(token.folded) || (noun && NOUNS.has(token.folded)));
}

/** The unit of a term that begins at a place: "year", "semi-annually", "half year", "Monat". */
function unitAt(tokens: readonly Token[], at: number, noun: boolean): Unit | null {
  const token = tokens[at];
  if (token?.type === 'sep' && token.char === '-') return unitAt(tokens, at + 1, noun);
  if (token?.type !== 'word') return null;
  const next = tokens[at + 1];
  const after = next?.type === 'sep' && next.char === '-' ? tokens[at + 2] : next;
  if (/^(?:semi|half|halb|medio|demi)$/.test(token.folded) && after?.type === 'word') {
    return ADVERBS.get(after.folded) === 12 || NOUNS.get(after.folded) === 12 ? 6 : null;
  }
  // "p.a.", "p/m", "p.m."
  if (token.folded === 'p' && after !== undefined) {
    const letter = next?.type === 'sep' && (next.char === '.' || next.char === '/') ? tokens[at + 2] : undefined;
    if (letter?.type === 'word' && letter.folded.length === 1)
      return letter.folded === 'a' ? 12 : (NOUNS.get(letter.folded) ?? null);
  }
  if (token.folded === 'pm') return 1;
  if (token.folded === 'pa') return 12;
  const adverb = ADVERBS.get(token.folded);
  if (adverb !== undefined) return adverb;
  return noun ? (NOUNS.get(token.folded) ?? hanUnit(token.folded)) : hanUnit(token.folded);
}

/** Han words carry their term inside ("价格年付只要"). */
function hanUnit(folded: string): Unit | null {
  if (!/\p{Script=Han}/u.test(folded)) return null;
  if (/半年/.test(folded)) return 6;
  if (/月額|月额|月払/.test(folded)) return 1;
  if (/年額|年额|年払/.test(folded)) return 12;
  if (/季付|每季/.test(folded)) return 3;
  if (/年付|每年|一年/.test(folded)) return 12;
  if (/月付|每月|首月/.test(folded)) return 1;
  return null;
}

function perOf(unit: Unit, count: number): BillingTerm {
  return unit === 'hour' ? { hours: 1 } : { months: unit * count };
}

/** Where a unit really begins: "Semi-annually" is read backwards from "annually". */
function halfAt(tokens: readonly Token[], at: number): number {
  const dash = tokens[at - 1];
  const start = dash?.type === 'sep' && dash.char === '-' ? at - 2 : at - 1;
  const token = tokens[start];
  return token?.type === 'word' && /^(?:semi|half|halb|demi)$/.test(token.folded) ? start : at;
}

/** The term before a price: "Monthly: $5", "Price per month - $5", "First month only: €2". */
export function termBefore(tokens: readonly Token[], index: number): Term | null {
  let colon = false;
  let words = 0;
  for (let at = index - 1; at >= 0 && at >= index - 12; at -= 1) {
    const token = tokens[at];
    if (!token) return null;
    if (token.type === 'sep') {
      if (token.char === ':' && at >= index - 2) colon = true;
      else if (!':-–—=~*.’\'"`“”≈/'.includes(token.char)) return null;
    } else if (token.type === 'word') {
      const unit = unitAt(tokens, halfAt(tokens, at), true);
      const before = tokens[at - 1];
      if (unit !== null && (token.folded.length > 1 || (before?.type === 'number' && token.tight))) {
        const count = before?.type === 'number' ? before.value : before?.type === 'word' ? (NUMBERS[before.folded] ?? 1) : 1;
        const first =
          tokens.slice(Math.max(0, at - 3), at).some((one) => one.type === 'word' && FIRST.has(one.folded)) ||
          /首/.test(token.folded);
        return { per: perOf(unit, count), first };
      }
      words += 1;
      if (!colon && words > 3) return null;
      if (!colon && !FILLER.has(token.folded) && !BEFORE.has(token.folded)) return null;
    } else if (token.type !== 'number') return null;
  }
  return null;
}

const BEFORE = new Set('at for cost costs payment fee promo special plan term just from only starting deal sale with'.split(' '));
