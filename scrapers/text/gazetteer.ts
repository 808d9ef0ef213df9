/** Names of places: countries, their codes and older names, states, continents, cities, and towns known for their data centres. */
import { cityMapping } from 'city-timezones';
import { countries } from 'countries-list';
import { fold } from './labels.ts';
import { CITIES_ABROAD, COUNTRIES_ABROAD } from './place-names.ts';

/** A place that a name can mean. */
export interface KnownPlace {
  readonly kind: 'city' | 'state' | 'country' | 'continent';
  /** Written name of the city; null for larger places. */
  readonly city: string | null;
  /** ISO 3166-1 alpha-2; null for continents. */
  readonly country: string | null;
  /** State or province of a city or the code of a state, folded. */
  readonly state: string | null;
  /** People in a city, where the list of cities says so; null: a place that we know of for its servers. */
  readonly people?: number | null;
}

const STATES: Readonly<Record<string, string>> = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
};
/** Provinces of Canada and Australia that sellers write. */
const PROVINCES: Readonly<Record<string, string>> = {
  Quebec: 'CA',
  Ontario: 'CA',
  'British Columbia': 'CA',
  Alberta: 'CA',
  QC: 'CA',
  ON: 'CA',
  BC: 'CA',
  NSW: 'AU',
  Queensland: 'AU',
  Victoria: 'AU',
  Bavaria: 'DE',
  Hesse: 'DE',
  Saxony: 'DE',
  Bayern: 'DE',
  Hessen: 'DE',
  Sachsen: 'DE',
  England: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
};
/** Names and codes of countries as people write them, beside those of ISO. */
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  UK: 'GB',
  'Great Britain': 'GB',
  Britain: 'GB',
  'U.K.': 'GB',
  USA: 'US',
  'U.S.': 'US',
  'U.S.A.': 'US',
  America: 'US',
  'United States of America': 'US',
  'The Netherlands': 'NL',
  Holland: 'NL',
  Niederlande: 'NL',
  'Pays-Bas': 'NL',
  'Países Bajos': 'NL',
  Turkey: 'TR',
  Türkiye: 'TR',
  Turkiye: 'TR',
  Czechia: 'CZ',
  'Czech Republic': 'CZ',
  Russia: 'RU',
  'South Korea': 'KR',
  Korea: 'KR',
  Vietnam: 'VN',
  'Viet Nam': 'VN',
  Deutschland: 'DE',
  Allemagne: 'DE',
  Alemania: 'DE',
  Frankreich: 'FR',
  Francia: 'FR',
  Österreich: 'AT',
  Autriche: 'AT',
  Schweiz: 'CH',
  Suisse: 'CH',
  Suiza: 'CH',
  Spanien: 'ES',
  España: 'ES',
  Espagne: 'ES',
  Polen: 'PL',
  Pologne: 'PL',
  Finnland: 'FI',
  Finlande: 'FI',
  Schweden: 'SE',
  Suède: 'SE',
  'Vereinigtes Königreich': 'GB',
  'Royaume-Uni': 'GB',
  'Reino Unido': 'GB',
  'Vereinigte Staaten': 'US',
  'États-Unis': 'US',
  'Estados Unidos': 'US',
  Kanada: 'CA',
  Singapur: 'SG',
  Singapour: 'SG',
  Japon: 'JP',
  Italien: 'IT',
  Italie: 'IT',
  Italia: 'IT',
  UAE: 'AE',
  Emirates: 'AE',
  Hongkong: 'HK',
  'Hong Kong SAR': 'HK',
  Macedonia: 'MK',
  Moldavia: 'MD',
  德国: 'DE',
  美国: 'US',
  日本: 'JP',
  香港: 'HK',
  新加坡: 'SG',
  英国: 'GB',
  法国: 'FR',
  荷兰: 'NL',
  韩国: 'KR',
  台湾: 'TW',
  加拿大: 'CA',
};
const CONTINENTS = [
  'Europe',
  'EU',
  'Asia',
  'North America',
  'South America',
  'Africa',
  'Oceania',
  'Europa',
  'US East',
  'US West',
  'East Coast',
  'West Coast',
  'APAC',
  'Middle East',
  'Scandinavia',
];
/** Towns of data centres and spellings that the library of cities lacks: "name": "country" or "country/state". */
const TOWNS: Readonly<Record<string, string>> = {
  Duesseldorf: 'DE',
  Dusseldorf: 'DE',
  Nuremberg: 'DE',
  Nuernberg: 'DE',
  Nürnberg: 'DE',
  Falkenstein: 'DE',
  Limburg: 'DE',
  Karlsruhe: 'DE',
  Munich: 'DE',
  Cologne: 'DE',
  Köln: 'DE',
  'Frankfurt am Main': 'DE',
  FFM: 'DE',
  Offenbach: 'DE',
  Straßburg: 'FR',
  Eygelshoven: 'NL',
  Naaldwijk: 'NL',
  Dronten: 'NL',
  Meppel: 'NL',
  Alblasserdam: 'NL',
  Roosendaal: 'NL',
  Haarlem: 'NL',
  Lelystad: 'NL',
  Almere: 'NL',
  'Den Haag': 'NL',
  Schiphol: 'NL',
  Roubaix: 'FR',
  Gravelines: 'FR',
  Maidenhead: 'GB',
  Slough: 'GB',
  Redditch: 'GB',
  Docklands: 'GB',
  Portsmouth: 'GB',
  Maidstone: 'GB',
  Nottingham: 'GB',
  Erith: 'GB',
  Kent: 'GB',
  Ashburn: 'US/virginia',
  Reston: 'US/virginia',
  Sterling: 'US/virginia',
  Secaucus: 'US/new jersey',
  Piscataway: 'US/new jersey',
  Clifton: 'US/new jersey',
  Weehawken: 'US/new jersey',
  'Santa Clara': 'US/california',
  'Silicon Valley': 'US/california',
  Fremont: 'US/california',
  LA: 'US/california',
  'Los Angeles': 'US/california',
  'San Jose': 'US/california',
  'San Francisco': 'US/california',
  Lenoir: 'US/north carolina',
  NYC: 'US/new york',
  'New York City': 'US/new york',
  'New York': 'US/new york',
  Buffalo: 'US/new york',
  Garden: 'US',
  'Kansas City': 'US/missouri',
  'St. Louis': 'US/missouri',
  'Saint Louis': 'US/missouri',
  Hillsboro: 'US/oregon',
  Coeur: 'US',
  Chicago: 'US/illinois',
  Dallas: 'US/texas',
  DFW: 'US/texas',
  Houston: 'US/texas',
  Miami: 'US/florida',
  Jacksonville: 'US/florida',
  Tampa: 'US/florida',
  Atlanta: 'US/georgia',
  Seattle: 'US/washington',
  Phoenix: 'US/arizona',
  Denver: 'US/colorado',
  'Las Vegas': 'US/nevada',
  Orangeburg: 'US/new york',
  Staten: 'US',
  'Salt Lake City': 'US/utah',
  Bend: 'US/oregon',
  Spokane: 'US/washington',
  Highland: 'US/illinois',
  Beauharnois: 'CA',
  Montreal: 'CA',
  Toronto: 'CA',
  Vancouver: 'CA',
  Kyiv: 'UA',
  Kiev: 'UA',
  Chișinău: 'MD',
  Sydney: 'AU',
  Melbourne: 'AU',
  Tokyo: 'JP',
  Osaka: 'JP',
  Warsaw: 'PL',
  Warschau: 'PL',
  Vienna: 'AT',
  Wien: 'AT',
  Zurich: 'CH',
  Zürich: 'CH',
  Geneva: 'CH',
  Milan: 'IT',
  Mailand: 'IT',
  Milano: 'IT',
  Rome: 'IT',
  Prague: 'CZ',
  Prag: 'CZ',
  Bucharest: 'RO',
  Moscow: 'RU',
  'St. Petersburg': 'RU',
  'Saint Petersburg': 'RU',
  Tallinn: 'EE',
  Bangalore: 'IN',
  Bengaluru: 'IN',
  'New Delhi': 'IN',
  Delhi: 'IN',
  Mumbai: 'IN',
  Noida: 'IN',
  Hanoi: 'VN',
  'Ho Chi Minh': 'VN',
  HCMC: 'VN',
  'Kuala Lumpur': 'MY',
  Cyberjaya: 'MY',
  Seoul: 'KR',
  Taipei: 'TW',
  'Hong Kong': 'HK',
  'São Paulo': 'BR',
  'Sao Paulo': 'BR',
  'Tel Aviv': 'IL',
  Marseille: 'FR',
  Strasbourg: 'FR',
  'Frankfurt Main': 'DE',
  'Frankfurt/Main': 'DE',
  Steinsel: 'LU',
  Bissen: 'LU',
  Sandefjord: 'NO',
  Reykjavik: 'IS',
  Gdansk: 'PL',
  Antwerp: 'BE',
  Brussels: 'BE',
  Lisbon: 'PT',
  Copenhagen: 'DK',
  Gothenburg: 'SE',
  Athens: 'GR',
  Sofia: 'BG',
  Belgrade: 'RS',
  Istanbul: 'TR',
  Izmir: 'TR',
  Dubai: 'AE',
  Fujairah: 'AE',
  Johannesburg: 'ZA',
  Luxembourg: 'LU',
  Singapore: 'SG',
};

const byName = new Map<string, KnownPlace[]>();
function add(name: string, place: KnownPlace): void {
  const key = foldPlace(name);
  const known = byName.get(key);
  if (known) known.push(place);
  else byName.set(key, [place]);
}

/** Without case, accents, dots and doubled spaces. */
export function foldPlace(name: string): string {
  return fold(name)
    .replace(/[.’']/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
}

for (const [name, where] of Object.entries(TOWNS)) {
  const [country = null, state = null] = where.split('/');
  add(name, { kind: 'city', city: name, country, state });
}
const cities = cityMapping.filter(({ pop, city_ascii }) => pop >= 20_000 && city_ascii.length > 3).sort((a, b) => b.pop - a.pop);
for (const { city, city_ascii, iso2, province, pop } of cities) {
  const place: KnownPlace = { kind: 'city', city, country: iso2, state: foldPlace(province ?? ''), people: pop };
  add(city, place);
  if (foldPlace(city_ascii) !== foldPlace(city)) add(city_ascii, place);
}
for (const [code, { name, native }] of Object.entries(countries)) {
  const place: KnownPlace = { kind: 'country', city: null, country: code, state: null };
  add(name, place);
  if (/^\p{Script=Latin}/u.test(native) && foldPlace(native) !== foldPlace(name)) add(native, place);
}
// Names of several words are hyphenated in the lists; a name is found with spaces as well.
for (const [city, country, names] of CITIES_ABROAD)
  for (const name of names.split(' ')) if (!byName.has(foldPlace(name))) add(name, { kind: 'city', city, country, state: null });
for (const [country, names] of Object.entries(COUNTRIES_ABROAD))
  for (const name of names.split(' '))
    if (!byName.has(foldPlace(name))) add(name, { kind: 'country', city: null, country, state: null });
for (const [name, code] of Object.entries(COUNTRY_NAMES)) add(name, { kind: 'country', city: null, country: code, state: null });
for (const name of Object.values(STATES)) add(name, { kind: 'state', city: null, country: 'US', state: foldPlace(name) });
for (const [name, country] of Object.entries(PROVINCES))
  if (name.length > 3) add(name, { kind: 'state', city: null, country, state: foldPlace(name) });
for (const name of CONTINENTS) add(name, { kind: 'continent', city: null, country: null, state: null });

/** What a name can mean, the likeliest first; codes ("NL", "CA") only in capitals. */
export function placesNamed(name: string): readonly KnownPlace[] {
  const trimmed = name.trim();
  if (/^[A-Z]{2,3}$/.test(trimmed)) {
    const state = STATES[trimmed];
    const found = [...(byName.get(foldPlace(trimmed)) ?? [])];
    if (state) found.push({ kind: 'state', city: null, country: 'US', state: foldPlace(state) });
    else if (PROVINCES[trimmed]) found.push({ kind: 'state', city: null, country: PROVINCES[trimmed] ?? null, state: null });
    if (Object.hasOwn(countries, trimmed)) found.push({ kind: 'country', city: null, country: trimmed, state: null });
    return found;
  }
  return /^\p{Lu}|^\p{Script=Han}/u.test(trimmed) ? (byName.get(foldPlace(trimmed)) ?? []) : [];
}
