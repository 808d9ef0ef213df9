import { initiallyOff } from '../../scrapers/source-off.ts';
import type { ApiDeps } from '../env.ts';
import { allSources } from './sources.ts';

/** Every source with what only operators need to know. */
export async function adminSources(deps: Pick<ApiDeps, 'database' | 'sources' | 'hasCredential' | 'now'>) {
  const manifests = new Map(deps.sources.map((manifest) => [manifest.sourceId, manifest]));
  return (await allSources(deps)).map((source) => {
    const manifest = manifests.get(source.id);
    const { credential = null, hosts = [], retired = null } = manifest ?? {};
    return { ...source, credential, hosts, retired };
  });
}

/** Why a source is not to be read now, whoever asks; null: nothing speaks against it. */
export function whyNotNow(source: Awaited<ReturnType<typeof adminSources>>[number], now: number): string | null {
  const { id, kind, off, retired, notBefore, verified } = source;
  if (kind === null) return `This version does not read ${id}.`;
  if (retired !== null) return `${id} is not read any more: ${retired}`;
  // A missing credential is the worker's to tell: it may have one that this process has not.
  const isSwitchedOff = off?.by === 'operator' || (off !== null && off.reason === initiallyOff({ verified }));
  if (isSwitchedOff) return `${id} is switched off${off.reason === null ? '' : ` (${off.reason})`}; switch it on first.`;
  if (notBefore !== null && Date.parse(notBefore) > now) return `${id} asked to be left alone until ${notBefore}.`;
  return null;
}
