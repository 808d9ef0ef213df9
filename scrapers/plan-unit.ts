/**
 * A plan as a page, a cart or a post shows it, before its words are read: the structure says which words belong together, the
 * text reader says what they mean. Readers of pages and shop platforms make units; `readUnit` (`scrapers/text/`) reads them.
 */

/** The words of one price, whole, as a person sees them ("€4.99 / month", "$15 first year, then $30"); struck-out ones left out. */
export interface PriceWords {
  readonly text: string;
  /** The term that the page's structure gives (a "Monthly" tab, a billing cycle's column); absent where only the words can say it. */
  readonly per?: { readonly hours: 1 } | { readonly months: number };
  /** Months that are paid at once where the words name the amount of one of them ("€3.99 / month, billed annually": 12). */
  readonly times?: number;
  /** Words of the set-up fee that stands beside it. */
  readonly setupFee?: string;
}

/** One plan in the page's own words. */
export interface PlanUnit {
  /** The shop's own id of the plan (a product id, a slug in its order link); null where none is shown. */
  readonly key: string | null;
  readonly name: string | null;
  /** Where to order it, absolute. */
  readonly url: string | null;
  /** Words about the plan, a fact or a sentence a line; "label: value" where the structure pairs them. */
  readonly lines: readonly string[];
  /** Prices that the structure points out. Empty: they stand in the lines, if anywhere. */
  readonly prices: readonly PriceWords[];
  /** Words about stock that the structure points out ("20 Available", "Out of stock"). */
  readonly stock: string | null;
}

/** What holds for all units of a page. */
export interface UnitContext {
  /** Key of the page, for provenance. */
  readonly page: string;
  /** Words around the units that hold for every one of them: headings above, notes below, in order. */
  readonly shared: readonly string[];
  /** The shared words stand in the order of nearness to the plan: where two lines differ, the first holds. */
  readonly nearestFirst?: boolean;
  /** ISO 4217, where the page's own machinery or the source's conventions say it; null: only the words can. */
  readonly currency: string | null;
  /** BCP 47 language of the page where it says one. */
  readonly lang: string | null;
}
