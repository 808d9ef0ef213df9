/** Sizes that an API writes as text with a unit behind the figure ("256MB", "1.5 TB"). */
import { z } from 'zod';
import type { Size, SizeUnit } from '../../domain/listing.ts';

const SIZE_TEXT = /^\s*(\d{1,12}(?:\.\d{1,6})?)\s*([KMGT])I?B\s*$/i;

/** A field with such a text; any other text is an entry that cannot be read. */
export const sizeText = z.string().regex(SIZE_TEXT);

/** As the seller advertises disks and transfer: "10GB" is 10 GB. */
export const advertised = (text: string): Size | undefined => sizeIn(text, { K: undefined, M: 'MB', G: 'GB', T: 'TB' });

/** As sellers write memory: "256MB" means 256 MiB. */
export const memory = (text: string): Size | undefined => sizeIn(text, { K: 'KiB', M: 'MiB', G: 'GiB', T: 'TiB' });

function sizeIn(text: string, units: Readonly<Record<'K' | 'M' | 'G' | 'T', SizeUnit | undefined>>): Size | undefined {
  const [, amount, letter] = SIZE_TEXT.exec(text) ?? [];
  const unit = z.enum(['K', 'M', 'G', 'T']).safeParse(letter?.toUpperCase()).data;
  const written = unit && units[unit];
  return amount !== undefined && written ? { amount: Number(amount), unit: written } : undefined;
}
