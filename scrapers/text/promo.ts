/** Coupon codes as written. */

const CODE = String.raw`(?<code>[\p{L}\p{N}][\p{L}\p{N}._%@-]{2,39})`;
const INTRODUCED = new RegExp(
  String.raw`\b(?:(?:(?:promo(?:tion(?:al)?)?|coupon|discount|voucher|gutschein|rabatt|cup[oó]n)[\s-]?(?:codes?)?|offer codes?)|codes?|gutscheincode|rabattcode|code promo|c[oó]digo)\b\s*(?:is\s|:|=|-|–|→)?\s*[\u0060"'“”«*]{0,3}${CODE}`,
  'giu',
);
const MARKED = /`([A-Za-z0-9][A-Za-z0-9._%-]{2,39})`/g;
const NO_CODE = /\b(?:no|without|kein\w*|ohne|sans|sin)\s+(?:promo|coupon|discount|voucher|code)/i;
/** Words that follow "code" without being one. */
const NOT_A_CODE =
  /^(?:for|at|the|and|below|here|needed|required|is|are|to|on|off|with|during|when|will|can|code|codes|used|use|using|auto\w*|applied|applies|valid|available|expires?|your|this|that|get|gives?|only|recurring|price\w*|prices|discount\w*|save|from|first|please|in|of|or|by|before|after|sale|deal|deals|offers?|special|checkout|included|already|not|see|order|link|now|any|all|more|per|codes?|coupons?|plans?|promo\w*)$/i;

/** The code that a line names; null where it names none. */
export function promoCodeIn(line: string): string | null {
  if (NO_CODE.test(line)) return null;
  for (const match of line.matchAll(INTRODUCED)) {
    const code = match.groups?.code?.replace(/[.,;:]+$/, '');
    if (code !== undefined && isCode(code)) return code;
  }
  const given = new RegExp(String.raw`\b(?:with|using|use|apply)\s+${CODE}\s+(?:coupon|code|promo)\b`, 'iu').exec(line)?.groups
    ?.code;
  // "with LET promo" names the place, not a code.
  if (given !== undefined && isCode(given) && (given.length > 4 || /\d/.test(given))) return given;
  // "first month with ROUNDUP70LET (70% off)".
  const spelt = /\bwith\s+(?!RAID|DDR|EPYC|RYZEN|XEON|IPV|NVME)([A-Z][A-Z0-9]{5,24})(?![\p{L}\d-])/u.exec(line)?.[1];
  if (spelt !== undefined && /\d/.test(spelt) && /\d\s?%|[$€£]\s?\d/.test(line)) return spelt;
  // A list of codes: "AprilSales – 25% off Monthly".
  const listed = /^[\s\u0060]*([A-Za-z0-9][A-Za-z0-9._-]{3,30})[\s\u0060]*[–—:=-]\s*\d{1,2}\s?%\s*(?:off|rabatt|discount)/i.exec(
    line,
  )?.[1];
  if (listed !== undefined && isCode(listed)) return listed;
  if (!/\b(?:off|code|coupon|discount|promo|with|rabatt)\b/i.test(line)) return null;
  for (const [, code] of line.matchAll(MARKED)) if (code !== undefined && isCode(code) && /[A-Z0-9]/.test(code)) return code;
  return null;
}

/** A code has a capital or a figure in it, and is no word of the sentence, no price and no percentage. */
function isCode(code: string): boolean {
  if (NOT_A_CODE.test(code) || /^\d+%$/.test(code) || /^\d{1,2}$/.test(code)) return false;
  return /[A-Z]{2}|\d|[a-z][A-Z]/.test(code) || /^[a-z]+[_-][a-z0-9_-]+$/.test(code);
}
