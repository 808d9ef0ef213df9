/** HTML to a document, within limits: what no real plan page comes near is refused with a code, before it costs a second. */
import { type CheerioAPI, load } from 'cheerio';
import { BudgetOverrun, boundedAdapter, type Overrun, type TreeBudget } from './bounded-adapter.ts';
import { hasCrowdedTag } from './crowded-tag.ts';
import { resolveUrl } from './links.ts';
import { type PageStyles, stylesOf } from './styles.ts';

/** Characters of a page that are read at most. */
export const MOST_CHARACTERS = 4_000_000;

/** Browsers nest 512 deep; the largest plan lists have some ten thousand elements. */
const BUDGET: TreeBudget = { depth: 512, elements: 60_000, moves: 20_000_000 };

/** A page that was loaded. */
export interface LoadedPage {
  readonly $: CheerioAPI;
  /** What its links are relative to; null where nobody said where the page comes from. */
  readonly base: string | null;
  /** BCP 47 language that the page names; null where it names none. */
  readonly lang: string | null;
  /** What the page's own style sheets hide and strike out. */
  readonly styles: PageStyles;
}

/** Why a page was not loaded. */
export type PageRefusalCode = 'too-large' | 'too-many-attributes' | Overrun;

/** A page that was not loaded, with a sentence for people. */
export interface PageRefusal {
  readonly code: PageRefusalCode;
  readonly message: string;
}

const REASONS: Readonly<Record<PageRefusalCode, string>> = {
  'too-large': `more than ${MOST_CHARACTERS} characters`,
  'too-many-attributes': 'a tag with more than two hundred attributes',
  'too-deep': `elements nested more than ${BUDGET.depth} deep`,
  'too-many-elements': `more than ${BUDGET.elements} elements`,
  'too-misplaced': 'more misplaced elements than a page has',
};

/** Loads a page. `url`: where it comes from, for its links. */
export function loadPage(
  html: string,
  url: string | null = null,
): { readonly ok: true; readonly page: LoadedPage } | { readonly ok: false; readonly refusal: PageRefusal } {
  const refuse = (code: PageRefusalCode) => ({ ok: false as const, refusal: { code, message: REASONS[code] } });
  if (html.length > MOST_CHARACTERS) return refuse('too-large');
  if (hasCrowdedTag(html)) return refuse('too-many-attributes');
  try {
    const $ = load(html, { treeAdapter: boundedAdapter(BUDGET) });
    return { ok: true, page: { $, base: baseOf($, url), lang: langOf($), styles: stylesOf($) } };
  } catch (error) {
    if (error instanceof BudgetOverrun) return refuse(error.overrun);
    throw error;
  }
}

function baseOf($: CheerioAPI, url: string | null): string | null {
  const base = $('base[href]').first().attr('href')?.trim();
  if (base === undefined || base === '') return url;
  return resolveUrl(base, url) ?? url;
}

function langOf($: CheerioAPI): string | null {
  const named = $('html').attr('lang') ?? $('meta[http-equiv="content-language" i]').attr('content') ?? '';
  const lang = named.trim().replace('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(lang) ? lang : null;
}
