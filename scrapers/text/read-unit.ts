/** One plan's words into a listing: its own words first, then those that hold for every plan around it. Pure. */
import type { ListedPlace, Listing, Reading, Rejection } from '../../domain/listing.ts';
import { formatMicros, parseMicros } from '../../domain/money.ts';
import type { PlanUnit, UnitContext } from '../plan-unit.ts';
import type { PlanRead } from '../read/readings.ts';
import { firstOf } from './first-of.ts';
import { stripMarkup } from './inline.ts';
import { lex } from './lexer.ts';
import { barePlaces, labelledPlaces, placesWithin, type WrittenPlace } from './locations.ts';
import { joinLabels } from './lone-labels.ts';
import { priceGround } from './price-ground.ts';
import { type PriceMention, priceMentions } from './price-mentions.ts';
import { settlePrices } from './prices.ts';
import { quoteWords } from './quote-words.ts';
import { type SpecFacts, specFactsIn } from './spec-facts.ts';
import { pointedStockIn, type Stock, stockIn } from './stock.ts';
import { type TechnologyWords, technologyOf } from './technology.ts';
import { isMeant, placeAtEnd, placesInTitle } from './title-places.ts';

const MOST_PLACES = 40;

/** Reads a plan. What it does not state stays absent; what cannot be understood is a rejection. */
export function readUnit(unit: PlanUnit, context: UnitContext): PlanRead {
  const name = unit.name === null ? null : stripMarkup(unit.name);
  const own = joinLabels(unit.lines.map(stripMarkup).filter((line) => line !== ''));
  const shared = joinLabels(context.shared.map(stripMarkup).filter((line) => line !== ''));
  const { page } = context;
  const spoken = shared.flatMap(sentencesOf);
  const facts = withoutIpv4(
    mergeFacts(specFactsIn(own, page), sharedFacts(spoken, page), specFactsIn(name === null ? [] : [name], page)),
    name,
    own,
  );
  const reject = (code: Rejection['code'], field: string, said: string): PlanRead => ({
    rejection: { code, field, said: quoteWords(said), listing: { planKey: unit.key, name } },
  });
  const ground = priceGround(own, shared, name, context);
  const settled = settlePrices(mentionsOf(unit, own, spoken, name), ground);
  if (!settled.ok) return reject(settled.code, 'prices', settled.said || [name ?? '', ...own].join(' '));
  const places = placesOf(own, name, spoken, page);
  const stock = stockOf(unit, own, shared, name, page);
  const around = context.nearestFirst ? nearestTechnology(shared) : technologyOf(shared);
  const technology = moreExact(technologyOf([name === null ? [] : [name], own].flat()), around);
  const listing: Listing = {
    planKey: unit.key,
    words: {},
    ...(name === null ? {} : { name: { is: name, said: name, how: 'stated', page } }),
    ...(unit.url === null ? {} : { url: unit.url }),
    ...facts,
    ...(technology
      ? {
          technology: {
            is: { value: technology.value, confidence: technology.confidence },
            said: quoteWords(technology.said),
            how: 'stated',
            page,
          },
        }
      : {}),
    prices: settled.prices,
    places: listedPlaces(places, stock),
    ...(places ? { placesFrom: places } : {}),
  };
  return { listing };
}

/** A plan of a family ("Xen"), and around it the member of the family that it is ("all Xen-PV plans"). */
function moreExact(own: TechnologyWords | null, around: TechnologyWords | null): TechnologyWords | null {
  if (!own || !around) return own ?? around;
  return around.value !== own.value && around.value.startsWith(own.value) ? around : own;
}

/** Lines around a plan hold several sentences, of which some are about something else. */
function sentencesOf(line: string): string[] {
  const end = line.length < 60 ? /(?<=[\p{L}\p{N}]{3}[.!?])\s+(?=\p{Lu})/u : /(?<=[.!?])\s+(?=\p{Lu}|\d)/u;
  return line.split(end);
}

/** What the lines around say of every plan; what they put a price on can be had beside it. */
function sharedFacts(spoken: readonly string[], page: string): SpecFacts {
  const { vcpu, ...facts } = specFactsIn(
    spoken.filter((line) => priceMentions(line).length === 0),
    page,
  );
  return vcpu && /\b(?:all|every|each|alle|jede[rs]?|tous|chaque|todos|cada)\b/i.test(vcpu.said) ? { ...facts, vcpu } : facts;
}

/** The nearest line that names one technology; a line that names several settles nothing. */
function nearestTechnology(shared: readonly string[]): ReturnType<typeof technologyOf> {
  for (const line of shared) {
    const one = technologyOf([line]);
    if (one) return one;
  }
  return null;
}

/** An "IPv6 VPS" that lists IPv6 addresses and never speaks of IPv4 has none: whoever sold it with one would say so. */
function withoutIpv4(facts: SpecFacts, name: string | null, own: readonly string[]): SpecFacts {
  const listed = facts.ipv6Prefix ?? facts.ipv6 ?? facts.hasIpv6;
  if (name === null || listed === undefined || facts.ipv4 !== undefined || facts.natIpv4?.is) return facts;
  if (!/\bipv6[\s-](?:only[\s-])?(?:vps|vds|kvm|server)\b/i.test(name) || own.some((line) => /ipv4|\bnat\b/i.test(line)))
    return facts;
  return { ...facts, ipv4: { is: 0, said: quoteWords(name), how: 'inferred', rule: 'ipv6-by-name', page: listed.page } };
}

/** Own facts, then shared ones where the plan says nothing; sizes and cores are never taken from around a plan. */
function mergeFacts(own: SpecFacts, shared: SpecFacts, name: SpecFacts): SpecFacts {
  const { memory: _m, disks, guaranteedMemory: _g, burstMemory: _b, vswap: _s, ...around } = shared;
  const merged: SpecFacts = { ...around, ...name, ...own };
  const nat = own.natIpv4 ?? name.natIpv4;
  if (nat?.is && own.ipv4 === undefined) merged.ipv4 = { ...nat, is: 0 };
  // A plan with its own address is not behind NAT, whatever a heading says.
  if (own.ipv4 !== undefined && own.ipv4.is > 0 && nat === undefined) delete merged.natIpv4;
  if (own.ipv6 !== undefined && own.ipv6Prefix === undefined) delete merged.ipv6Prefix;
  if (own.ipv6Prefix !== undefined && own.ipv6 === undefined) delete merged.ipv6;
  if (merged.disks && merged.storageType === undefined && merged.disks.is.every(({ type }) => type === 'unknown')) {
    const type = sharedStorage(around, disks);
    if (type) merged.storageType = type;
  }
  return merged;
}

function sharedStorage(around: SpecFacts, disks: SpecFacts['disks']): SpecFacts['storageType'] {
  if (around.storageType) return around.storageType;
  const type = disks?.is.find((disk) => disk.type !== 'unknown')?.type;
  return disks && type ? { ...disks, is: type } : undefined;
}

function mentionsOf(
  unit: PlanUnit,
  own: readonly string[],
  shared: readonly string[],
  name: string | null,
): readonly PriceMention[] {
  const feesApart = unit.prices.some(({ setupFee }) => setupFee !== undefined);
  const pointed = unit.prices.flatMap(({ text, per, times, setupFee }) => {
    const fee = feesApart ? { fee: setupFee === undefined ? null : feeIn(stripMarkup(setupFee)) } : {};
    return priceMentions(stripMarkup(text)).map((mention) => timesAmount({ ...mention, ...(per ? { per } : {}), ...fee }, times));
  });
  if (pointed.length > 0) return pointed;
  const stated = own.flatMap(priceMentions);
  const named = name === null ? [] : priceMentions(name);
  if (stated.some(({ per, part }) => per !== null && part !== 'setup'))
    return [...named.filter(({ per }) => per !== null), ...stated, ...setupAround(stated, shared)];
  if (named.length > 0) return [...named, ...stated, ...setupAround(stated, shared)];
  return [...stated, ...setupAround(stated, shared)];
}

/** A set-up fee that is said once for all plans. */
function setupAround(own: readonly PriceMention[], spoken: readonly string[]): PriceMention[] {
  if (own.some(({ part }) => part === 'setup')) return [];
  return spoken
    .flatMap((line) => (/\b(?:ip|ips|ipv4|bgp|session|dedicated|migration|transfer)\b/i.test(line) ? [] : priceMentions(line)))
    .filter(({ part }) => part === 'setup');
}

/** The one amount of a set-up fee's words. */
function feeIn(words: string): NonNullable<PriceMention['fee']> | null {
  const [amount] = lex(words).flatMap((token) => (token.type === 'money' && token.amount !== null ? [token.amount] : []));
  return amount === undefined ? null : { amount, said: quoteWords(words) };
}

/** The amount that is paid at once, where the words name that of one month. */
function timesAmount(mention: PriceMention, times: number | undefined): PriceMention {
  const micros = times === undefined || mention.amount === null ? null : parseMicros(mention.amount);
  return micros === null || times === undefined ? mention : { ...mention, amount: formatMicros(micros * BigInt(times)) };
}

/** A piece of a line of facts that is a place: "… /80 IPv6, Falkenstein – 6 € pro Jahr", "KVM (Phoenix + New York): 1.5GB RAM". */
function placesAmong(line: string): readonly WrittenPlace[] | null {
  if (!/[,|│┃•·;—–/()]/.test(line) || line.length > 400) return null;
  const bracket = /\(([^()]{4,80})\)/.exec(line)?.[1];
  for (const piece of [...(bracket ? [bracket.replace(/\s\+\s/g, ', ')] : []), ...line.split(/\s*[,|│┃•·;—–/()]\s*|\s::\s/)]) {
    const places = piece.length < 4 ? null : barePlaces(piece);
    if (places?.every(isMeant)) return places;
  }
  return null;
}

/** Places of the plan: labelled ones, lines that are nothing but places, "available in …", its name; then those around it. */
function placesOf(
  own: readonly string[],
  name: string | null,
  spoken: readonly string[],
  page: string,
): Reading<readonly string[]> | undefined {
  const found =
    firstOf(own, labelledPlaces) ??
    placesInRow(own) ??
    firstOf(own, placesWithin) ??
    firstOf(own, placesAmong) ??
    firstOf(name === null ? [] : [name], placesInTitle) ??
    firstOf(spoken, labelledPlaces) ??
    townOf(
      firstOf(spoken, (line) => barePlaces(line) ?? placesInTitle(line)),
      firstOf(spoken, placesWithin),
    ) ??
    firstOf(spoken, placesAmong) ??
    firstOf(spoken, placeAtEnd);
  return found ? { is: namesOf(found.is), said: quoteWords(found.said), how: 'stated', page } : undefined;
}

/** Lines that are nothing but places, one below the other: chips, entries of a list. */
function placesInRow(lines: readonly string[]): { is: readonly WrittenPlace[]; said: string } | null {
  const first = lines.findIndex((line) => barePlaces(line) !== null);
  if (first < 0) return null;
  const rows: { places: readonly WrittenPlace[]; line: string }[] = [];
  for (const line of lines.slice(first, first + MOST_PLACES)) {
    const places = barePlaces(line);
    if (places === null) break;
    rows.push({ places, line });
  }
  return { is: rows.flatMap(({ places }) => places), said: rows.map(({ line }) => line).join(', ') };
}

type PlacesSaid = { readonly is: readonly WrittenPlace[]; readonly said: string } | null;

/** "India VPS", and a sentence that its servers stand in Mumbai: the town says more than its country. */
function townOf(titled: PlacesSaid, within: PlacesSaid): PlacesSaid {
  if (!titled || !within) return titled ?? within;
  const countries = new Set(titled.is.map(({ known }) => (known?.kind === 'country' ? known.country : null)));
  const isInside = within.is.every(
    ({ known }) => known?.kind === 'city' && known.country !== null && countries.has(known.country),
  );
  return isInside ? within : titled;
}

function namesOf(places: readonly WrittenPlace[]): string[] {
  return [...new Set(places.map((place) => place.name))];
}

function stockOf(
  unit: PlanUnit,
  own: readonly string[],
  shared: readonly string[],
  name: string | null,
  page: string,
): Reading<Stock> | null {
  if (unit.stock !== null) {
    const is = pointedStockIn(stripMarkup(unit.stock));
    if (is) return { is, said: quoteWords(unit.stock), how: 'stated', page };
  }
  const near = firstOf([...(name === null ? [] : [name]), ...own], stockIn);
  // "VPS in stock" in a heading is advertising; that stock is limited or gone is not.
  const around = near ?? firstOf(shared, (line) => (stockIn(line)?.state === 'in-stock' ? null : stockIn(line)));
  return around ? { is: around.is, said: quoteWords(around.said), how: 'stated', page } : null;
}

function listedPlaces(places: Reading<readonly string[]> | undefined, stock: Reading<Stock> | null): ListedPlace[] {
  const availability = stock ? { availability: { ...stock, is: stock.is.state } } : {};
  const quantity = stock && stock.is.quantity !== null ? { quantity: { ...stock, is: stock.is.quantity } } : {};
  return (places?.is ?? [null]).map((location) => ({ location, ...availability, ...quantity }));
}
