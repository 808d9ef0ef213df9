/** Mail addresses: one spelling of each. */
import { z } from 'zod';

const email = z.email().max(254);

/** The address in lower case; null: it is none. Line breaks and lists are none. */
export function readAddress(text: string): string | null {
  const read = email.safeParse(text.trim());
  return read.success ? read.data.toLowerCase() : null;
}

/** A text in which no address is left: for logs and errors of mail servers, which like to repeat them. */
export function withoutAddresses(text: string): string {
  return text.slice(0, 500).replace(/[^\s<>@"']{1,128}@[^\s<>@"']{1,128}/g, '<address>');
}
