/**
 * Tokens that carry what they are for and a signature over it: they can be made again whenever a mail is built, so that none of
 * them has to be stored.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a token allows: to confirm an address, to end one watch, to end a subscriber's digest. */
export type TokenPurpose = 'confirm' | 'watch' | 'digest';

const LETTERS: Readonly<Record<TokenPurpose, string>> = { confirm: 'c', watch: 'w', digest: 'd' };

/** Makes and reads tokens of one secret. */
export interface Signer {
  /** A token; `id` is a UUID. */
  token(purpose: TokenPurpose, id: string): string;
  /** What a token is for; null: it is none of ours. */
  read(token: string): { readonly purpose: TokenPurpose; readonly id: string } | null;
  /** Secret of a webhook, as Standard Webhooks writes it. */
  webhookSecret(watchId: string): string;
  /** Name of an address in the list of those that get no mail. */
  addressHash(email: string): string;
}

/** A signer; whoever has the secret can leave and confirm for everybody. */
export function createSigner(secret: string): Signer {
  const mac = (text: string) => createHmac('sha256', secret).update(`stealtime ${text}`).digest();
  const signature = (purpose: TokenPurpose, id: string) => mac(`${purpose} ${id}`).subarray(0, 18).toString('base64url');
  return {
    token: (purpose, id) => `${LETTERS[purpose]}.${id}.${signature(purpose, id)}`,
    read(token) {
      const [, letter, id, signed] = /^([cwd])\.([0-9a-f-]{36})\.([\w-]{24})$/.exec(token) ?? [];
      const purpose = (Object.keys(LETTERS) as TokenPurpose[]).find((one) => LETTERS[one] === letter);
      if (purpose === undefined || id === undefined || signed === undefined) return null;
      return timingSafeEqual(Buffer.from(signed), Buffer.from(signature(purpose, id))) ? { purpose, id } : null;
    },
    webhookSecret: (watchId) => `whsec_${mac(`webhook ${watchId}`).toString('base64')}`,
    addressHash: (email) => mac(`address ${email}`).toString('base64url'),
  };
}

/** What is stored of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
