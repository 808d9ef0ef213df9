import type { Origin } from '../../domain/plan.ts';
import { HOW_NAMES } from '../words/names.ts';
import { SafeLink, Said } from '../words/parts.tsx';

/** How a fact is known: in a word, with the words it was read from and where they stand. */
export function OriginWords({ origin }: { readonly origin: Origin | undefined }) {
  if (!origin) return <span class="unknown">not recorded</span>;
  const { how, said, url, rule } = origin;
  return (
    <>
      {HOW_NAMES[how]}
      {rule === null ? null : (
        <>
          {' '}
          by rule <code>{rule}</code>
        </>
      )}
      {said === null ? null : (
        <>
          {': '}
          <q>
            <Said text={said} />
          </q>
        </>
      )}
      {url === null ? null : (
        <>
          {' '}
          <SafeLink url={url} words={hostOf(url)} />
        </>
      )}
    </>
  );
}

/** What a link to a document is called: its host says whose word it is. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url;
}
