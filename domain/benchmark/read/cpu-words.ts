/** The name of a CPU as a tool printed it. */
import { asPrinted, words } from './figures.ts';

/**
 * The model in one line. On ARM `lscpu` has a second "Model name" line for what the BIOS says ("Neoverse-N1", then "BIOS virt-5.2
 * CPU @ 2.0GHz"), and the scripts take both.
 */
export function cpuModel(said: string | null | undefined): string | null {
  const first = said?.split(/[\r\n]/)[0] ?? '';
  const at = first.search(/\sBIOS\s/);
  const model = at > 0 ? first.slice(0, at) : first;
  return words(model) === null || /^cpu model not detected$/i.test(model.trim()) ? null : asPrinted(model, 120);
}
