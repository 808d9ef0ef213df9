import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './public-address.ts';

/** Who may be connected to although the address is private; asked with a host name or IP literal, without brackets and port. */
export type AllowPrivate = (hostname: string) => boolean;

/** Raised inside a connection attempt that was refused because the address is not public. */
export class PrivateAddressError extends Error {
  readonly code = 'STEALTIME_PRIVATE_ADDRESS';
  constructor(hostname: string) {
    super(`${hostname} is or resolves to an address that is not public`);
  }
}

interface Options {
  readonly allowPrivate: AllowPrivate;
  /** Resolves names; `dns.lookup` in production. */
  readonly lookup: LookupFunction;
  readonly connectTimeoutMs: number;
  /** PEM certificates to trust in place of the system's. */
  readonly trustedCa?: string | undefined;
}

/**
 * A connector for undici that refuses addresses that are not public with a `PrivateAddressError`.
 * It looks at the very addresses about to be connected to, so a name that changes its answer between check and use gains nothing.
 */
export function createGuardedConnector(options: Options): buildConnector.connector {
  const connect = buildConnector({
    lookup: guardLookup(options.lookup, options.allowPrivate),
    timeout: options.connectTimeoutMs,
    ...(options.trustedCa === undefined ? {} : { ca: options.trustedCa }),
  });
  return (target, callback) => {
    // Node does not look IP literals up, so they would never meet the guarded lookup.
    if (isIP(target.hostname) !== 0 && !isPublicAddress(target.hostname) && !options.allowPrivate(target.hostname)) {
      queueMicrotask(() => callback(new PrivateAddressError(target.hostname), null));
      return;
    }
    connect(target, callback);
  };
}

/** One private address among the answers refuses them all: an honest public site has none. */
function guardLookup(lookup: LookupFunction, allowPrivate: AllowPrivate): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, answer, family) => {
      if (error) return callback(error, []);
      const addresses = typeof answer === 'string' ? [{ address: answer, family: family ?? isIP(answer) }] : answer;
      const [first] = addresses;
      if (first === undefined) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
      if (!allowPrivate(hostname) && addresses.some(({ address }) => !isPublicAddress(address))) {
        return callback(new PrivateAddressError(hostname), []);
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
