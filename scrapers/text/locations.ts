/** Where a plan is sold, as written: lists of places taken apart, cities and countries resolved where they are certain. */
import type { ListedLocation } from '../../domain/listing.ts';
import { type KnownPlace, placesNamed } from './gazetteer.ts';
import { fold, labelOf } from './labels.ts';

const LABEL =
  /^\s*(?:(?:server|vps|available|datacent(?:er|re)|data[\s-]?cent(?:er|re)|dc|current|node)\s+)?(?:locations?|datacent(?:er|re)s?(?:\s+locations?)?|data[\s-]?cent(?:er|re)s?(?:\s+locations?)?|standorte?|serverstandorte?|rechenzentrum|emplacements?|localisations?|ubicaci[oó]n(?:es)?|localiza[cç][aã]o|ubicazione|lokalizac[jie]a|lokalita|lokasyon|locatie|plats|serverplats|sijainti|дата-?\s?центр[ыа]?|цод|локаци[яи]|расположение|拠点|region(?:s|en)?|dc|geo|hosted in|located in|available in|where|位置|机房|地区)\s*(?:information|info)?\s*[:=?–—-]+\s*/iu;
/** "Locations LIVE and ready for immediate deployment:". */
const LONG_LABEL = /^(?:our |all |available |current )?locations(?:\s\p{L}{2,12}){1,7}\s?:\s+/iu;
/** Words that say that a place follows, and the place right behind them. */
const IN =
  /(?<![\p{L}])(?:[Aa]vailable in|[Ll]ocated in|[Hh]osted in|locations? in|datacent(?:er|re)s? in|data[\s-]cent(?:er|re)s? in|[Ss]ervers? in|deploy(?:ed)? in|[Oo]rder(?: now)? in|[Cc]hoose(?: from| between)?|[Cc]hoice of:?|@(?= )|[Pp]ick(?: from| between)?|[Ss]tandort(?:e)?(?: in| ist| sind)?|[Rr]echenzentr(?:um|en)(?: in)?|[Dd]ata ?center|[Ll]okasyon|[Ll]ocatie|[Ll]okalita|[Дд]ата-?\s?центр[ыа]?(?: в)?|ЦОД(?: в)?|in|In|IN|from|en|à|aus|em|w|we|v|ve|i|в|у|[Dd]ata ?cent(?:er|re) a|[Ss]erver a|nodes in|out of|on(?=\s(?:the|our)\s))\s+(?:the\s+|our\s+)?(?=\p{Lu})/gu;
const TAIL =
  /\s*(?:[-–—(]\s*)?\b(?:data\s?-?cent(?:er|re)s?|datacent(?:er|re)s?|dc|hosted|based|locations?|available|only|servers?|rechenzentrum|nodes?|hosting)\b\s*[).!]*$/i;
const TAIL_WORD = /\b(?:data\s?-?cent(?:er|re)s?|dc|campus)\b/i;
/** Words in the place of a place that name none. */
const NOWHERE =
  /^(?:multiple|various|several|many|any|all|worldwide|global(?:ly)?|see|choose|select|tba|tbd|n\/?a|\d{1,3}\+?)(?![\p{L}\d])/iu;
const LEAD = /^(?:our own|in|at|the|choose from|choice of|hosted in|located in|available in|currently)\s+(?!Netherlands)/i;

/** A place of an offer: as written, with what it is known to mean. */
export interface WrittenPlace {
  readonly name: string;
  readonly known: KnownPlace | null;
}

/** Places after a label ("Location: …", "Standort: …"); null where the line has no such label or names none. */
export function labelledPlaces(line: string): readonly WrittenPlace[] | null {
  const label = OTHERS.test(line) ? null : (LABEL.exec(line) ?? LONG_LABEL.exec(line));
  if (!label) return null;
  // A sentence behind the places is about something else; "St. Louis" is none.
  const [value = ''] = line.slice(label[0].length).split(/(?<=\p{L}{4})\.\s+(?=\p{Lu})/u);
  if (value.trim() === '' || value.length > 300) return null;
  const places = splitPlaces(value);
  const sure = places.filter(({ known }) => known !== null);
  // "SkyLink Datacenter, Eygelshoven, Netherlands": the house has a name, the place is where it stands.
  if (sure.length === 1 && places.length === 2 && TAIL_WORD.test(value)) return sure;
  if (sure.length > 0 || (places.length === 1 && !NOWHERE.test(places[0]?.name ?? ''))) return places;
  return null;
}

/** Places of a line that is nothing but places ("Amsterdam, The Netherlands", "Germany data center"); null for any other line. */
export function barePlaces(line: string): readonly WrittenPlace[] | null {
  if (OTHERS.test(line) || /\b(?:vps|vds|plan|server)\b|#\d|^(?:re|fwd?|aw|wg)\s?:|(?:\d{1,3}\.){3}\d/i.test(line)) return null;
  const text = trimPlace(
    line.replace(/:\s+\S.{0,40}$/u, '').replace(/\b(USA|US),?\s+(?:North|South|East|West|Central)(?:\s?(?:East|West))?$/i, '$1'),
  );
  if (text === '' || text.length > 400) return null;
  const places = splitPlaces(text);
  return places.length > 0 && places.every(({ known, name }) => known !== null && isWhole(name)) ? places : null;
}

/** Places after "available in", "located in" or the like inside a line. */
export function placesWithin(line: string): readonly WrittenPlace[] | null {
  if (OTHERS.test(line)) return null;
  for (const match of line.slice(0, 600).matchAll(IN)) {
    const rest = line.slice(match.index + match[0].length, match.index + match[0].length + 200);
    const places = leadingPlaces(rest);
    if (places.length > 0) return places;
  }
  const han = /\p{Script=Han}/u.test(line) ? hanPlace(line.slice(0, 600)) : null;
  return han ? [han] : null;
}

/** "机房位于香港": Han has no spaces, so that a place stands right behind the word for it. */
const HAN_IN = /(?:位于|位於|(?:机房|機房|数据中心|節點|节点)[：:]?\s?在?)(?!位)(\p{Script=Han}{2,4})/u;

function hanPlace(line: string): WrittenPlace | null {
  const written = HAN_IN.exec(line)?.[1] ?? '';
  for (let count = written.length; count >= 2; count -= 1) {
    const name = written.slice(0, count);
    const known = resolve(name);
    if (known) return { name, known };
  }
  return null;
}

/** Places that could be had elsewhere, or later. */
const OTHERS =
  /\b(?:other|more|additional|further|upcoming|coming|soon|new)\s+(?:locations?|datacent(?:er|re)s?)\b|\bcoming soon\b/i;
const BETWEEN = /^\s*(?:[,;/|&+•]|and|und|et|y|or|oder|og|och|en|ja|и|та|i|e|a)\s*/;

/** The places that a text begins with, up to the first word that belongs to none. */
function leadingPlaces(text: string): WrittenPlace[] {
  const found: WrittenPlace[] = [];
  let rest = text;
  for (let round = 0; round < 20; round += 1) {
    const place = firstPlace(rest);
    if (!place) break;
    found.push(place);
    rest = rest.slice(place.name.length);
    const between = BETWEEN.exec(rest);
    if (!between) break;
    rest = rest.slice(between[0].length);
  }
  const joined = splitPlaces(found.map(({ name }) => name).join(', '));
  return joined.every(({ known }) => known !== null) ? [...joined] : found;
}

function firstPlace(text: string): WrittenPlace | null {
  const match = /^\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,3}(?:\s?\([\p{L} ,]{2,40}\))?/u.exec(text);
  if (!match) return null;
  const words = match[0].replace(/[.]$/, '').split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const known = resolve(name);
    if (known) return { name, known };
  }
  return null;
}

/** Every word of a name is part of it: "Germany" is whole, "Germany plans" is not. */
function isWhole(name: string): boolean {
  return name.split(/\s*,\s*/).every((part) => resolve(part) !== null);
}

function trimPlace(text: string): string {
  let trimmed = text.replace(/^[\s\-–—*•:,.#>+]+|[\s:,.!*]+$/gu, '');
  for (let round = 0; round < 3; round += 1) trimmed = trimmed.replace(TAIL, '').replace(LEAD, '').trim();
  return trimmed;
}

/** Takes a written list of places apart. A region that the place before it lies in belongs to it. */
export function splitPlaces(text: string): readonly WrittenPlace[] {
  const groups = withoutCountryLists(text)
    .replace(/^([\p{L} ]{3,30})\/([\p{L} ]{3,30})$/u, (whole, city: string, country: string) => inCountry(city, country) ?? whole)
    .split(/\s*(?:[;|•·+→]|\s[&/]\s|\/|\s(?:and|or|und|oder|et|ou|y|e|as well as)\s|&)\s*/u)
    .map((part) => trimPlace(atAddress(part)))
    .filter((part) => part !== '');
  return groups.flatMap((group) =>
    joinParts(
      group
        .split(/\s*[,，、]\s*/u)
        .map((part) => trimPlace(atAddress(part)))
        .filter((part) => part !== ''),
    ),
  );
}

/** "203.0.113.10 (Ashburn)": the place behind a test address. */
function atAddress(part: string): string {
  return /(?:\d{1,3}\.){3}\d{1,3}\s{0,3}[([]([\p{L} .'-]{2,40})[)\]]\s*$/u.exec(part)?.[1] ?? part;
}

/** "USA (Dallas, Miami)" → "Dallas, Miami": the list in brackets says more than the name before it. */
function withoutCountryLists(text: string): string {
  return text.replace(/([^(),]{2,40})\s?\(([^()]{2,200})\)/gu, (whole, before: string, inside: string) => {
    const outer = placesNamed(before.trim())[0];
    return outer &&
      outer.kind !== 'city' &&
      /,|\/|&| and /.test(inside) &&
      splitSimple(inside).every((part) => placesNamed(part).length > 0)
      ? inside
      : whole;
  });
}

const splitSimple = (text: string) =>
  text
    .split(/,|\/|&|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** "Istanbul/Turkey": one place. */
function inCountry(city: string, country: string): string | null {
  const [inner, outer] = [resolve(city.trim()), resolve(country.trim())];
  return inner?.kind === 'city' && outer?.kind === 'country' && within(inner, outer) ? `${city.trim()}, ${country.trim()}` : null;
}

function joinParts(parts: readonly string[]): WrittenPlace[] {
  const places: WrittenPlace[] = [];
  for (const part of parts) {
    const last = places.at(-1);
    const known = resolve(part, last?.known ?? undefined);
    if (last && belongs(last, known, part))
      places[places.length - 1] = { name: `${last.name}, ${part}`, known: merged(last.known, known) };
    else places.push({ name: part, known });
  }
  return places;
}

/** Whether a part of a list says where the one before it is. */
function belongs(last: WrittenPlace, known: KnownPlace | null, part: string): boolean {
  if (!known) return false;
  if (!last.known)
    return known.kind !== 'city' || /\d/.test(last.name) || containsCountry(last.name, known.country) || part === '';
  if (last.known.kind === 'city') return known.kind !== 'city' && within(last.known, known);
  if (known.kind === 'city') return !last.name.includes(',') && within(known, last.known) && last.known.kind !== 'continent';
  return last.known.kind !== known.kind && (within(last.known, known) || last.known.kind === 'continent');
}

function within(inner: KnownPlace, outer: KnownPlace): boolean {
  if (outer.kind === 'continent') return true;
  if (inner.country !== outer.country) return false;
  return outer.kind === 'country' || inner.state === null || outer.state === null || inner.state === outer.state;
}

function merged(a: KnownPlace | null, b: KnownPlace | null): KnownPlace | null {
  if (!a || !b) return a ?? b;
  return {
    kind: a.kind === 'city' || b.kind === 'city' ? 'city' : a.kind,
    city: a.city ?? b.city,
    country: a.country ?? b.country,
    state: a.state ?? b.state,
  };
}

function containsCountry(name: string, country: string | null): boolean {
  return name
    .split(/\s+/)
    .some((word) => placesNamed(word).some((place) => place.kind === 'country' && place.country === country));
}

/** What a written place means: itself, or with its brackets taken in turn ("Equinix SY3 (Sydney)", "Duesseldorf (Germany)"). */
function resolve(name: string, before?: KnownPlace): KnownPlace | null {
  // "BW: 1 TB" is no Botswana.
  const near = labelOf(fold(name)) === undefined ? placesNamed(name) : [];
  if (near.length > 0) {
    const fitting = before ? near.find((place) => place.kind !== 'city' && within(before, place)) : undefined;
    return fitting ?? near[0] ?? null;
  }
  const bracket = /^([^()[\]]{1,60}?)\s?[([]([^()[\]]{2,60})[)\]]$/u.exec(name);
  if (bracket) {
    const [outer, inner] = [placesNamed(bracket[1] ?? ''), placesNamed(bracket[2] ?? '')];
    const pair = outer.flatMap((a) => inner.filter((b) => within(a, b) || within(b, a)).map((b) => merged(a, b)))[0];
    return pair ?? inner[0] ?? outer[0] ?? null;
  }
  // "Dallas-TX", "Haarlem-Netherlands": a dash for the comma.
  const dashed = /^([\p{L} .]{3,30})-([\p{L} ]{2,30})$/u.exec(name);
  const inner = dashed ? placesNamed(dashed[1] ?? '').find(({ kind }) => kind === 'city') : undefined;
  if (dashed && inner) {
    const outer = placesNamed(dashed[2] ?? '').find((place) => place.kind !== 'city' && within(inner, place));
    if (outer) return merged(inner, outer);
  }
  const [city, ...rest] = name.split(/\s+/);
  // "Dallas TX", "Frankfurt Germany": two names without a comma.
  if (city !== undefined && rest.length > 0 && rest.length <= 3) {
    for (let cut = 1; cut <= rest.length; cut += 1) {
      const words = name.split(/\s+/);
      const [a] = placesNamed(words.slice(0, cut).join(' '));
      const b = a && placesNamed(words.slice(cut).join(' ')).find((place) => within(a, place));
      if (a && b) return merged(a, b);
    }
  }
  return null;
}

/** The location that a written name stands for, for the list beside the plans. */
export function locationNamed(name: string): ListedLocation {
  const [place] = splitPlaces(name);
  const known = place?.known ?? null;
  return { key: name, name, city: known?.city ?? null, country: known?.country?.toLowerCase() ?? null };
}
