/** Where the benchmark's providers sell: cities with how often a provider is there. */
import type { Random } from '../random.ts';

/** A city. */
export interface City {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

const CITIES: readonly (readonly [City, number])[] = (
  [
    ['Frankfurt DE 9', 'Nuremberg DE 4', 'Falkenstein DE 3', 'Berlin DE 2', 'Amsterdam NL 9', 'Rotterdam NL 2', 'London GB 8'],
    ['Coventry GB 1', 'Paris FR 6', 'Roubaix FR 3', 'Strasbourg FR 2', 'New York US 8', 'Los Angeles US 8', 'Dallas US 7'],
    [
      'Chicago US 5',
      'Seattle US 4',
      'Miami US 4',
      'Atlanta US 4',
      'Ashburn US 4',
      'San Jose US 4',
      'Buffalo US 2',
      'Phoenix US 2',
    ],
    [
      'Toronto CA 4',
      'Montreal CA 3',
      'Singapore SG 7',
      'Tokyo JP 5',
      'Osaka JP 1',
      'Hong Kong HK 3',
      'Seoul KR 2',
      'Sydney AU 4',
    ],
    [
      'Melbourne AU 1',
      'Mumbai IN 3',
      'Bangalore IN 2',
      'Warsaw PL 3',
      'Stockholm SE 2',
      'Helsinki FI 3',
      'Oslo NO 1',
      'Madrid ES 2',
    ],
    ['Milan IT 2', 'Zurich CH 2', 'Vienna AT 2', 'Prague CZ 2', 'Bucharest RO 2', 'Sofia BG 1', 'Vilnius LT 2', 'Riga LV 1'],
    ['Johannesburg ZA 1', 'Sao Paulo BR 3', 'Santiago CL 1', 'Mexico City MX 1', 'Tel Aviv IL 1', 'Istanbul TR 1', 'Moscow RU 2'],
  ] as const
)
  .flat()
  .map((text) => {
    const [, name = '', country = '', weight] = /^(.+) ([A-Z]{2}) (\d+)$/.exec(text) ?? [];
    return [{ name, country }, Number(weight)] as const;
  });

/** That many different cities, or all there are. */
export function someCities(count: number, random: Random): readonly City[] {
  const left = [...CITIES];
  const found: City[] = [];
  while (found.length < count && left.length > 0) {
    const city = random.weighted(left);
    found.push(city);
    left.splice(
      left.findIndex(([one]) => one === city),
      1,
    );
  }
  return found;
}
