/** Why one row is near another, in words. */
import { writeGb, writeMemory } from '../filter/sizes.ts';
import type { Distances, Traits } from './traits.ts';

/** One phrase a trait, in the order of their weights; traits known of neither are left out. */
export function whyOf(to: Traits, other: Traits, distances: Distances): string[] {
  const phrases = [
    priceWords(to, other, distances.price),
    sizeWords('memory', to.memoryMib, other.memoryMib, writeMemory),
    sizeWords('vCPUs', to.vcpu, other.vcpu, String),
    kindWords('technology', to.technology, other.technology),
    kindWords('resource model', to.resourceModel, other.resourceModel),
    sizeWords('storage', to.storageGb, other.storageGb, writeGb),
    placeWords(to, other),
  ];
  return phrases.filter((phrase) => phrase !== null);
}

function priceWords(to: Traits, other: Traits, distance: number | null): string | null {
  if (to.priceEuroMicros === null || other.priceEuroMicros === null) return 'price: not comparable';
  if (distance === 0) return 'price: the same';
  const [a, b] = [Number(to.priceEuroMicros), Number(other.priceEuroMicros)];
  if (a === 0) return 'price: more than nothing';
  const percent = Math.round((Math.abs(b - a) * 100) / a);
  return percent === 0 ? 'price: nearly the same' : `price: ${percent} % ${b < a ? 'lower' : 'higher'}`;
}

function sizeWords(name: string, to: number | null, other: number | null, write: (size: number) => string): string | null {
  if (to === null && other === null) return null;
  if (other === null) return `${name}: not known`;
  if (to === null) return `${name}: ${write(other)}`;
  return to === other ? `${name}: the same, ${write(to)}` : `${name}: ${write(other)} against ${write(to)}`;
}

function kindWords(name: string, to: string | null, other: string | null): string | null {
  if (to === null && other === null) return null;
  if (other === null) return `${name}: not known`;
  if (to === null) return `${name}: ${other}`;
  return to === other ? `${name}: the same, ${to}` : `${name}: ${other} instead of ${to}`;
}

function placeWords(to: Traits, other: Traits): string | null {
  const shared = (own: readonly string[], others: readonly string[]) => own.filter((one) => others.includes(one));
  const countries = shared(to.countries, other.countries);
  if (countries.length > 0) return `place: also in ${countries.join(', ')}`;
  const regions = shared(to.regions, other.regions);
  if (regions.length > 0) return `place: also in ${regions.join(', ')}`;
  if (other.countries.length === 0) return 'place: not known';
  return `place: ${other.countries.join(', ')}`;
}
