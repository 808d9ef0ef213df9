/** Parts of a page that a person opens by a control: tabs of terms, places or kinds. Hidden until then, but content all the same. */
import type { AnyNode, Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';
import { classesOf } from '../html/visibility.ts';
import { visibleText } from '../html/visible-text.ts';

/** Panels with the words of their controls; empty words where no control is found. */
export type TabPanels = ReadonlyMap<Element, string>;

const CONTROLS =
  '[role="tab"], [data-toggle], [data-bs-toggle], [data-tab], [data-target], [data-bs-target], [aria-controls], [data-w-tab], .tab a, .tabs a, .nav-tabs a, [class*="tab"] > a[href^="#"], [class*="tab"] > li > a[href^="#"]';
const PANEL_CLASS = /^(?:tab-pane|w-tab-pane|tab-?panel|tabs?-?panel|tabs?__?(?:panel|content|pane)|tab-content-item)$/i;
const MOST_CONTROLS = 300;
const LONGEST_WORDS = 60;

/** Finds the panels of a page. */
export function tabPanelsOf({ $, styles }: LoadedPage): TabPanels {
  const panels = new Map<Element, string>();
  const byId = new Map<string, Element>();
  for (const element of $<Element, string>('[id], [data-tab-content], [data-w-tab], [data-content]').get()) {
    for (const id of [element.attribs.id, element.attribs['data-tab-content'], element.attribs['data-content']])
      if (id !== undefined && id !== '' && !byId.has(id)) byId.set(id, element);
    if (classesOf(element).some((name) => PANEL_CLASS.test(name))) panels.set(element, '');
  }
  for (const element of $<Element, string>('[role="tabpanel"], .tab-pane').get()) panels.set(element, '');
  for (const control of $<Element, string>(CONTROLS).get().slice(0, MOST_CONTROLS)) {
    const target = targetOf(control, byId);
    if (!target || isWithin(control, target)) continue;
    const words = visibleText(control, styles).replace(/\s+/g, ' ').trim();
    panels.set(target, words.length <= LONGEST_WORDS ? words : '');
  }
  return panels;
}

function targetOf(control: Element, byId: ReadonlyMap<string, Element>): Element | undefined {
  const { attribs } = control;
  const names = ['aria-controls', 'data-bs-target', 'data-target', 'data-tab', 'href'].flatMap((name) => attribs[name] ?? []);
  for (const name of names) {
    const target = byId.get(name.replace(/^#/, ''));
    if (target && target !== control) return target;
  }
  return undefined;
}

function isWithin(element: Element, outer: Element): boolean {
  for (let at: AnyNode | null = element; at !== null && isTag(at); at = at.parent) if (at === outer) return true;
  return false;
}
