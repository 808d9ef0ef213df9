/** One plan of a grid as a unit: each cell's value said together with what labels it. */
import { TORN_DIGITS } from '../html/line-writer.ts';
import type { LoadedPage } from '../html/load-page.ts';
import type { PriceWords } from '../plan-unit.ts';
import { CURRENCY } from '../text/currencies.ts';
import { NUMBER } from '../text/numbers.ts';
import { priceMentions } from '../text/price-mentions.ts';
import type { FoundUnit } from './build-unit.ts';
import { choicePrices } from './choice-prices.ts';
import type { Cell } from './grid.ts';
import { labelOf, type PlanGrid } from './grid-roles.ts';
import { orderLinkOf } from './order-link.ts';
import type { PageLine } from './page-text.ts';
import { isName, nameLineOf, withoutBadge } from './plan-name.ts';
import { withScriptPrices } from './script-prices.ts';
import { countKinds, isSpec, KIND, kindsIn, type LabelKind, labelKindOf } from './spec-kinds.ts';
import { termOfWords } from './structure-terms.ts';
import { pricesOfLines } from './unit-prices.ts';

const UNIT_WORD = String.raw`(?:[kmgt]i?b(?:ps|it\/s|\/s)?|[mg]bit(?:\/s|s)?|[gm]hz|go|mo|to|gt|гб|тб|мб|[мг]бит\/с)(?:\s?\/\s?(?:mo|month|monat|mois|mes|мес))?`;
const UNIT = new RegExp(`[([]\\s?(${UNIT_WORD})\\s?[)\\]]|(?:(?<!\\p{L})in|,)\\s{1,2}(${UNIT_WORD})(?!\\p{L})`, 'iu');
const SIGN = new RegExp(CURRENCY, 'u');
const BARE = new RegExp(`^(?:ab |from )?(?:${NUMBER})$`, 'u');
const YES = /^(?:yes|ja|oui|s[ií]|да|included?|inklusive|inclus|incluido|✓|✔|✅|☑)\s*(?:✓|✔)?$/iu;
const NO = /^(?:no|nein|non|нет|none|n\/a|keine?|ohne|sans|not included|optional|[-–—✗✘✕×❌·]+)$/iu;

/** Makes a unit of one plan of a grid. */
export function gridUnit(
  grid: PlanGrid,
  plan: PlanGrid['plans'][number],
  page: LoadedPage,
  place: Pick<FoundUnit, 'from' | 'to'>,
): FoundUnit {
  const lines: string[] = [];
  const prices: PriceWords[] = [];
  const setups: string[] = [];
  let torn: string | null = null;
  const nameCell = grid.nameColumn < 0 ? null : (plan.cells[grid.nameColumn] ?? null);
  let name = nameCell ? nameOf(nameCell.lines) : grid.labels.length === 0 ? headlineOf(plan.cells) : null;
  const seen = new Set<Cell>();
  for (const [column, cell] of plan.cells.entries()) {
    if (!cell || seen.has(cell) || cell.text === '') continue;
    seen.add(cell);
    const label = grid.labels[column] ?? null;
    const kind = labelOf(label);
    const isNamed = cell === nameCell;
    const own = isNamed ? cell.lines.filter(({ text }) => text !== name) : cell.lines;
    if (own.length === 0) continue;
    const words = cell.text.replaceAll(TORN_DIGITS, ' ');
    const priced =
      isNamed || kind === 'price' || kind === 'setup' || own.some((line) => line.priced) ? priceIn(own, label, kind) : null;
    torn ??= priced?.torn ?? null;
    if (priced && kind === 'setup') setups.push(...priced.prices.map(({ text }) => text));
    else prices.push(...(priced?.prices ?? []));
    // "Set-up: free".
    if (kind === 'setup' && own.every((line) => !line.priced)) lines.push(...said(label, kind, own, words));
    else if (isNamed || (kind === 'price' && priced !== null) || kind === 'setup') {
      for (const line of own) if (!line.priced) lines.push(line.text);
    } else lines.push(...said(label, kind, own, words));
    if (
      name === null &&
      !isSpec(kind) &&
      kind !== 'price' &&
      (cell.head || lines.length === 1) &&
      own[0] &&
      isName(own[0]) &&
      own[0].kinds === 0 &&
      !own[0].priced &&
      kind === null &&
      label === null
    )
      name = own[0].text;
  }
  const title = name === null ? null : withoutBadge(name);
  const parts = [...seen].map(({ element }) => element);
  const shown = withScriptPrices(parts, page, prices);
  const all = [...shown, ...choicePrices(parts, page, shown)];
  return {
    unit: {
      ...orderLinkOf(parts, page),
      name: title?.name.replaceAll(TORN_DIGITS, ' ') ?? null,
      lines: title?.note ? [...lines, title.note.replaceAll(TORN_DIGITS, ' ')] : lines,
      prices: all.map((price, index) => (index === 0 && setups[0] !== undefined ? { ...price, setupFee: setups[0] } : price)),
      stock: null,
    },
    parts,
    ...place,
    kinds: lines.reduce((bits, line) => bits | kindsIn(line), 0),
    torn,
    near: plan.section === null ? [] : [plan.section],
  };
}

/** A row without labels may say its name in a headline. */
function headlineOf(cells: readonly (Cell | null)[]): string | null {
  const lines = cells.flatMap((cell) => cell?.lines ?? []);
  return lines.find((line) => line.heading > 0 && isName(line) && !line.priced)?.text ?? null;
}

function nameOf(lines: readonly PageLine[]): string | null {
  const at = nameLineOf(lines);
  const line = lines[at] ?? lines.find((one) => isName(one) && !one.priced);
  return line?.text ?? null;
}

/** A cell's facts with their label; the label is left out where the value says the same by itself. */
function said(label: Cell | null, kind: LabelKind | null, own: readonly PageLine[], words: string): string[] {
  if (label === null || label.text === '' || kind === 'order') return own.map(({ text }) => text);
  // A column of whole configurations is labelled anything.
  if (!isSpec(kind) && countKinds(own.reduce((bits, { kinds }) => bits | kinds, 0)) >= 2) return own.map(({ text }) => text);
  const title = label.text
    .replace(UNIT, '')
    .replace(/\s*[:*]\s*$/, '')
    .trim();
  if (NO.test(words)) return kind === 'ip' && !/^(?:optional|[·])/.test(words) ? [`no ${title}`] : [];
  if (YES.test(words)) return [title];
  const pairs = pairsOf(title, words);
  if (pairs) return pairs;
  const unit = UNIT.exec(label.text);
  const value = unit && BARE.test(words) ? `${words} ${unit[1] ?? unit[2] ?? ''}` : words;
  const stated = kindsIn(value);
  if (isSpec(kind) && (stated & KIND[kind]) !== 0 && kind !== 'cpu' && kind !== 'port') return own.map(({ text }) => text);
  return [`${title}: ${value}`];
}

/** "CPU / RAM" over "2 / 4 GB", "IPv4 / IPv6" over "1 / /64": one fact each; null for a label of one thing. */
function pairsOf(title: string, words: string): string[] | null {
  const labels = title.split(/\s?[/&+]\s?/);
  const values = words.split(/\s[/&+|]\s/);
  if (labels.length < 2 || labels.length !== values.length || !labels.every((label) => isSpec(labelKindOf(label)))) return null;
  return labels.map((label, index) => `${label}: ${values[index] ?? ''}`);
}

/** The prices of a cell, with the currency and the term of its label. */
function priceIn(own: readonly PageLine[], label: Cell | null, kind: LabelKind | null) {
  const head = label?.text ?? '';
  const term = termOfWords(head);
  const sign = SIGN.exec(head)?.[0];
  if (kind === 'setup') {
    const text = own.map((line) => line.text).join(' ');
    return { prices: [{ text: `${head.replace(SIGN, '').replace(/[()]/g, '')}: ${signed(text, sign)}` }], torn: null };
  }
  const lines = own.map((line): PageLine => {
    const text = signed(line.text, kind === 'price' ? sign : undefined);
    return text === line.text ? line : { ...line, text, priced: priceMentions(text).length > 0 };
  });
  return pricesOfLines(lines, term);
}

function signed(text: string, sign: string | undefined): string {
  if (sign === undefined || SIGN.test(text)) return text;
  // "3 490" in a column of prices is one figure.
  if (/^\d{1,3}(?:[\u00a0\u202f ]\d{3}){1,2}(?:[.,]\d{1,2})?$/.test(text))
    return `${sign} ${text.replace(/[\u00a0\u202f ]/g, '')}`;
  const figure = new RegExp(NUMBER, 'u').exec(text);
  return figure ? `${text.slice(0, figure.index)}${sign} ${text.slice(figure.index)}` : text;
}
