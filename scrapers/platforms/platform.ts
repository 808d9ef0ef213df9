/** Shop software that many providers use: one reader reads all of their carts. Pure: a loaded page in, plans in its own words out. */
import type { Finding, Rejection } from '../../domain/listing.ts';
import type { LoadedPage } from '../html/load-page.ts';
import type { PlanUnit, UnitContext } from '../plan-unit.ts';

/** What a page shows: its plans, and what holds for all of them. */
export interface PageUnits extends Pick<UnitContext, 'shared' | 'currency' | 'lang'> {
  readonly units: readonly PlanUnit[];
  /** Plans that could not even be made a unit, with the words that were not understood. */
  readonly rejections: readonly Rejection[];
  readonly findings: readonly Finding[];
}

/** Another product group of the same shop. */
export interface GroupLink {
  /** The shop's own id of the group: a number, or the slug in its address. */
  readonly key: string;
  readonly name: string;
  readonly url: string;
}

/** A shop software. */
export interface Platform {
  /** Kebab-case, what `--platform` takes. */
  readonly id: string;
  /** For people. */
  readonly title: string;
  readonly reads?: 'markup';
  /** Whether a page is this platform's, by marks that its templates leave. */
  recognise(page: LoadedPage): boolean;
  /** `currency`: ISO 4217 by the source's conventions, for figures without a sign on pages without a chooser. */
  read(page: LoadedPage, currency?: string | null): PageUnits;
  /** The product groups that a page links to, its own among them. */
  groups?(page: LoadedPage): readonly GroupLink[];
}
