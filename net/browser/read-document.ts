/** What a page shows, as HTML: read in a world of its own, which the page's scripts cannot reach into. */
import type { CDPSession } from 'playwright-core';

/** No plan page comes near it. */
const MOST_ELEMENTS = 400_000;

/**
 * Answers the HTML, or how large it is where that is too large (characters, or elements). Open shadow roots are put where a person
 * sees them; what stands in `noscript` nobody sees where scripts run.
 */
const READ = `(mostCharacters, mostElements) => {
  const inner = [];
  const collect = (root, depth) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot === null || depth > 20) continue;
      collect(element.shadowRoot, depth + 1);
      inner.push(element);
    }
  };
  const count = document.getElementsByTagName('*').length;
  if (count > mostElements) return count;
  collect(document, 0);
  for (const host of inner) {
    const shadow = host.shadowRoot;
    for (const slot of shadow.querySelectorAll('slot')) {
      const shown = document.createDocumentFragment();
      for (const node of slot.assignedNodes({ flatten: true })) shown.append(node);
      slot.replaceWith(shown);
    }
    const shown = document.createDocumentFragment();
    while (shadow.firstChild) shown.append(shadow.firstChild);
    host.replaceChildren(shown);
  }
  for (const element of [...document.getElementsByTagName('noscript')]) element.remove();
  const html = '<!DOCTYPE html>' + (document.documentElement?.outerHTML ?? '');
  return html.length > mostCharacters ? html.length : html;
}`;

/** The document's HTML; a number where it is larger than `mostCharacters`; null where it could not be read. */
export async function readDocument(session: CDPSession, mostCharacters: number): Promise<string | number | null> {
  const value = await evaluate(session, `(${READ})(${mostCharacters}, ${MOST_ELEMENTS})`);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Lets the page be drawn once: what waits for being seen, or for the next frame, goes on. */
export async function drawFrame(session: CDPSession): Promise<void> {
  await evaluate(session, 'new Promise((drawn) => requestAnimationFrame(() => drawn(true)))');
}

async function evaluate(session: CDPSession, expression: string): Promise<unknown> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'stealtime',
  });
  const { result } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}
