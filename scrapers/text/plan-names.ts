/** Names of plans from the lines that carry them: headings, bold words, the words before the first fact. */
import { claimsOf } from './claims.ts';
import { coresIn } from './cpu.ts';
import { lex, type Token } from './lexer.ts';
import type { FactLine } from './line-facts.ts';
import { barePlaces, labelledPlaces } from './locations.ts';
import { phrasesOf } from './phrases.ts';
import { priceMentions } from './price-mentions.ts';
import { isAside } from './spec-facts.ts';

/** A name with how strongly its line stands out: 3 a heading, 2 bold or linked, 1 a short line of its own. */
export interface NameFound {
  readonly name: string;
  readonly rank: 1 | 2 | 3;
}

const LONGEST = 90;
/** Words that head a list and name no plan. */
const GENERIC = new Set(
  `specs spec specification specifications feature features detail details plan plans vps offer offers deal deals pricing price prices info
   information location locations datacenter datacenters network description order now here link links buy get the our all and or of for with
   what you your is are included includes include includes: hardware package packages server servers services configuration config resources
   virtualization technology hypervisor panel control support payment payments methods test ip ips looking glass url website coupon code promo
   discount codes note notes important terms tos faq benefits why us contact about special specials sale offer's hosting cloud preview yabs
   benchmark benchmarks available options option addons addon add-ons stock quantity restocked updated update new more setup instant only limited time
   month monthly yearly year annual annually term terms billing cycle cycles first regular normal final recurring total type os operating system
   angebot angebote preis preise leistung leistungen standort merkmale bestellen jetzt tarif tarife offres offre prix tarifs caracteristiques
   commander especificaciones pros contras ubicaciones ventajas ofertas oferta precio precios caracteristicas ubicacion ordenar comprar planes post your id double bandwidth traffic uplink best
   example examples sample beispiel konfiguration restposten wts wtb promo promotion spring summer winter autumn christmas easter clearance flash mega exclusive regular
   quarterly semi semiannually biennially triennially hourly
   much how where who when cost costs
   regards thanks thank cheers welcome hello hi dear everyone guys`.split(/\s+/),
);
const STOCK_NOTE =
  /\s*[([{]\s*(?:[^()[\]{}]{0,30}\b(?:stock|left|available|limited|sold[\s-]?out|ausverkauft|agotad[oa]|épuisé|vergriffen|remaining|qty|quantity|restock\w*)\b[^()[\]{}]{0,30})[)\]}]/gi;
const TAIL_NOTE =
  /\s*(?:[-–—|:]\s*)?\b(?:sold[\s-]?out|out of stock|limited stock|back in stock|restocked!*|in stock|new!+)\s*!*$/i;
const BEFORE_PRICE =
  /[\s–—\-:|(,@=~*•·→>+/]*\b(?:(?:is|for|at|from|only|just|now|price|pricing|priced|starting|start|promo|sale|special|deal)\b[\s:=–—-]*){1,4}$/i;

/** The name that a line gives to what follows it, or to itself; null where it gives none. */
export function nameIn({ line, kinds }: FactLine): NameFound | null {
  if (line.text === '' || isAside(line.text) || line.kind === 'rule' || line.kind === 'cells') return null;
  const rank = line.kind === 'heading' ? 3 : line.kind === 'strong' || line.lead !== null ? 2 : 1;
  if (line.lead !== null) {
    const label = /:\s*$/.test(line.lead) && !/\d/.test(line.lead) && !PRODUCT.test(line.lead);
    const lead = label || barePlaces(line.lead) ? null : asName(line.lead, true);
    if (lead !== null) return { name: lead, rank: line.kind === 'heading' ? 3 : 2 };
    if (label) return null;
    if (line.kind !== 'strong' && line.kind !== 'heading') return inLine(line.text, kinds.size, 1);
  }
  return inLine(line.text, kinds.size, rank);
}

/** A button before the plan: "Checkout | AT25-1 | 80GB NVMe | …". */
const BUTTON = /^(?:check ?out|order(?: (?:now|here))?|buy(?: now)?|purchase|get it|sign ?up)\s{0,2}[|•·:–—-]\s{0,2}/i;

/** A button behind the plan: "Ryzen S • Order", "KVM 8GB — Order Now". Behind words alone a dash parts no button ("Instant Setup - Order Now"). */
const BUTTON_BEHIND =
  /[\s|•·:–—-]{1,4}(?:check ?out|order(?: (?:now|here))?|buy(?: now| here)?|purchase|get it|sign ?up)\W{0,4}$/i;

function withoutButton(text: string): string {
  const button = BUTTON_BEHIND.exec(text);
  const before = button ? text.slice(0, button.index) : text;
  return button && (/[|•]/.test(button[0]) || /\d/.test(before)) ? before : text;
}

function inLine(written: string, kinds: number, rank: NameFound['rank']): NameFound | null {
  const text = written.replace(BUTTON, '');
  if (rank < 3 && (labelledPlaces(text) ?? barePlaces(text))) return null;
  const first = beforeFacts(text);
  const own = first === null ? null : asName(first, rank > 1);
  if (
    own !== null &&
    (rank > 1 || looksLikeName(own)) &&
    (kinds > 0 || sizesIn(text) > 1) &&
    figuresIn(text.slice(first?.length ?? 0), rank > 1)
  )
    return { name: own, rank };
  const whole = asName(text, rank > 1 || (PRODUCT.test(text) && /:\s*$/.test(text)));
  if (whole !== null && (rank > 1 || looksLikeName(whole))) return { name: whole, rank };
  return null;
}

const sizesIn = (text: string) => lex(text).filter(({ type }) => type === 'size').length;
const figuresIn = (text: string, money: boolean) =>
  lex(text).some(
    ({ type }) => type === 'size' || type === 'rate' || type === 'ip' || type === 'number' || (money && type === 'money'),
  );

/** Words of a one-line plan before its first fact: "LXC Server – 1 core, 1 GB RAM", "Texas-KVM2GB- 10GB SSD | …". */
function beforeFacts(text: string): string | null {
  const start = text.slice(0, LONGEST);
  for (const match of start.matchAll(/\s[-–—]{1,2}\s|[-–—:]\s|\s?[|•·:;➜→»]\s?|,\s/gu)) {
    const before = start.slice(0, match.index);
    if (match.index < 2 || before.split('(').length !== before.split(')').length) continue;
    return before;
  }
  return null;
}

/** The words of a cell in a column of names: a name, though facts be in it ("Intel 2 vCPU LOCAL"). */
export function asGivenName(written: string): string | null {
  const name = asName(written, true);
  if (name !== null || written.length > 60 || NOT_A_NAME.test(written) || TECHNOLOGY_ONLY.test(written)) return name;
  return lex(written).filter(isTelling).length > 1 && !/[$€£]/.test(written) ? withoutButton(written).trim() : null;
}

/** "Name: VPS-1", "VPS TOT K11 (Virtual Type: KVM)". */
const NAME_LABEL = /^(?:(?:plan )?name|what|plan)\s*:\s*/i;
const TECHNOLOGY_NOTE = /\s?\((?:virtual|virtuali[sz]ation)(?: type)?\s*:\s*[\w -]{2,20}\)$/i;

/** Words as a name: without prices and stock notes; null where they are facts, a label, or a sentence. `setApart`: marked as a title, so that a disk may be in it. */
export function asName(written: string, setApart = false): string | null {
  const text = withoutPrice(
    written.replace(STOCK_NOTE, ' ').replace(/^[^\p{L}\d[]*\[(?:new|hot|sale|promo|limited|popular)!?\]\s*/iu, ''),
  );
  if (text === null) return null;
  const name = withoutButton(text)
    .replace(TAIL_NOTE, '')
    .replace(NAME_LABEL, '')
    .replace(TECHNOLOGY_NOTE, '')
    .replace(/^[\s\-–—:•|>*#.,!=◆◇■□▪▫●○★☆►▸➤✦✧✅✔⚡🔹🔸💥🔥🚀]+|[\s\-–—:•|>*,=!◆◇■□▪▫●○★☆✦✧🔹🔸💥🔥🚀]+$/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d\S{0,20})\s+plan$/i, '');
  if (name.length < 2 || name.length > LONGEST) return null;
  return isName(name, setApart) ? name : null;
}

function withoutPrice(text: string): string | null {
  const tokens = lex(text);
  const at = tokens.findIndex(({ type }) => type === 'money');
  const money = tokens[at];
  if (!money) return text;
  const mentions = priceMentions(text);
  const behind = text.slice(money.end);
  // "LET $7 KVM Super Sale NY": a figure inside of a name.
  if (
    money.at > 0 &&
    mentions.every(({ per }) => per === null) &&
    /\p{L}{2,}\s+\p{L}{2,}/u.test(behind) &&
    !/^\s*(?:off|discount)/i.test(behind)
  )
    return text;
  const above = text.slice(0, money.at);
  const words = above.replace(/[\s–—\-:|([,@=~*•·→>+/]+$/u, '');
  // "… BF Special — $17": what a dash parts from the price is the name's.
  const before = /\s[–—-]\s*$/.test(above) ? words : words.replace(BEFORE_PRICE, '');
  return before === '' ? null : before;
}

/** "Intel Xeon – 2 cores …": the chip of the plan, not its name. */
const CHIP_ONLY =
  /^(?:(?:(?:dual|quad|\d{1,2}\s?x?)\s+)?(?:intel|amd|ampere|xeon|epyc|ryzen|core|gold|platinum|silver|scalable|genoa|milan|rome|cpu|processors?|e[357]|i[3579]|v\d|\d{3,5}\w{0,3}|\d(?:\.\d{1,2})?\s?ghz)[\s®™()/@+-]*)+$/i;

/** Whether a name is that of a chip and nothing else. */
export const isChip = (name: string | null): boolean => name !== null && CHIP_ONLY.test(name);

/** Words that no other mark sets apart are a name only where they look like one: few, with capitals or figures, no half sentence. */
function looksLikeName(name: string): boolean {
  const words = name.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (CHIP_ONLY.test(name)) return false;
  if (words.length > 8 || !/[A-Za-z0-9]/.test(name)) return false;
  if (/(?:^|\s)(?:a|an|the|for|of|at|is|are|only|to|on|in|with|and|or|its?|i|we|you|this|that)$/i.test(name)) return false;
  const marked = words.filter((word) => /^\P{L}*\p{Lu}|\d/u.test(word)).length;
  return words.length < 3 || marked * 2 > words.length;
}

/** Words of an order, a coupon, a price: they are about a plan, and name none. */
const NOT_A_NAME =
  /\b(?:coupons?|(?:promo(?:tion)?|discount|voucher) codes?|use code|codes?:|first month|prices?|pricing|order (?:\w+ ){0,2}(?:now|here|link|today)|set[\s-]?up fee|payments?|locations?|test ip|looking glass|in stock)\b|^(?:check ?out|buy|purchase|order|add to cart)\b|^(?:virtuali[sz]ation|uptime|bandwidth|network)\b|^(?:unmetered|unlimited)\s+(?:bandwidth|traffic|transfer)\b|^\d{1,2}\s(?:years?|months?|days?)$|^instance hardware$/i;
/** "Hosted on: Xeon Gold 6248", "Backups: 1": a fact with its label. */
const LABELLED =
  /^(?:cpu|ram|memory|disk|ssd|hdd|nvme|storage|bandwidth|traffic|port|os|ipv?[46]?|price|hosted on|powered by|runs on|processors?|(?:management |control )?panel|backups?|snapshots?|instance(?: hardware)?|total|default)\s*:/i;
/** "KVM", "OpenVZ 7 (legacy nodes)": what runs the plan, not its name. */
const TECHNOLOGY_ONLY =
  /^(?:(?:openvz|ovz|virtuozzo)\s?[67]?|kvm|lxc|xen(?:[\s-](?:pv|hvm))?|vmware|hyper-v|proxmox|virtuali[sz]ation|vps|vds|nat|based|\s)+(?:\s?\([^()]*\))?$/i;
const PRODUCT = /(?<![\p{L}])(?:vps|vds|vm|plan|package|server|kvm|cloud|nat|box|deal|option|tier)(?![\p{L}])/iu;
const PLURAL = /\b(?:offers|deals|specials|plans|servers|packages|options|information|details)\b/i;
const SERIAL =
  /(?<![\p{L}\d])(?:\d+(?:\.\d+)?\s?(?:[GT]i?B|[GT])?|[A-Z]{1,3}|XXL|mini|micro|nano|small|medium|large|xlarge|starter|basic|pro)(?![\p{L}])/u;

/** "512MB Special", "2 GB Deal": a size of memory with a word that sells it. */
const SIZED = /^\d{1,4}(?:\.\d)?\s?[MG]B\s+(?:special|deal|offer|plan|promo|box|edition|package)$/i;

function isName(name: string, setApart: boolean): boolean {
  if (LABELLED.test(name)) return false;
  if (NOT_A_NAME.test(name) || TECHNOLOGY_ONLY.test(name) || /\d\s?%/.test(name)) return false;
  if (/[.?]$/.test(name) && name.split(' ').length > 5) return false;
  if (/^https?:|^www\.|@\w+\.\w/i.test(name)) return false;
  const tokens = lex(name);
  if (tokens.length > 18 || name.split(' ').length > 12) return false;
  if (
    isFacts(name) &&
    !(setApart && isTitleWithRate(name)) &&
    !(setApart && /(?:^|:\s)\p{Lu}[\p{L}\d]*-[\p{L}\d]*\d/u.test(name))
  )
    return false;
  if (setApart && SIZED.test(name)) return true;
  if (/\p{L}[\p{L}\p{N}]*[-_]\d/u.test(name)) return true;
  if (tokens.some(isTelling)) return true;
  if (!PRODUCT.test(name) || PLURAL.test(name)) return false;
  const words = tokens.filter((token) => token.type === 'word');
  if (setApart && words.length > 1 && words.some((token) => !GENERIC.has(token.folded))) return true;
  return SERIAL.test(name.replace(PRODUCT, ' '));
}

/** A line of facts is no name, but for sizes of memory, which names are made of ("1 GB KVM VPS"). */
function isFacts(text: string): boolean {
  const phrases = phrasesOf(text);
  const claims = phrases.map(claimsOf);
  const sizes = claims.flatMap((claim) => claim.sizes);
  if (sizes.some(({ kind }) => kind === 'transfer' || kind === 'swap' || kind === 'burst' || kind === 'guaranteed')) return true;
  if (claims.some(({ rates }) => rates.length > 0) && sizes.length === 0) return true;
  const cores = phrases.some((phrase) => coresIn(phrase) !== null);
  const words = lex(text).filter((token) => token.type === 'word' && token.label === undefined && !GENERIC.has(token.folded));
  if (cores && !/\b(?:vps|vds|server|plan|kvm|special|deal)\b/i.test(text)) return true;
  if (sizes.some(({ kind }) => kind === 'disk' || kind === 'memory'))
    return words.length === 0 || !/vps|vds|kvm|server|plan|deal|special|cloud|storage|box/i.test(text);
  return lex(text).some(({ type }) => type === 'ip') && !/\b(?:vps|vds|kvm|nat|server|only|plan)\b/i.test(text);
}

/** "London VPS Crazy 10Gbps": a title with the speed in it. */
function isTitleWithRate(text: string): boolean {
  if (lex(text).some(({ type }) => type === 'size') || !/\b(?:vps|vds|kvm|server)\b/i.test(text)) return false;
  return lex(text).filter((token) => token.type === 'word' && token.label === undefined && !GENERIC.has(token.folded)).length > 1;
}

function isTelling(token: Token): boolean {
  if (token.type === 'chip') return true;
  if (token.type !== 'word' || token.label !== undefined) return false;
  return !GENERIC.has(token.folded) || /\d/.test(token.text);
}
