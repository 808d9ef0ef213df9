/** What every page has around its content. */
import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { STYLE } from './style.ts';

interface Props {
  readonly title: string;
  /** Address of an Atom feed of what the page shows. */
  readonly feed?: string;
}

/** A page's frame. */
export function Layout({ title, feed, children }: PropsWithChildren<Props>) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title === 'Stealtime' ? title : `${title} · Stealtime`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="VPS offers, compared by what runs them, whose the resources are and what they cost." />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {feed === undefined ? null : <link rel="alternate" type="application/atom+xml" href={feed} title={title} />}
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header class="site">
          <a class="brand" href="/">
            Stealtime
          </a>
          <p class="tagline">VPS offers: what runs them, whose the resources are, what they really cost.</p>
          <nav aria-label="Data">
            <a href="/alerts">Alerts</a> <a href="/docs">API</a> <a href="/v1/sources">Sources</a>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="site">
          <p>
            A fact that nobody states is shown as not known: never a good default, never a no. Prices are as observed at their
            time; only the seller's own page says what holds today.
          </p>
        </footer>
      </body>
    </html>
  );
}
