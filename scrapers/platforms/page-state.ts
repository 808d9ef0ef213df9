/** What a page is when it is not the list that was asked for: a challenge, a log-in, half of itself. */
import type { Finding } from '../../domain/listing.ts';
import type { LoadedPage } from '../html/load-page.ts';

const CHALLENGE =
  /\b(?:just a moment|attention required|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|security check|ddos[- ]guard|access denied|enable javascript and cookies|captcha)\b/i;
const CHALLENGE_MARKS =
  '#challenge-form, #cf-challenge-running, #cf-wrapper, .cf-turnstile, .g-recaptcha, .h-captcha, [id^="cf-please-wait"], #ddg-captcha';

/** Finding of a page that shows no product: a challenge stands in its place, or nobody knows. */
export function pageWithoutProducts({ $ }: LoadedPage, shop: string): Finding {
  const title = $('title').first().text().replace(/\s+/g, ' ').trim().slice(0, 80);
  const heading = $('h1, h2').first().text().replace(/\s+/g, ' ').trim().slice(0, 80);
  const words = [title, heading].filter(Boolean).join(', ') || 'a page without a title';
  if (CHALLENGE.test(`${title} ${heading}`) || $(CHALLENGE_MARKS).length > 0)
    return { code: 'unreadable-page', severity: 'hard', message: `a challenge for browsers in place of the list: ${words}` };
  return { code: 'unreadable-page', severity: 'hard', message: `no product of ${shop} on the page: ${words}` };
}

/** Finding of a page that was cut off on its way; none for a whole one. */
export function cutOff(body: string): Finding[] {
  const tail = body.slice(-4000);
  if (!/<(?:html|body)\b/i.test(body.slice(0, 20_000)) || /<\/(?:html|body)\s*>/i.test(tail)) return [];
  return [
    {
      code: 'incomplete',
      severity: 'soft',
      message: 'the page ends in the middle: its last products may be missing or half read',
    },
  ];
}
