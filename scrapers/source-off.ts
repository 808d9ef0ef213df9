/** Sources that cannot be read live here: said once, for the worker, the command line and the API alike. */
import type { SourceManifest } from './contract.ts';

/** Tells whether a credential is set, by the name of its environment variable. */
export type HasCredential = (name: string) => boolean;

/** Why a source is not read live, in words that follow "off: "; null: it is read, unless it is switched off. */
export function sourceOff(
  { retired, credential }: Pick<SourceManifest, 'retired' | 'credential'>,
  hasCredential: HasCredential,
): string | null {
  if (retired !== undefined) return retired;
  return credential !== null && !hasCredential(credential) ? `needs ${credential}` : null;
}

/** Why a source begins switched off, until an operator switches it on; null: it begins switched on. */
export function initiallyOff({ verified, retired }: Pick<SourceManifest, 'verified' | 'retired'>): string | null {
  if (verified !== null || retired !== undefined) return null;
  return 'unverified: no recording of it was read; switch it on as operator';
}
