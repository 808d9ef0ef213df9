/** Runs of lines that are about something else than what is sold: the machines below, places yet to come. */
import type { TextLine } from './lines.ts';

/** Whether lines stand under the title of the machines that the plans run on; their figures are none of a plan's. */
export function underNodeTitle(): (line: TextLine) => boolean {
  let under = false;
  return (line) => {
    const title = line.kind === 'heading' || line.kind === 'strong' || /:$/.test(line.text);
    if (title || line.kind === 'rule')
      under =
        line.text.length < 80 &&
        /\b(?:host\s?nodes?|nodes?|hypervisors?|hardware) spec\w*|\b(?:host|node) hardware\b/i.test(line.text);
    return under;
  };
}

/** Whether lines list the places that are yet to come, up to the next gap. */
export function underLater(): (line: TextLine) => boolean {
  let under = false;
  return (line) => {
    if (line.kind === 'blank' || line.kind === 'rule') under = false;
    else if (
      line.text.length < 100 &&
      /\blocations?\b/i.test(line.text) &&
      /\b(?:coming soon|upcoming|planned)\b/i.test(line.text)
    )
      under = true;
    return under;
  };
}
