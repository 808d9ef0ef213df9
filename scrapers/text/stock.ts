/** Words about stock. An order button says nothing, a limited time says nothing, uses of a coupon are no stock. */
import type { AvailabilityState } from '../../domain/offer.ts';

/** A state with a count where one is stated. */
export interface Stock {
  readonly state: AvailabilityState;
  readonly quantity: number | null;
}

const SOLD_OUT =
  /(?<![\p{L}\p{N}])(?:sold[\s-]?out|out[\s-]of[\s-]stock|oos|no longer available|currently unavailable|ausverkauft|nicht (?:verfügbar|lieferbar)|vergriffen|rupture de stock|épuisé|indisponible|agotad[oa]|sin existencias|uitverkocht|esaurit[oai]|esgotad[oa]|wyprzedan[ey]|vyprod[aá]no|vypredan[eé]|slutsåld|udsolgt|utsolgt|loppuunmyyty|tükendi|stokta yok|elfogyott|niedostępn[ye]|brak w magazynie|niet leverbaar|non disponibile|indisponível)(?![\p{L}\p{N}])|\b0\s+(?:available|in stock|left|verfügbar)(?![\p{L}\p{N}])|\b(?:stock|available|verfügbar)\s*:\s*0\b|售罄|缺货|无货|補貨中|売り切れ|完売|在庫切れ|нет в наличии|распродан\p{L}{0,2}|немає в наявності/iu;
const COUNTED =
  /\b(?:only\s+|just\s+|nur\s+(?:noch\s+)?|noch\s+|plus que\s+|solo\s+(?:quedan\s+)?)?(\d{1,6})\s*(?:x\s+|pcs\s+|units?\s+|servers?\s+|vps\s+|slots?\s+|stück\s+|spots?\s+)?(?:(?:in\s+)?stock|available|left|remaining|verfügbar|auf lager|übrig|en stock|disponibles?|restants?|only\b)|\b(?:stock|qty|quantity|bestand)(?:\s+(?:quantity|count|left|available))?\s*[:=]\s*(\d{1,6})(?![\p{L}\p{N}])|\b(?:nur noch|noch|last|letzte)\s+(\d{1,6})\s+(?:st(?:ü|ue)ck|pieces|left)(?!\p{L})|\b(?:only|limit\w{0,6} to|nur)\s+(\d{1,6})\s+(?:units?|servers?|vps|slots?|pieces|pcs|stück|spots?|of these)(?![\p{L}\p{N}])|剩余\s*(\d{1,6})/iu;
const LIMITED =
  /\b(?:(?:very\s+)?limited\s+(?:stocks?|quantit(?:y|ies)|availability|supply|supplies|slots?|units?|amounts?|numbers?)|(?:quantit(?:y|ies)|stocks?|suppl(?:y|ies)|availability|slots)\s+(?:is|are|very)?\s*limited|stock[\s-]limited|while\s+(?:stocks?|supplies|quantities)\s+lasts?|low stock|stocks? (?:is |are )?running (?:low|out)|few (?:left|remaining)|almost (?:gone|sold out)|limitierte?\s+(?:stückzahl|anzahl|verfügbarkeit|menge)|begrenzte?\s+(?:stückzahl|anzahl|verfügbarkeit)|solange (?:der )?vorrat|stock limité|quantités? limitées?|stock limitado|unidades limitadas|existencias limitadas)(?![\p{L}\p{N}])|限量/iu;
const PRE_ORDER = /\b(?:pre[\s-]?orders?|pre[\s-]?sale|vorbestell\w*|précommande|preventa)(?![\p{L}\p{N}])|预售/iu;
const IN_STOCK =
  /\b(?:in stock|auf lager|sofort (?:verfügbar|lieferbar)|en stock|disponible inmediatamente)(?![\p{L}\p{N}])|有货/iu;
const NOT_STOCK =
  /\b(?:once|until|till|when|if|before|unless|bis)\b[^.]{0,24}\b(?:sold[\s-]?out|out of stock|ausverkauft)|\b(?:max(?:imum)?\s+uses?|uses?\s+(?:left|only)|coupon|promo code|after the first|giveaway|restock)/i;

/** What a text says about stock; null: nothing. */
export function stockIn(text: string): Stock | null {
  if (NOT_STOCK.test(text)) return null;
  if (SOLD_OUT.test(text)) return { state: 'sold-out', quantity: null };
  const counted = COUNTED.exec(text);
  const count = counted?.slice(1).find((figure) => figure !== undefined);
  if (counted && count !== undefined && !/\bip(?:v[46])?\b|core|location|gb\b/i.test(counted[0])) {
    return Number(count) === 0 ? { state: 'sold-out', quantity: 0 } : { state: 'limited', quantity: Number(count) };
  }
  if (LIMITED.test(text)) return { state: 'limited', quantity: null };
  if (PRE_ORDER.test(text)) return { state: 'pre-order', quantity: null };
  return IN_STOCK.test(text) && !/\bwhen\b|\bif\b|\bback in stock\b/i.test(text) ? { state: 'in-stock', quantity: null } : null;
}

const POINTED_OUT =
  /\b(?:not available|unavailable|order button disabled|disabled|non disponibile|niet beschikbaar|niedostępn\w*|indisponível|stokta yok|tükendi)\b|нет в наличии|недоступ|已售|無貨|无货/iu;

/** What a page's own stock mark says: such a mark is about stock, so a bare count ("20 Mevcut", "[ 3 disponibili ]") is one. */
export function pointedStockIn(text: string): Stock | null {
  if (POINTED_OUT.test(text)) return { state: 'sold-out', quantity: null };
  const known = stockIn(text);
  if (known !== null) return known;
  const count = /^[[(\s]{0,5}(\d{1,6})\s{0,3}\p{L}{2,20}(?:\s\p{L}{2,20})?[)\]\s]{0,5}$/u.exec(text)?.[1];
  if (count === undefined) return null;
  return Number(count) === 0 ? { state: 'sold-out', quantity: 0 } : { state: 'limited', quantity: Number(count) };
}
