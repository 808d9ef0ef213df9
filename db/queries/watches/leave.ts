/** Leaving by a signed link, without being signed in. */
import type { Signer } from '../../../domain/watch/signed-token.ts';
import type { Db } from '../../bulk.ts';
import { subscriberById } from './subscribers.ts';
import type { WatchRecord } from './watch-record.ts';
import { endAllWatches, endDigest, setWatchState, watchById } from './watches.ts';

/** What a link of a mail is about; null: it is none of ours, or what it was about is forgotten. */
export async function leavable(
  db: Db,
  signer: Signer,
  token: string,
): Promise<{ readonly watch: WatchRecord } | { readonly digestOf: string } | null> {
  const read = signer.read(token);
  if (read?.purpose === 'watch') {
    const watch = await watchById(db, read.id);
    return watch && { watch };
  }
  if (read?.purpose !== 'digest') return null;
  return (await subscriberById(db, read.id)) && { digestOf: read.id };
}

/** Ends what a link is about; null: the link is none of ours. What is forgotten already has ended. */
export async function leaveByToken(db: Db, signer: Signer, token: string): Promise<'watch' | 'digest' | null> {
  const read = signer.read(token);
  if (read === null || read.purpose === 'confirm') return null;
  if (read.purpose === 'watch') await setWatchState(db, read.id, 'ended');
  else await endDigest(db, read.id);
  return read.purpose;
}

/** Ends everything that the subscriber of a link hears; false: the link is none of ours. */
export async function leaveAllByToken(db: Db, signer: Signer, token: string): Promise<boolean> {
  const about = await leavable(db, signer, token);
  if (about === null) return false;
  await endAllWatches(db, 'watch' in about ? about.watch.subscriberId : about.digestOf);
  return true;
}
