/** A post to the plans that it offers. */
import type { Finding } from '../../domain/listing.ts';
import { loadPage } from '../html/load-page.ts';
import { postText } from '../html/post-text.ts';
import type { PlanRead } from '../read/readings.ts';
import { readOffers, type TextContext } from '../text/read-offers.ts';
import { type FeedPost, postToken } from './feed-post.ts';
import { planIdentities } from './plan-identity.ts';

/** A post as far as it could be read. */
export interface PostRead {
  readonly token: string;
  readonly plans: readonly PlanRead[];
  readonly findings: readonly Finding[];
  /** Whether every plan in it was read, so that one that is not there has been taken out of the post. */
  readonly whole: boolean;
}

const MOST_TITLE = 300;
/** Characters of a post's words that are read at most: several times the longest post recorded. HTML is longer than what it says. */
const MOST_WORDS = 100_000;
const MOST_HTML = 8 * MOST_WORDS;

/** Reads a post. Its plans carry the post's id in their identity, and the post's address where they name none to order at. */
export function readPost(post: FeedPost, context: TextContext): PostRead {
  const token = postToken(post.key);
  const text = textOf(post);
  if (!text.ok) return { token, whole: false, plans: [], findings: [skipped(post, text.message)] };
  const title = post.title?.replace(/\s+/g, ' ').trim().slice(0, MOST_TITLE) ?? '';
  // The title is the post's first heading: what it says holds for every plan below.
  const { plans: read, findings } = readOffers(title === '' ? text.words : `# ${title}\n\n${text.words}`, context);
  const identities = planIdentities(
    token,
    read.flatMap(({ listing }) => listing ?? []),
  );
  let at = 0;
  const plans = read.map((plan): PlanRead => {
    const { listing, rejection } = plan;
    if (listing) return { ...plan, listing: { ...inPost(listing, post, title, context.page), identity: identities[at++] } };
    if (!rejection) return plan;
    const { name } = rejection.listing;
    return {
      ...plan,
      rejection: { ...rejection, listing: { planKey: `${token}+`, name: name ?? (title === '' ? null : title) } },
    };
  });
  return {
    token,
    plans,
    findings: findings.map((finding) => softened(post, finding)),
    // What is no server was never a plan of ours.
    whole: findings.length === 0 && !read.some(({ rejection }) => rejection && rejection.code !== 'not-a-plan'),
  };
}

/** A plan that the text gives no name goes by the title of its post. */
function inPost(listing: NonNullable<PlanRead['listing']>, post: FeedPost, title: string, page: string) {
  const name =
    listing.name ?? (title === '' ? undefined : { is: title, said: title, how: 'inferred' as const, rule: 'post-title', page });
  const words = {
    ...listing.words,
    ...(post.author === null ? {} : { author: post.author }),
    ...(title === '' ? {} : { title }),
  };
  const url = listing.url ?? post.url ?? undefined;
  return { ...listing, planKey: null, ...(name ? { name } : {}), ...(url === undefined ? {} : { url }), words };
}

function textOf({
  content,
  url,
}: FeedPost): { readonly ok: true; readonly words: string } | { readonly ok: false; readonly message: string } {
  if (content.body.length > MOST_HTML) return { ok: false, message: `more than ${MOST_HTML} characters` };
  const short = (words: string) =>
    words.length > MOST_WORDS
      ? { ok: false as const, message: `more than ${MOST_WORDS} characters` }
      : { ok: true as const, words };
  if (content.type === 'text') return short(content.body);
  const loaded = loadPage(content.body, url);
  return loaded.ok ? short(postText(loaded.page)) : { ok: false, message: loaded.refusal.message };
}

function skipped(post: FeedPost, why: string): Finding {
  return { code: 'skipped', severity: 'soft', message: `not read, the post ${(post.title ?? post.key).slice(0, 100)}: ${why}` };
}

/** One post that cannot be read is no reason to hold back the others. */
function softened(post: FeedPost, finding: Finding): Finding {
  return skipped(post, finding.message);
}
