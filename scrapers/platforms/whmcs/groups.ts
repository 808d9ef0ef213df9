/** Product groups that a WHMCS page links to. */
import { absoluteUrl } from '../../html/links.ts';
import type { LoadedPage } from '../../html/load-page.ts';
import { all, plainText } from '../dom.ts';
import type { GroupLink } from '../platform.ts';

const GROUP = /[?&;]gid=(\d{1,9})(?:$|[&#])|\/store\/([\w.%+-]{1,100})\/?(?:$|[?#&])/;
const MOST = 100;

/** Groups in the order of the page, each once. */
export function groupLinks(page: LoadedPage): GroupLink[] {
  const links = new Map<string, GroupLink>();
  for (const element of all(page, 'a[href*="gid="], a[href*="/store/"], option[value*="gid="], option[value*="/store/"]')) {
    const href = element.attribs.href ?? element.attribs.value;
    const match = GROUP.exec(href?.slice(0, 1000) ?? '');
    const key = match?.[1] ?? match?.[2];
    const url = absoluteUrl(page, href);
    const name = plainText(page, element).slice(0, 120);
    if (key !== undefined && url !== null && name !== '' && !links.has(key) && links.size < MOST)
      links.set(key, { key, name, url });
  }
  return [...links.values()];
}
