/** What a page is instead of a list of plans: a challenge, a login, an empty shell that scripts would fill, a half of one. */
import type { FindingCode } from '../../domain/listing.ts';
import type { LoadedPage } from '../html/load-page.ts';
import type { PageText } from './page-text.ts';

/** A page that is not what was asked for. */
export interface PageTrouble {
  readonly code: Extract<FindingCode, 'challenge-page' | 'login-page' | 'needs-browser'>;
  readonly message: string;
}

/** Words of a page that holds something else than words about plans are few. */
const FEW_LINES = 40;

const CHALLENGE_TITLE =
  /^(?:just a moment|attention required|one moment|please wait|checking your browser|access denied|verify(?:ing)? (?:you are|that you)|are you (?:a )?(?:human|robot)|security check|ddos-guard|bot verification|captcha|un instant|einen moment)/i;
const CHALLENGE_WORDS =
  /\b(?:checking (?:your browser|if the site connection)|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies to continue|needs to review the security|complete the (?:captcha|security check)|are you a robot|i'?m not a robot|unusual traffic|ray id)\b|bestätigen sie, dass sie ein mensch|vérifi\w+ que vous êtes humain/i;
const CHALLENGE_MARKS =
  '#challenge-form, #challenge-running, #cf-wrapper, .cf-turnstile, .g-recaptcha, .h-captcha, [id^="cf-challenge"], script[src*="/cdn-cgi/challenge-platform"], script[src*="captcha"], iframe[src*="captcha"], form[action*="captcha"]';
const SHELL_ROOT =
  '#root, #app, #__next, #__nuxt, app-root, [ng-app], [data-reactroot], #svelte, #___gatsby, [id="application"], [data-v-app]';
const NEEDS_SCRIPT =
  /\b(?:enable|activate|requires?|need|turn on|aktivieren|activer|activ\w+)\b.{0,40}\bjava\s?script\b|\bjava\s?script\b.{0,60}\b(?:enable|required|disabled|needed|aktiv|activ)/i;

/** What a page is instead; null where nothing speaks against reading it. `found`: plans that were found. */
export function pageTroubleOf(page: LoadedPage, text: PageText, found: number): PageTrouble | null {
  const { $ } = page;
  const title = $('title').first().text().trim().slice(0, 200);
  const few = text.lines.length <= FEW_LINES;
  const words = text.lines
    .slice(0, FEW_LINES)
    .map((line) => line.text)
    .join('\n')
    .slice(0, 6000);
  if (found === 0) {
    const marked = $(CHALLENGE_MARKS).length > 0;
    if (CHALLENGE_TITLE.test(title) || (few && (CHALLENGE_WORDS.test(words) || (marked && !hasPrice(text)))))
      return { code: 'challenge-page', message: `the site asked for a proof of being human ("${title || words.slice(0, 80)}")` };
    if ($('input[type="password"]').length > 0 && !hasPrice(text))
      return { code: 'login-page', message: `the page asks for a login ("${title || words.slice(0, 80)}")` };
    if (isShell(page, text, words))
      return { code: 'needs-browser', message: 'the page is empty until its scripts have run: it has to be rendered' };
  }
  return null;
}

function hasPrice(text: PageText): boolean {
  return text.lines.some(({ priced }) => priced);
}

function isShell({ $ }: LoadedPage, text: PageText, words: string): boolean {
  if (hasPrice(text)) return false;
  const scripts = $('script').length;
  if (scripts === 0) return false;
  const said = text.lines.reduce((sum, line) => sum + line.text.length, 0);
  const root = $(SHELL_ROOT);
  return (
    said < 200 ||
    (root.length > 0 && root.first().text().trim().length < 40) ||
    (NEEDS_SCRIPT.test($('noscript').text().slice(0, 2000)) && said < 1500) ||
    NEEDS_SCRIPT.test(words) ||
    hasPlaceholders(text)
  );
}

/** Plans whose prices are still to be filled in: "$—", "Loading…", "{{ price }}". */
function hasPlaceholders(text: PageText): boolean {
  return text.lines.some(
    ({ text: line }) =>
      line.length < 60 &&
      /^(?:loading|lädt|chargement|cargando)\b|\{\{[^}]{1,40}\}\}|^[$€£]\s?[-–—_…?]+$|^[-–—_…]+\s?[$€£]/i.test(line),
  );
}

const ENDS = /<\/(?:html|body)\s*>/i;
const TAIL = 4000;

/** Whether the page stops in the middle: a document that never ends, or a piece of one that leaves its boxes open. */
export function isTruncated(html: string): boolean {
  if (/<html[\s>]/i.test(html.slice(0, 4000))) return !ENDS.test(html.slice(-TAIL)) && !ENDS.test(html);
  if (/<[a-z/!][^<>]{0,2000}$/i.test(html.slice(-2100))) return true;
  return ['div', 'table', 'section', 'ul', 'main', 'article'].some(
    (name) => count(html, `<${name}`) > count(html, `</${name}`) + 0,
  );
}

function count(html: string, tag: string): number {
  return html.match(new RegExp(`${tag}(?=[\\s>/])`, 'gi'))?.length ?? 0;
}
