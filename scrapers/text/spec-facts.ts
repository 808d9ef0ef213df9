/** The configuration that lines state, each field with the line that said it. */
import type { ListedDisk, Listing, Rate, Reading, Size } from '../../domain/listing.ts';
import { addressesIn } from './addresses.ts';
import { claimsOf, type RateClaim, type SizeClaim } from './claims.ts';
import { chipIn, coreModelIn, coresIn } from './cpu.ts';
import { raidIn, storageTypeIn } from './disks.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { quoteWords } from './quote-words.ts';
import { isUnmetered } from './unmetered.ts';

/** Fields of a listing that say what the plan is. */
export type SpecFacts = {
  -readonly [K in Exclude<
    keyof Listing,
    'planKey' | 'identity' | 'name' | 'url' | 'words' | 'prices' | 'places' | 'placesFrom' | 'technology'
  >]?: Listing[K];
};

/** Lines that speak of something else than the plan: the host, what can be added, what others get. */
const ASIDE =
  /^\W*up to\b|\b(?:double|triple) (?:the|your|all|ram|everything)\b[^.]{0,40}\bfor\s{1,3}[$€£]|^\W*(?:options?|add-?ons?|extras?|upgrades?|optionen|extra)\s*:|\b(?:host\s?nodes?|hypervisor nodes?|our nodes?|each node|per node|node specs?|add[\s-]?ons?|upgrades? (?:available|options?)|extra\s+(?:ram|disk|ip|storage|bandwidth)|additional\s+(?:ip|ram|storage|disk|bandwidth|cores?)|(?:more|other|higher|bigger|larger)[\s-](?:tier[\s-])?(?:configurations?|plans|packages|sizes|than)\b[^.]{0,60}\b(?:available|website|store|here|out)|network capacity|test\s+(?:file|ip|download)|looking glass|geekbench|benchmark)\b/i;

/** Whether a line speaks of something else than the plan: the host, add-ons, measurements. */
export const isAside = (line: string): boolean => ASIDE.test(line);

/** "2 Years: £40 - FREE 10GB SSD + 1vCPU": what comes with one of the prices is not the plan's. */
const GIFT = /\bfree\s+\d[^|•·;]{0,60}/gi;

/** "1 vCPU → 2 vCPU", "10 GB → 15 GB NVMe": what is got stands behind the arrow. Prices have rules of their own. */
export function afterArrow(line: string): string {
  if (/[$€£]/.test(line)) return line.replace(GIFT, ' ');
  const match = /\d[^→➜➝⇒|•]{0,24}?\s(?:→|➜|➝|⇒|->|=>|-->)\s(?=\d)/u.exec(line);
  if (!match) return line;
  return line.slice(0, match.index) + line.slice(match.index + match[0].length);
}

/** Reads lines into facts; the first line that states a field wins, disks add up. */
export function specFactsIn(lines: readonly string[], page: string): SpecFacts {
  const facts: SpecFacts = {};
  const disks: { disk: ListedDisk; line: string }[] = [];
  const unlabelled: { claim: SizeClaim; line: string }[] = [];
  for (const written of lines) {
    if (isAside(written)) continue;
    const line = afterArrow(written);
    const phrases = phrasesOf(line);
    for (const phrase of phrases) readPhrase(phrase, line, facts, disks, unlabelled, page);
    readWords(line, facts, page);
  }
  settleUnlabelled(facts, disks, unlabelled, page);
  if (disks.length > 0) {
    facts.disks = {
      is: disks.map(({ disk }) => disk),
      said: quoteWords([...new Set(disks.map(({ line }) => line))].join(' + ')),
      how: 'stated',
      page,
    };
  }
  return facts;
}

type Found = { disk: ListedDisk; line: string }[];

function readPhrase(
  phrase: Phrase,
  line: string,
  facts: SpecFacts,
  disks: Found,
  unlabelled: { claim: SizeClaim; line: string }[],
  page: string,
): void {
  const stated = <T>(is: T): Reading<T> => ({ is, said: quoteWords(line), how: 'stated', page });
  const { sizes, rates } = claimsOf(phrase);
  const cores = coresIn(phrase);
  if (cores !== null && facts.vcpu === undefined) facts.vcpu = stated(cores);
  const chip = chipIn(phrase);
  if (chip !== null && facts.cpuModel === undefined) facts.cpuModel = stated(chip);
  for (const claim of sizes) {
    if (claim.kind === 'disk') disks.push({ disk: diskOf(claim, phrase), line });
    else if (claim.kind === 'unlabelled') unlabelled.push({ claim, line });
    else readSize(claim, facts, stated);
  }
  readPort(rates, facts, stated);
  const { ipv4, natIpv4, hasIpv6, ipv6, ipv6Prefix } = addressesIn(phrase);
  if (natIpv4 !== undefined) facts.natIpv4 ??= stated(natIpv4);
  if (ipv4 !== undefined) facts.ipv4 ??= stated(ipv4);
  if (hasIpv6 !== undefined) facts.hasIpv6 ??= stated(hasIpv6);
  if (ipv6 !== undefined && facts.ipv6Prefix === undefined) facts.ipv6 ??= stated(ipv6);
  if (ipv6Prefix !== undefined && facts.ipv6 === undefined) facts.ipv6Prefix ??= stated(ipv6Prefix);
}

function readSize(claim: SizeClaim, facts: SpecFacts, stated: <T>(is: T) => Reading<T>): void {
  const binary = binarySize(claim.size);
  if (claim.kind === 'memory') facts.memory ??= stated(binary);
  if (claim.kind === 'guaranteed') facts.guaranteedMemory ??= stated(binary);
  if (claim.kind === 'burst') facts.burstMemory ??= stated(binary);
  if (claim.kind === 'swap') facts.vswap ??= stated(binary);
  if (claim.kind === 'transfer' && facts.transfer?.is !== 'unmetered') facts.transfer ??= stated(claim.size);
}

/** Sellers of memory write GB and mean GiB. */
function binarySize({ amount, unit }: Size): Size {
  return { amount, unit: unit === 'MB' ? 'MiB' : unit === 'TB' ? 'TiB' : 'GiB' };
}

function diskOf(claim: SizeClaim, phrase: Phrase): ListedDisk {
  const own = storageTypeIn(claim.words);
  return {
    size: claim.size,
    count: claim.count,
    type: own === 'unknown' && countDisks(phrase) === 1 ? storageTypeIn(phrase.text) : own,
  };
}

function countDisks(phrase: Phrase): number {
  return phrase.tokens.filter(({ type }) => type === 'size').length;
}

function readPort(rates: readonly RateClaim[], facts: SpecFacts, stated: <T>(is: T) => Reading<T>): void {
  const port = rates.find(({ kind }) => kind === 'port');
  if (port) facts.port ??= stated<Rate>(port.rate);
}

const LEADING_SIZE = /^\W{0,4}\d{1,5}(?:[.,]\d{1,2})?\s?[GT]B\s{0,3}[-–—|/,:•·]/i;

/** Figures without a label get the field that the plan still lacks, in the order in which sellers list them. */
function settleUnlabelled(
  facts: SpecFacts,
  disks: Found,
  unlabelled: readonly { claim: SizeClaim; line: string }[],
  page: string,
): void {
  const inferredFrom =
    (line: string) =>
    <T>(is: T): Reading<T> => ({ is, said: quoteWords(line), how: 'inferred', rule: 'order-of-sizes', page });
  const [first, second, third, ...more] = unlabelled;
  // "128MB/1GB/100GB": memory, disk and transfer, as sellers list them, where each is more than the one before.
  if (
    first &&
    second &&
    third &&
    more.length === 0 &&
    first.line === third.line &&
    facts.memory === undefined &&
    disks.length === 0 &&
    facts.transfer === undefined
  ) {
    const [a = 0, b = 0, c = 0] = [first, second, third].map(
      ({ claim: { size } }) => size.amount * (size.unit === 'MB' ? 1 : size.unit === 'GB' ? 1024 : 1024 * 1024),
    );
    if (a < b && b < c) {
      facts.memory = inferredFrom(first.line)(binarySize(first.claim.size));
      facts.disks = inferredFrom(first.line)([{ size: second.claim.size, count: 1, type: 'unknown' as const }]);
      facts.transfer = inferredFrom(first.line)(third.claim.size);
      return;
    }
  }
  // "2TB - 2 vCPU - 2GB RAM - $45/year": plans of storage begin with what they are sold by.
  if (first && second === undefined && disks.length === 0 && facts.memory !== undefined && LEADING_SIZE.test(first.line)) {
    facts.disks = inferredFrom(first.line)([{ size: first.claim.size, count: first.claim.count, type: 'unknown' as const }]);
    return;
  }
  // "1 vCPU · 512 MB · 5 GB": memory, then the disk.
  if (
    first &&
    second &&
    third === undefined &&
    first.line === second.line &&
    facts.memory === undefined &&
    disks.length === 0 &&
    facts.vcpu !== undefined &&
    first.claim.size.unit !== 'TB' &&
    second.claim.size.unit === 'GB' &&
    second.claim.size.amount * 1024 > first.claim.size.amount * (first.claim.size.unit === 'MB' ? 1 : 1024)
  ) {
    facts.memory = inferredFrom(first.line)(binarySize(first.claim.size));
    facts.disks = inferredFrom(first.line)([{ size: second.claim.size, count: 1, type: 'unknown' as const }]);
    return;
  }
  for (const { claim, line } of unlabelled) {
    const inferred = <T>(is: T): Reading<T> => ({ is, said: quoteWords(line), how: 'inferred', rule: 'order-of-sizes', page });
    const { unit, amount } = claim.size;
    const inList = phrasesOf(line).length > 1 || /[,/]/.test(line);
    if (
      unit !== 'TB' &&
      facts.memory === undefined &&
      inList &&
      amount <= (unit === 'MB' ? 65_536 : 1024) &&
      facts.vcpu !== undefined
    )
      facts.memory = inferred(binarySize(claim.size));
    else if (unit === 'TB' && facts.transfer === undefined && disks.length > 0) facts.transfer = inferred(claim.size);
  }
}

/** A line about nothing but the kind of storage: "NVMe SSD (RAID 1)", "Storage: Enterprise NVMe". */
const STORAGE_ONLY =
  /^(?=.{3,60}$)(?:(?:storage|disks?|drives?|pure|fast|full|local|enterprise(?:-grade)?|high[- ]performance|pcie|gen\s?\d|\d\.\d|raid[- ]?\d{1,2}|ssds?|nvme|hdds?|sata|sas|100%|all|only|in)[\s,():&*+-]{0,3}){1,9}$/i;

function readWords(line: string, facts: SpecFacts, page: string): void {
  const stated = <T>(is: T): Reading<T> => ({ is, said: quoteWords(line), how: 'stated', page });
  if (facts.transfer === undefined && isUnmetered(line)) facts.transfer = stated('unmetered' as const);
  const model = coreModelIn(line);
  if (model) facts.cpuResourceModel ??= { is: model.is, said: quoteWords(line), how: 'stated', page };
  const kind = [line, ...line.split(/\s*[,;|]\s*/)].find((part) => STORAGE_ONLY.test(part) && storageTypeIn(part) !== 'unknown');
  if (facts.storageType === undefined && kind !== undefined) facts.storageType = stated(storageTypeIn(kind));
  const raid = raidIn(line);
  if (raid) facts.raid ??= stated(raid);
  if (/\bddos\b/i.test(line) && !/\bno\s+ddos|\bddos\b[^.]{0,20}\b(?:optional|available for|add-?on)|without ddos/i.test(line))
    facts.ddos ??= stated(true);
  if (facts.memory === undefined && facts.guaranteedMemory !== undefined) facts.memory = { ...facts.guaranteedMemory };
  if (/\barm64\b|\baarch64\b|\bampere\b|\barm\s+(?:vps|cpu|server|cores?)\b/i.test(line))
    facts.architecture ??= stated('arm64' as const);
  if (/\bunmanaged\b|\bself[\s-]managed\b/i.test(line)) facts.managed ??= stated(false);
  else if (/\b(?:fully[\s-])?managed\s+(?:vps|server|service|hosting)\b/i.test(line)) facts.managed ??= stated(true);
}
