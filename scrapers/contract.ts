/**
 * The adapter contract: an adapter says where to look and reads what it is given. It never fetches, sleeps, retries,
 * converts units, parses prices, knows the database or looks at the clock. `docs/adding-a-source.md` walks through one.
 */
import type { Finding, ListedLocation, Listing, Rejection } from '../domain/listing.ts';

/** What kind of place a source is. */
export type SourceKind = 'provider-api' | 'cart' | 'page' | 'feed' | 'post';

/** Where the address of a source is known from: no source is registered on hearsay. */
export interface SourceEvidence {
  /** Public page or file that names the address, or that holds a recording of what it answered. */
  readonly url: string;
  /** What stands there, in a few words. */
  readonly said: string;
  /** ISO date on which we read it there. */
  readonly seen: string;
}

/** Facts about a source that everything else works from. */
export interface SourceManifest {
  /** Kebab-case, the name of the adapter's file. */
  readonly sourceId: string;
  /** Provider in `db/catalog/providers/`. */
  readonly providerId: string;
  readonly kind: SourceKind;
  /** One line for people. */
  readonly title: string;
  /** Page for people that documents the source. */
  readonly documentation: string;
  /** The only hosts that it may be fetched from. */
  readonly hosts: readonly string[];
  readonly cadence: 'hourly' | 'daily' | 'weekly';
  /** Name of the environment variable with a credential, where the source needs one; null: public. */
  readonly credential: string | null;
  /** `browser`: its pages are filled in by scripts and are read as a browser shows them. `hosts` then names those of their scripts and data too. */
  readonly rendering?: 'browser';
  readonly evidence: SourceEvidence;
  /** ISO date of the newest recording of its pages that this adapter reads; null: none is known, and an operator has to switch it on. */
  readonly verified: string | null;
  /** Why it is no longer read live, where only its recordings are; absent: it is. */
  readonly retired?: string;
  /** What holds for all of its pages unless a page says otherwise. */
  readonly conventions: {
    /** ISO 4217, of prices that name no currency. */
    readonly currency: string;
    /** Whether listed prices contain tax; null: the source does not say. */
    readonly taxIncluded: boolean | null;
    /** Hours that a month costs at most where prices are quoted by the hour; absent: no such cap. */
    readonly hoursPerMonth?: number;
  };
  /** Raised with every change of the reader's results, so that unchanged pages are read again. */
  readonly readerVersion: number;
  /** Pages of the source: role name → what it holds. `perPlace`: one page for each place. `main`: without it nothing can be read. */
  readonly roles: Readonly<Record<string, { readonly holds: string; readonly perPlace: boolean; readonly main: boolean }>>;
}

/** A page to get. */
export interface PageRequest {
  readonly role: string;
  /** Place of a role that exists once a place ("fr-par-1"). */
  readonly place?: string;
  readonly url: string;
  /** 1 for the first page of a role (and place). */
  readonly number: number;
}

/** A page as received, stored before anything reads it. */
export interface Page {
  readonly role: string;
  readonly place: string | null;
  readonly number: number;
  /** Where it came from; the documented address where a file was given. */
  readonly url: string;
  /** Lower-case names; empty for files. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the pages of one run said. */
export interface Extraction {
  readonly listings: readonly Listing[];
  readonly locations: readonly ListedLocation[];
  /** Plans that could not even be listed. */
  readonly rejections: readonly Rejection[];
  readonly findings: readonly Finding[];
  /** True when, by their own counts, the pages held every plan of the places in `covers`. Only complete runs withdraw offers. */
  readonly complete: boolean;
  /** Location keys that a complete extraction speaks for; null: everywhere. Offers elsewhere were not looked for. */
  readonly covers: readonly string[] | null;
  /** Posts of a feed that a complete extraction speaks for, by the part of their plans' identities before "+"; absent: no feed. */
  readonly posts?: readonly string[];
}

/** Code that reads one source. Pure: stored pages can be read again. */
export interface SourceAdapter {
  readonly manifest: SourceManifest;
  /** Where to begin. */
  start(): readonly PageRequest[];
  /** Where to go on after a page (the next page of a list); empty at the end. */
  next(page: Page): readonly PageRequest[];
  /** All pages of a run in, what they said out. */
  extract(pages: readonly Page[]): Extraction;
}

/** Key of a page within its run ("types", "servers@fr-par-1", "servers@fr-par-1.2"): what provenance points at. */
export function pageKey(page: Pick<Page, 'role' | 'place' | 'number'>): string {
  const place = page.place === null ? '' : `@${page.place}`;
  return `${page.role}${place}${page.number > 1 ? `.${page.number}` : ''}`;
}

/** Documented address of a page: of its role (and place) where the source begins there, else of its documentation. */
export function addressOf(adapter: SourceAdapter, role: string, place: string | null): string {
  const request = adapter.start().find((one) => one.role === role && (one.place ?? null) === place);
  return request?.url ?? adapter.manifest.documentation;
}
