/** Addresses of results in Geekbench's browser. */

const RESULT =
  /https?:\/\/(?:www\.)?browser\.(?:geekbench|primatelabs)\.com\/(?:v(\d{1,2})\/(?:cpu|compute)\/)?(\d{1,12}|geekbench\d\/\d{1,12})/i;

/** The address of a result that stands in a text, without the key that claims it; null: none. */
export function geekbenchUrl(text: string | null | undefined): string | null {
  return RESULT.exec(text?.slice(0, 2000) ?? '')?.[0] ?? null;
}

/** Every address of a result in a text, each once, in their order; at most 50. */
export function geekbenchUrls(text: string): string[] {
  const found = text.match(new RegExp(RESULT.source, 'gi')) ?? [];
  return [...new Set(found)].slice(0, 50);
}

/** The version of Geekbench that an address names; results of version 5 had addresses without one, once. */
export function versionOfUrl(url: string | null): number | null {
  const version = RESULT.exec(url ?? '')?.[1];
  return version === undefined ? null : Number(version);
}
