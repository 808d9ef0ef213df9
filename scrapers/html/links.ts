/** Links of a page, absolute. */
/** A page as far as links go: what they are relative to, null where nobody knows. */
export interface LinkBase {
  readonly base: string | null;
}

/** A link as an absolute http address; null for fragments, scripts, mail and what is no address. */
export function absoluteUrl(page: LinkBase, href: string | null | undefined): string | null {
  const link = href?.trim() ?? '';
  if (link === '' || link.startsWith('#') || link.length > 2000) return null;
  const url = resolveUrl(link, page.base);
  return url !== null && /^https?:/.test(url) ? url : null;
}

/** An address that may be relative, by its base; null where the two make none. */
export function resolveUrl(link: string, base: string | null): string | null {
  const against = base ?? undefined;
  return URL.canParse(link, against) ? new URL(link, against).href : null;
}
