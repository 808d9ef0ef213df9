/** Whether two reports were made on the same model of CPU: the name without what tools, makers and clocks put around it. */

/** Names that hypervisors show in place of the chip's: no figure of another machine can be compared with them. */
const MASKED =
  /\bqemu\b|\bkvm\b|virtual|common|general purpose|\bdo-|\b(?:epyc|xeon|(?<!\d-)core)(?:-| (?:\w+ )?processor\b)|processor \(|\b[a-z]+, ibrs\b|\bibrs\b|\d{2}xx/i;

/** What names a model: "e5-2699", "7551p", "9900x", "8370c", "i7-11390h", "6376". */
const MODEL = /\b(?:[a-z]{1,2}\d?-?)?\d{3,5}[a-z]{0,3}\d?\b/i;

/** "Intel(R) Xeon(R) CPU E5-2699 v4 @ 2.20GHz" is "xeon e5-2699 v4". Null: no model is named, or the name is a mask. */
export function cpuKey(model: string | null): string | null {
  const said = model?.slice(0, 120) ?? '';
  if (MASKED.test(said)) return null;
  const key = said
    .toLowerCase()
    .replace(/\((?:r|tm)\)|[\u00ae\u2122]/g, ' ')
    .replace(/@.*$/, ' ')
    .replace(/\bwith radeon.*$/, ' ')
    .replace(/\b\d{1,3}-core\b|\b(?:six|eight|twelve|sixteen|quad|dual)-core\b/g, ' ')
    .replace(/\b(?:cpu|processor|intel|amd|gen|\d{1,2}th)\b/g, ' ')
    .replace(/\s+0\s*$/, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return MODEL.test(key) && key.length <= 60 ? key : null;
}
