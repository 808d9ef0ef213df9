/** Places in titles and names: "EPYC VPS - Netherlands", "Texas USA (Houston, Texas KVM VPS Deals)", "Los Angeles-1". */
import { placesNamed } from './gazetteer.ts';
import { barePlaces, type WrittenPlace } from './locations.ts';

/** Names of chips and things that are also towns. */
const NOT_MEANT = new Set(
  'genoa milan rome naples turin bergamo siena mobile orange enterprise garden bend highland reading bath nice best most split male sandy gold silver premium special standard core cloud storage basic budget pro'.split(
    ' ',
  ),
);
const WORDS_OF_SALE =
  /\b(?:kvm|openvz|ovz|lxc|xen|vmware|vps|vds|vserver|deals?|offers?|plans?|servers?|special|sale|series|nodes?|locations?|only)\b.*$/i;

/** The places that a title names; null where it names none for sure. */
export function placesInTitle(title: string): readonly WrittenPlace[] | null {
  // Test addresses with their places are no title.
  if (/(?:\d{1,3}\.){3}\d/.test(title)) return null;
  if (title.length > 160 || /\b(?:other|more|additional|further)\s+locations?\b/i.test(title)) return null;
  const bracket = /\(([^()]{2,80})\)/.exec(title)?.[1];
  if (bracket !== undefined) {
    const inside = bracket
      .replace(WORDS_OF_SALE, '')
      .replace(/\b(?:available in)\b[\s:-]*/i, '')
      .trim();
    // "Bucharest (RO)": the brackets say where the place before them lies.
    const before = /(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+)?)\s?\([^()]{2,40}\)/u.exec(title)?.[0];
    const both = before === undefined ? null : barePlaces(before);
    if (both?.length === 1 && both[0]?.known?.kind === 'city' && placesNamed(inside)[0]?.kind === 'country') return both;
    const places = inside === '' ? null : (barePlaces(inside) ?? barePlaces(bracket.replace(/^.*\bin\b[\s:-]*/i, '')));
    if (places?.every(isMeant)) return places;
  }
  const parts = title.split(/\s+[-–—]+\s+|\s*[|:★•()]+\s*/);
  for (const part of parts) {
    const places = part.length < 3 ? null : barePlaces(part);
    if (places?.every(isMeant)) return places;
  }
  for (const part of [title, ...parts]) {
    const place = leadingPlace(part);
    if (place) return [place];
  }
  return null;
}

/** The city (in a very short one, or the country) at the end of a headline about servers ("KVM vServer Frankfurt"); null for any other line. */
export function placeAtEnd(title: string): readonly WrittenPlace[] | null {
  const words = title.trim().split(/\s+/);
  if (words.length < 2 || words.length > 8 || !WORDS_OF_SALE.test(title)) return null;
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const place = certainPlace(words.slice(-count).join(' '));
    if (place?.known?.kind === 'city' || (place?.known?.kind === 'country' && words.length <= 3)) return [place];
  }
  return null;
}

function leadingPlace(title: string): WrittenPlace | null {
  const words = title.replace(/^[^\p{L}]+/u, '').split(/[\s/]+/);
  for (let count = Math.min(3, words.length); count > 0; count -= 1) {
    const place = certainPlace(
      words
        .slice(0, count)
        .join(' ')
        .replace(/[-–,:]+[\p{L}\d]*$/u, ''),
    );
    if (place) return place;
  }
  return null;
}

function certainPlace(written: string): WrittenPlace | null {
  if (written.length < 4 || !/^\p{Lu}\p{L}+/u.test(written)) return null;
  const [known] = placesNamed(written);
  const place = known ? { name: written, known } : null;
  return place && isMeant(place) && known?.kind !== 'continent' ? place : null;
}

/** Whether a name that is a place is likely meant as one. */
export const isMeant = ({ name, known }: WrittenPlace): boolean =>
  !NOT_MEANT.has(name.toLowerCase()) && known?.kind !== 'continent' && (known?.people ?? LARGE) >= LARGE;

/** Smaller towns have names that are words as well; they count where a label or a comma says that a place is meant. */
const LARGE = 300_000;
