/** Pages that mailed links open: each shows a button, and changes nothing by being opened. */
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { watchTitle } from '../../domain/watch/watch-words.ts';
import { Layout } from '../layout.tsx';
import { Said } from '../words/parts.tsx';
import { watchingPage } from './wanted.ts';

interface ConfirmProps {
  readonly token: string;
  readonly failed: boolean;
  /** What is to be watched afterwards, as a query. */
  readonly wanted?: string;
}

/** Confirms an address. */
export function ConfirmPage({ token, failed, wanted = '' }: ConfirmProps) {
  return (
    <Layout title="Confirm your address">
      <h1>Confirm your address</h1>
      {failed ? (
        <p role="alert">
          This link was used already, or is too old. <a href={watchingPage(wanted)}>Ask for a new one</a>.
        </p>
      ) : (
        <form action="/alerts/confirm" method="post">
          <p>Press the button to confirm that the address is yours. It signs you in.</p>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="wanted" value={wanted} />
          <button type="submit">Confirm and sign in</button>
        </form>
      )}
    </Layout>
  );
}

/** What a link ends: a watch, or the digest (null). */
export function LeavePage({ token, watch }: { readonly token: string; readonly watch: WatchRecord | null }) {
  return (
    <Layout title="Leave">
      <h1>{watch === null ? 'Leave the digest' : 'End this watch'}</h1>
      {watch !== null && (
        <p>
          <Said text={watchTitle(watch)} />
        </p>
      )}
      <form action="/alerts/leave" method="post">
        <input type="hidden" name="token" value={token} />
        <p>
          <button type="submit" name="what" value="this">
            {watch === null ? 'Leave the digest' : 'End this watch'}
          </button>
        </p>
        {watch?.state === 'active' && (
          <p>
            <button type="submit" name="what" value="pause">
              Only pause it
            </button>
          </p>
        )}
        <p>
          <button type="submit" name="what" value="all">
            End everything that I am told
          </button>
        </p>
      </form>
    </Layout>
  );
}

/** That it was done, or that the link is none. */
export function LeftPage({ words }: { readonly words: string }) {
  return (
    <Layout title="Leave">
      <h1>Leave</h1>
      <p role="status">{words}</p>
      <p>
        <a href="/alerts">Your watches</a>
      </p>
    </Layout>
  );
}
