/** The amounts of money in a plan's words, each with its term and the part it plays. */
import type { BillingTerm } from '../../domain/listing.ts';
import { lex, type Token } from './lexer.ts';
import { termAfter, termBefore } from './terms.ts';

/**
 * What an amount is: `plain` what is paid, `intro` for a first term only, `renewal` what follows it, `old` a price that stands for
 * comparison, `from` the lowest of many, `setup` a set-up fee. Others (savings, add-ons, approximations, prices of units) are no
 * prices of the plan and are left out.
 */
export type Part = 'plain' | 'intro' | 'renewal' | 'old' | 'from' | 'setup';

/** An amount with what the words around it say. */
export interface PriceMention {
  readonly amount: string | null;
  readonly currency: string;
  readonly per: BillingTerm | null;
  readonly part: Part;
  readonly taxIncluded: boolean | null;
  /** Marked as what is to be paid now ("only", "sale price", "now"). */
  readonly marked: boolean;
  /** The words around it speak of a first term. */
  readonly first: boolean;
  /** The set-up fee of this amount alone, where a page's structure ties fees to prices; null: it has none beside it. */
  readonly fee?: { readonly amount: string; readonly said: string } | null;
  /** A label names one term and the words behind the amount another ("Quarterly | $14.95/mo"). */
  readonly torn: boolean;
  /** Paid by the month, and for so many months at least ("€4.49 mtl. (12 Monate)", "$3/mo billed annually"); null: no word of it. */
  readonly commitment: number | null;
  readonly said: string;
}

const LABEL_TERM =
  /^\W{0,4}((?:semi[- ]?|half[- ]?)?(?:monthly|quarterly|annual(?:ly)?|yearly|biennial(?:ly)?|triennial(?:ly)?))\s{0,2}[|:]/i;

/** Whether the label of a line contradicts the term behind its amount. */
function isTorn(line: string, per: BillingTerm | undefined): boolean {
  const label = LABEL_TERM.exec(line)?.[1];
  const term = label === undefined || per === undefined ? null : termAfter([...lex('x'), ...lex(label)], 0);
  return term !== null && JSON.stringify(term.per) !== JSON.stringify(per);
}

const end = (pattern: string) => new RegExp(`(?:${pattern})[^\\d.|•]{0,24}$`, 'iu');
/** As `end`, but what stands in brackets before is no matter. */
const inside = (pattern: string) => new RegExp(`(?:${pattern})[^\\d.|•)]{0,24}$`, 'iu');
const start = (pattern: string) => new RegExp(`^[\\s*)\\].,!\u0060]{0,4}(?:${pattern})`, 'iu');

const APPROX_LEFT =
  /[~≈∼]\s{0,2}$|(?:\b(?:approx\w*|about|around|roughly|equiv\w*|effective(?:ly)?|eff|avg|averag\w*|circa|ca|environ|etwa|umgerechnet|works out (?:at|to))\b|平均)[^\d|•]{0,16}$/iu;
const APPROX_RIGHT = start(String.raw`(?:/\s?(?:mo|month|yr|year)\s+)?\(?(?:eff\b|effective|equivalent|avg|average)`);
const IGNORE_LEFT = inside(
  String.raw`\b(?:sav(?:e|es|ing|ings)|(?<!after |with |incl\. )discount(?: of)?|credits?|bonus|cash ?back|deposit|refund|worth|valued? at|giveaway|minimum|top[\s-]?up|add funds|balance|voucher|sparen|rabatt|économisez|ahorra|economize|risparmi\w*|bespaar|spar)\b|скидк\p{L}*|экономи\p{L}*`,
);
const IGNORE_RIGHT = start(
  String.raw`(?:/\s?\w{1,6}\s+)?(?:off\b|discount|credits?\b|bonus|cash ?back|worth|saved|savings|deposit|rabatt|refund|less|voucher|gift|in credit|account credit|de réduction|de descuento)`,
);
const INCREASE_LEFT = end(String.raw`\b(?:increas\w*|rais\w*|goes? up|going up|jumps?)\b`);
const ADD_ON =
  /\b(?:extra|additional(?:ly)?|add[\s-]?ons?|upgrades?|zusätzlich\w*|another|second (?:one|ip|ipv4|address)|supplémentaires?|adicional(?:es)?|optional(?:ly)?|licen[sc]es?|surcharge)\b|额外/iu;
const ADD_ON_LEFT =
  /(?:^|[\s(])\+\s{0,2}$|(?:^[^\d]{0,12}|[|•;+][^\d|•]{0,12})\b(?:cpanel|directadmin|plesk|windows|backups?|snapshots?|ddos(?:\s+protection)?|managed(?:\s+support)?|whmcs|ipv4|ipv6|ips?|storage|block storage)\b\s*(?:license\s*)?(?:for|at|:|-|–|@|=)?\s*(?:only\s*|just\s*)?$/iu;
const UNIT_RIGHT = start(
  String.raw`(?:/|per|pro|par|por|each)\s{0,2}(?:additional\s|extra\s)?(?:gb|tb|mb|ip|ips|ipv4|ipv6|v?core|vcpu|cpu|slot|user|domain|mbps|gbps|mbit|gbit|instance|server|address|node|license)\b`,
);
/** A dearer variant beside the plan itself. */
const WINDOWS_RIGHT = start(
  String.raw`(?:/\s?\w{1,8}\s+|per\s+\w{1,6}\s+)?(?:for|with)\s+windows\b|(?:/\s?\w{1,8}\s+)?\(windows\)`,
);
const LINUX = /\blinux\b/i;
const SETUP_LEFT = end(
  String.raw`\b(?:set[\s-]?up(?:\s+fee)?|einrichtung\w*|einmalig\w*|installation|mise en service|frais d['’]activation|activation(?:\s+fee)?|alta|attivazione|aktywacja|z[rř][ií]zen[ií]|opstartkosten|eenmalig\w*|uppstart\w*|instala[cç][aã]o|ativa[cç][aã]o|kurulum)\b|(?:установк|подключени|активаци)\p{L}*|初期費用|初装费`,
);
const SETUP_RIGHT = start(
  String.raw`(?:one[\s-]time\s+|einmalige?\s+)?(?:set[\s-]?up|einrichtung|installation|activation\s+fee|frais|einmalig|de alta)`,
);
const OLD_LEFT = end(
  String.raw`\b(?:was|were|regular(?:ly)?|normal(?:ly)?|normal pricing|usual(?:ly)?|original(?:ly)?|list(?:\s+price)?|retail|rrp|msrp|uvp|old|instead of|statt|anstatt|früher|au lieu de|antes|en lugar de|before|standard price|compare at|invece di|anzich[eé]|w miejsce|zamiast|p[uů]vodn[eěí]|m[ií]sto|in plaats van|van|i st[aä]llet f[oö]r|ord\.?|eski|de lista)\b|原价|вместо|старая цена`,
);
const OLD_RIGHT = start(
  String.raw`(?:/\s?\w{1,8}\s+|per\s+\w{1,6}\s+)?\(?(?:regular(?:ly)?\b|normal(?:ly)?\b|list price|rrp|retail|before)`,
);
const INTRO_LEFT = end(
  String.raw`\b(?:first|1st|initial|introductory|intro|trial|erste[nrsm]?|premi[eè]re?|primer[oa]?|prim[oi]|primeir[oa]|eerste|pierwszy|prvn[ií]|första|første)\b|首[月年]|перв\p{L}{1,3}`,
);
const INTRO_RIGHT =
  /^[^|•;]{0,28}?\b(?:first\s+(?:\d{1,2}\s+|\w{3,5}\s+)?(?:month|year|quarter|term|billing|payment|invoice|period)s?|1st\s+(?:month|year|quarter|term)|one[\s-]time\b(?!\s+(?:fee|set))|onetime|im ersten|la première|le premier|el primer)/iu;
/** "$15/month (first month: $10)": the first term is that of the amount behind it. */
const OF_NEXT =
  /\b(?:first|1st)\s+(?:month|year|quarter|term|billing|payment|invoice|period)\s*(?:only\s*)?(?::|=|\bis\b|\bat\b|\bfor\b|\bjust\b|\bonly\b)\s*$/i;
const THEN_LEFT = end(
  String.raw`\b(?:then|thereafter|afterwards?|renew\w*|danach|dann|anschlie\w+|verlänger\w+|puis|ensuite|luego|después|renovaci\w+|se renueva|renouvel\w+|poi|rinnov\w+|depois|renova\w*|daarna|verleng\w*|potem|następnie|potom|pot[eé]|sedan|därefter|derefter|yenileme)\b|续费|(?:затем|далее|продлени\p{L}*)`,
);
const THEN_RIGHT = start(
  String.raw`(?:/\s?\p{L}{1,8}\s+|per\s+\p{L}{1,8}\s+)?\(?(?:(?:when|if|once|after) (?:you|it|your plan)\s?\p{L}{0,8} ?renew|(?:on|upon|at|for|after) renewal|renewal|thereafter|afterwards|after(?=\s*(?:[).,;]|$))|after that\b|bei verlängerung|danach|au renouvellement|ensuite|al renovar|después|alla rinnovo|al rinnovo|na renovação|daarna|przy odnowieniu|при продлении)`,
);
const RECURRING_LEFT = end(String.raw`\brecurr\w+\b`);
const FROM_LEFT =
  /(?:\b(?:start(?:s|ing)?(?:\s+(?:at|from))?|from|as low as|low as|ab|à partir de|desde|beginning at|only from|up to|a partir de|partir de|a partire da|da|vanaf|od|från|fra|alkaen)|起价|(?<!\p{L})от)\s*(?:only|just|at)?\s*$/iu;
const FROM_RIGHT = /^\s*起/u;
const MARKED_LEFT = end(
  String.raw`\b(?:only|just|now|total|final|sale|special|deal|promo(?:tional)?|offer|discounted|pay|today|yours|nur|jetzt|seulement|solo|ahora|ora|adesso|agora|apenas|s[oó]lo|nu|maar|teraz|tylko|nyn[ií]|jen|şimdi|new price|(?:after|with) (?:discount|coupon|promo(?: code)?|code))\b|只要|仅|[→➝➜⇒➡]`,
);
const MARKED_RIGHT = start(
  String.raw`(?:/\s?\w{1,8}\s*|per\s+\w{1,6}\s*)?\(?(?:after (?:discount|coupon|promo)|with (?:coupon|code|promo|discount)|using (?:coupon|code)|on using)`,
);
const INCLUDED =
  /\b(?:incl\w*\.?|inkl\w*\.?|including|with|ttc|inc\.?)\s*(?:\d{1,2}\s?%\s*)?(?:\w{1,8}\s+)?(?:vat|mwst|tax(?:es)?|ust|tva|iva|gst|btw)\b|\bttc\b|\biva incluido|\btva incluse|\bcon iva\b|\biva inclusa|\b(?:incl\w*\.?|inkl\w*\.?|med|con|s|z)\s+(?:\d{1,2}\s?%\s*)?(?:moms|dph|kdv)\b|\bbrutto\b|с ндс|税込/i;
const EXCLUDED =
  /\b(?:excl\w*\.?|exkl\w*\.?|excluding|ex\.?|without|zzgl\.?|plus|before|net(?:to)?|hors|ht|\+)\s*(?:\d{1,2}\s?%\s*)?(?:\w{1,8}\s+)?(?:vat|mwst|tax(?:es)?|ust|tva|iva|gst|btw)\b|\+\s*(?:vat|iva|mwst|gst)\b|\bhors taxes?\b|\biva no incluido|(?:^|€|\beur)\s*ht\b|\bsin iva\b|\biva (?:esclusa|excluido)\b|\b(?:bez|exkl?\w*\.?|ekskl?\w*\.?|utan|uden|\+)\s*(?:\d{1,2}\s?%\s*)?(?:moms|dph|kdv)\b|\bnetto\b|без ндс|税抜/i;

const COMMITMENT =
  /^[^|•;\d]{0,28}?(?:\b(?:billed|paid|payable|pre-?paid|invoiced)\s+(annually|yearly|quarterly|biennially|triennially|semi-?annually)|(?:\(|\b(?:bei|mit|with|on))\s*(?:an?\s+)?(\d{1,2})[\s-]?(months?|monate?n?|mo|mois|meses|years?|jahre?n?|ans|años?)\b)/iu;
const BILLED: Readonly<Record<string, number>> = {
  annually: 12,
  yearly: 12,
  quarterly: 3,
  semiannually: 6,
  biennially: 24,
  triennially: 36,
};

/** Months for which a monthly price binds, by the words behind it. */
function commitmentIn(right: string): number | null {
  const [, billed, count, unit] = COMMITMENT.exec(right) ?? [];
  if (billed !== undefined) return BILLED[billed.toLowerCase().replace('-', '')] ?? null;
  if (count === undefined || unit === undefined) return null;
  const months = Number(count) * (/^(?:y|j|an|añ)/i.test(unit) ? 12 : 1);
  return months > 1 && months <= 60 ? months : null;
}

/** All amounts of a line that can be prices of the plan it is about. */
export function priceMentions(line: string): PriceMention[] {
  const tokens = lex(line);
  const places = tokens.flatMap((token, index) => (token.type === 'money' ? [index] : []));
  const labelsFirst = isLabelsFirst(tokens, places);
  const mentions: PriceMention[] = [];
  for (const [nth, index] of places.entries()) {
    const mention = readMention({ line, tokens, places, nth, index, labelsFirst });
    if (mention) mentions.push(mention);
  }
  return mentions;
}

/** "Monthly $5 Yearly $50": the terms stand before their amounts. */
function isLabelsFirst(tokens: readonly Token[], places: readonly number[]): boolean {
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return false;
  return termBefore(tokens, first) !== null && !(termAfter(tokens, last)?.explicit ?? termAfter(tokens, last) !== null);
}

interface Where {
  readonly line: string;
  readonly tokens: readonly Token[];
  readonly places: readonly number[];
  readonly nth: number;
  readonly index: number;
  readonly labelsFirst: boolean;
}

function readMention({ line, tokens, places, nth, index, labelsFirst }: Where): PriceMention | null {
  const token = tokens[index];
  if (token?.type !== 'money') return null;
  const previous = tokens[places[nth - 1] ?? -1];
  const next = tokens[places[nth + 1] ?? -1];
  const left = line.slice(Math.max(previous?.end ?? 0, token.at - 70), token.at);
  const right = line.slice(token.end, Math.min(next?.at ?? line.length, token.end + 70));
  if (IGNORE_LEFT.test(left) || IGNORE_RIGHT.test(right) || INCREASE_LEFT.test(left) || UNIT_RIGHT.test(right)) return null;
  if (APPROX_LEFT.test(left) || APPROX_RIGHT.test(right)) return null;
  // "$9.99 = $0.83/month": the same price, taken apart.
  if (previous?.type === 'money' && /^[^|•]{0,16}=\s{0,2}$/.test(left)) return null;
  // "$50/year ($4.17/mo)": what a month of it comes to.
  if (
    previous?.type === 'money' &&
    /\(\s*(?:or|only|just|that is|i\.e\.|=|~)?\s*$/i.test(left) &&
    isMonthOf(tokens, index, places[nth - 1])
  )
    return null;
  // "$1.85/mo (billed $22.20 annually)": what it comes to, before what is paid.
  if (next && /^[^|•]{0,14}\(\s?(?:billed|paid|charged|invoiced)(?: as| at)?\s*$/i.test(right)) return null;
  if (WINDOWS_RIGHT.test(right) && LINUX.test(line)) return null;
  const setup = SETUP_LEFT.test(left) || SETUP_RIGHT.test(right);
  if (!setup && (ADD_ON.test(left) || ADD_ON.test(right.slice(0, 30)) || ADD_ON_LEFT.test(left))) return null;
  const after = termAfter(tokens, index);
  const before = termBefore(tokens, index);
  const term = labelsFirst && !after?.explicit ? (before ?? after) : (after ?? before);
  const intro = (term?.first ?? false) || INTRO_LEFT.test(left) || (INTRO_RIGHT.test(right) && !(next && OF_NEXT.test(right)));
  const part: Part = setup
    ? 'setup'
    : THEN_LEFT.test(left) || THEN_RIGHT.test(right)
      ? 'renewal'
      : isBeforeArrow(right, next, token)
        ? 'old'
        : intro
          ? 'intro'
          : OLD_LEFT.test(left) || OLD_RIGHT.test(right)
            ? 'old'
            : RECURRING_LEFT.test(left)
              ? 'renewal'
              : FROM_LEFT.test(left) || FROM_RIGHT.test(right)
                ? 'from'
                : 'plain';
  return {
    amount: token.amount,
    currency: token.currency,
    per: term?.per ?? null,
    part,
    taxIncluded: taxIn(right.slice(0, 40)) ?? taxIn(left.slice(-14).replace(/^[^(]*\(/, '')),
    marked: MARKED_LEFT.test(left) || MARKED_RIGHT.test(right),
    first: intro,
    torn: after?.explicit === true && isTorn(line, after.per),
    commitment: term !== null && 'months' in term.per && term.per.months === 1 ? commitmentIn(right) : null,
    said: line.trim(),
  };
}

/** Whether an amount is for a month and the one before it for longer, in the same currency. */
function isMonthOf(tokens: readonly Token[], index: number, before: number | undefined): boolean {
  const [one, other] = [tokens[index], before === undefined ? undefined : tokens[before]];
  if (before === undefined || one?.type !== 'money' || other?.type !== 'money' || one.currency !== other.currency) return false;
  const [month, longer] = [termAfter(tokens, index)?.per, termAfter(tokens, before)?.per];
  return (
    month !== undefined &&
    'months' in month &&
    month.months === 1 &&
    longer !== undefined &&
    'months' in longer &&
    longer.months > 1
  );
}

/** What words say about tax, the first that says something. */
function taxIn(text: string): boolean | null {
  const [without, within] = [EXCLUDED.exec(text), INCLUDED.exec(text)];
  if (!without || !within) return without ? false : within ? true : null;
  return within.index < without.index;
}

/** "$2.99 ➝ $1.25 / mo": an amount without a term before an arrow is what it was. */
function isBeforeArrow(right: string, next: Token | undefined, token: Token): boolean {
  if (next?.type !== 'money' || token.type !== 'money' || next.currency !== token.currency) return false;
  if (/^(?:\s?\/\s?\w{1,8}|\s(?:per|a)\s\w{1,8})?\s{0,2}(?:→|➝|➜|⇒|➡️?|->|=>|»|>)\s{0,3}(?:only |just )?$/u.test(right))
    return true;
  // "$5.00 $2.50", side by side: the dearer one was struck out before the text was made.
  return /^\s{1,4}$/.test(right) && Number(next.amount) < Number(token.amount);
}
