/** Pages for the tests of single readers. */
import type { Page } from '../../scrapers/contract.ts';

/** A page of a role with a body. */
export const page = (role: string, body: unknown, number = 1): Page => ({
  role,
  place: null,
  number,
  url: 'https://example.com',
  headers: {},
  body: JSON.stringify(body),
});
