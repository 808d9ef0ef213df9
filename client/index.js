// Plain JavaScript, with its types beside it: who uses the client has no TypeScript runtime, and the project no build.
import createFetchClient from 'openapi-fetch';

export function createClient({ baseUrl, ...options }) {
  return createFetchClient({
    baseUrl,
    // Lists are separated by commas.
    querySerializer: { array: { style: 'form', explode: false } },
    ...options,
  });
}
