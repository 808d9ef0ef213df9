/**
 * How an element is seen on a wide screen: by its attributes, by class names that every style framework shares, and by the page's own
 * style sheets.
 */
import type { Element } from 'domhandler';
import type { PageStyles } from './styles.ts';

/**
 * `shown`; `toggled`: in the page but hidden until a person clicks (a tab, a yearly price), or for other screens; `spoken`: for
 * screen readers only; `never`: no content at all.
 */
export type Visibility = 'shown' | 'toggled' | 'spoken' | 'never';

const NO_CONTENT = new Set(
  'head script style template link meta title svg math canvas audio video iframe object embed param source track map datalist'.split(
    ' ',
  ),
);
const SPOKEN =
  /^(?:sr-only|visually-?hidden|screen-reader-text|screen-reader|screenreader|u-hiddenvisually|a11y-hidden|offscreen)$/i;
const HIDDEN_STYLE = /(?:^|;)\s{0,20}(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)\b/i;

/** How an element is seen, apart from what its parents do. */
export function visibilityOf(element: Element, styles: PageStyles): Visibility {
  if (NO_CONTENT.has(element.name)) return 'never';
  const { attribs } = element;
  if (element.name === 'input' && attribs.type === 'hidden') return 'never';
  const classes = classesOf(element);
  if (classes.some((name) => SPOKEN.test(name)) && !classes.includes('not-sr-only')) return 'spoken';
  const hidden =
    attribs.hidden !== undefined ||
    HIDDEN_STYLE.test(attribs.style ?? '') ||
    styles.hidden.has(element) ||
    hiddenByClass(classes) ||
    isClosedPanel(attribs, classes);
  return hidden ? 'toggled' : 'shown';
}

/** Class names of an element. */
export function classesOf(element: Element): readonly string[] {
  const names = element.attribs.class;
  return names === undefined || names === '' ? [] : names.slice(0, 4000).split(/\s+/).filter(Boolean);
}

const SHOWN_DISPLAYS = 'block|flex|grid|inline|inline-block|inline-flex|inline-grid|table|table-cell|table-row|contents';
const TAILWIND_SHOWN = new RegExp(`^(?:sm|md|lg|xl|2xl):(?:${SHOWN_DISPLAYS})$`);
const BOOTSTRAP_SHOWN = new RegExp(`^d-(?:sm|md|lg|xl|xxl)-(?:${SHOWN_DISPLAYS})$`);
const HIDDEN_NAMES = new Set([
  'hidden',
  'd-none',
  'hide',
  'is-hidden',
  'is-hidden-desktop',
  'w-condition-invisible',
  'elementor-hidden-desktop',
]);
/** Hidden from some width on, and what Bootstrap 3 showed on small screens only. */
const HIDDEN_WIDE =
  /^(?:(?:sm|md|lg|xl):hidden|d-(?:sm|md|lg|xl)-none|hidden-(?:md|lg)|visible-(?:xs|sm)(?:-\w+)?|hide-for-(?:medium|large)(?:-up)?|show-for-small(?:-only)?)$/;

function hiddenByClass(classes: readonly string[]): boolean {
  if (classes.some((name) => HIDDEN_WIDE.test(name)))
    return !classes.some((name) => /^(?:xl|2xl):(?!hidden)|^d-xx?l-(?!none)/.test(name));
  if (!classes.some((name) => HIDDEN_NAMES.has(name))) return false;
  return !classes.some((name) => TAILWIND_SHOWN.test(name) || BOOTSTRAP_SHOWN.test(name));
}

/** A tab's panel that is not the open one. */
function isClosedPanel(attribs: Element['attribs'], classes: readonly string[]): boolean {
  const open = classes.some((name) => /^(?:active|show|in|is-active|open|current|selected)$/.test(name));
  if (classes.includes('tab-pane')) return !open;
  return attribs.role === 'tabpanel' && attribs['aria-hidden'] === 'true' && !open;
}

/** Whether an element's content is struck out: an old price. */
export function isStruckOut(element: Element, styles: PageStyles): boolean {
  if (element.name === 'del' || element.name === 's' || element.name === 'strike') return true;
  if (styles.struck.has(element)) return true;
  if (/\bline-through\b/i.test(element.attribs.style ?? '')) return true;
  return classesOf(element).some(
    (name) =>
      /^(?:text-)?(?:decoration-)?(?:line-through|strike-?through|strike|striked|crossed-?out)$/i.test(name) ||
      name === 'text-decoration-line-through',
  );
}
