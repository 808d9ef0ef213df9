import { isIP } from 'node:net';
import type { Failure } from '../domain/failure.ts';
import type { AllowPrivate } from './guarded-connector.ts';
import { failed, got, type Outcome } from './outcome.ts';
import { isPublicAddress } from './public-address.ts';

/** Where requests may go. */
export interface TargetRules {
  /** `host` or `host:port` (no port: the scheme's own); `any` for robots.txt, which may live behind a redirect elsewhere. */
  readonly allowedHosts: readonly string[] | 'any';
  readonly allowPrivate: AllowPrivate;
}

/** Reads an address, relative to `base` if given. User name, password and fragment are dropped: they are never sent. */
export function readTarget(text: string, base?: URL): Outcome<URL> {
  const url = parse(text, base);
  if (url === undefined)
    return failed('unreadable-page', base ? `${base.host} redirected to no URL` : 'the address is not a URL');
  url.username = '';
  url.password = '';
  url.hash = '';
  return got(url);
}

/** Why `target` may not be requested, if so; `from` is the address that redirected to it. */
export function refuseTarget(target: URL, rules: TargetRules, from?: URL): Failure | undefined {
  const hostname = target.hostname.replace(/^\[|\]$/g, '');
  const refuse = (reason: string) =>
    failed('host-not-allowed', `${target.host || target.protocol} is not allowed: ${reason}`).failure;
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return refuse('only http and https are fetched');
  if (isIP(hostname) !== 0 && !isPublicAddress(hostname) && !rules.allowPrivate(hostname)) {
    return failed('private-address', `${target.host} is not a public address`).failure;
  }
  if (rules.allowedHosts !== 'any' && !rules.allowedHosts.some((entry) => asHost(entry, target.protocol) === target.host)) {
    return refuse('the source does not list it');
  }
  if (from?.protocol === 'https:' && target.protocol === 'http:') return refuse(`${from.host} redirected from https to http`);
  if (target.protocol === 'http:' && !rules.allowPrivate(hostname)) return refuse('only https is fetched');
  return undefined;
}

/** A listed host in the spelling of `URL.host`: lower case, punycode, without the scheme's own port. */
function asHost(entry: string, protocol: string): string {
  return parse(`${protocol}//${entry}`)?.host ?? entry;
}

function parse(text: string, base?: URL): URL | undefined {
  return URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
}
