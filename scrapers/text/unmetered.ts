/** Words for traffic that is not counted, in the languages that offers are written in. */
import { fold } from './labels.ts';

/** "Unlimited" in folded words; each begins a word. */
const WITHOUT_LIMIT = String.raw`(?<![\p{L}\p{N}])(?:un-?metered|unlimited|illimite[es]{0,2}|illimitat[aeio]|ilimitad[ao]s?|unbegrenzt\p{L}{0,2}|unlimitiert\p{L}{0,2}|onbeperkte?|ongelimiteerde?|neomezen\p{L}{1,4}|bez omezeni|neobmedzen\p{L}{1,4}|nielimitowan\p{L}{1,3}|nieograniczon\p{L}{1,3}|bez limit(?:u|ow)|bez ograniczen|obegransa\p{L}{1,3}|ubegr[aæ]nse\p{L}{1,3}|rajoittama\p{L}{1,6}|korlatlan|nelimitat[ae]?|neogranicen\p{L}{0,3}|sinirsiz|sınırsız|limitsiz|безлимит\p{L}{0,6}|нелимит\p{L}{0,8}|не ?ограничен\p{L}{0,4}|без ограничени\p{L}{1,2}|безліміт\p{L}{0,6}|необмежен\p{L}{0,4}|tanpa batas|khong gioi han)(?!\p{L})|无限|不限|無制限|無限`;
/** Traffic in folded words. */
const TRAFFIC = String.raw`(?:bandwidth|bandwith|bande passante|ancho de banda|largura de banda|banda|bw|datatraffic|traffic|trafic|trafico|trafego|traffico|datatrafik|trafikk?|transfers?|transferu|transferencia|transferi|datenvolumen|datentransfer|dataverkeer|verkeer|prenos\p{L}{0,2}|przesyl\p{L}{0,4}|liikenne|forgalom|adatforgalom|bang thong|luu luong|saobracaj|трафик\p{L}{0,2}|трафік\p{L}{0,2}|流量|トラフィック|転送量|data transfer)`;

const WORD_ALONE = /^[^\p{L}\p{N}]{0,4}un-?(?:metered|limited)[^\p{L}\p{N}]{0,4}$/u;
const OF_TRAFFIC = new RegExp(
  `(?<!\\p{L})${TRAFFIC}(?!\\p{L})[^|•·;,.]{0,16}?(?:${WITHOUT_LIMIT}|(?<!\\p{L})(?:inklusive|flatrate)(?!\\p{L}))|(?<!\\p{L})traffic[\\s-]?flat(?:rate)?(?!\\p{L})`,
  'u',
);
/** Words that may stand between the two. */
const BETWEEN = String.raw`(?:\s{1,2}\(?(?:fup|fair[\s-]?use)\)?)?[\s*@(-]{0,3}(?:(?:monthly|premium|free|international|network|gbps|data|miesieczny|mesicni|\d{1,4}\s?[gm](?:bps|bit(?:\/s)?))\s{1,2}){0,2}`;
const TRAFFIC_AFTER = new RegExp(
  `(?:${WITHOUT_LIMIT})${BETWEEN}(?<!\\p{L})(?:${TRAFFIC}|data|port|uplink|prenos|transmisja)(?!\\p{L})|(?:无限|不限|無制限|無限)(?:流量|トラフィック|転送量)`,
  'u',
);
const ANYWHERE = new RegExp(WITHOUT_LIMIT, 'u');
const PORT = /(?<![\p{L}\p{N}.,])\d{1,4}(?:[.,]\d)?\s?(?:[gm]b(?:ps|it)?|[гм]бит)(?!\p{L})/u;
const SOMETHING_ELSE =
  /\bunlimited\s+(?:websites?|domains?|e-?mails?|databases?|support|reinstalls?|reloads?|rebuilds?|accounts?|isos?|users?|subdomains?|ftp|resources?|storage|inodes?|scalab\w*|power|possib\w*)\b|\bun-?metered\s+(?:ddos|protection|inbound|incoming|ingress)\b|\bunlimited\s+(?:ddos|inbound|incoming|ingress)\b|\bnot\s+un(?:metered|limited)\b/;

/** Whether a line says that traffic is not counted. */
export function isUnmetered(line: string): boolean {
  const text = fold(line);
  if (!ANYWHERE.test(text) && !/inklusive|flat/.test(text)) return false;
  if (SOMETHING_ELSE.test(text)) return false;
  if (OF_TRAFFIC.test(text) || TRAFFIC_AFTER.test(text) || WORD_ALONE.test(text)) return true;
  // "3Gbps Unmetered", "Unmetered @ 1 Gbps": beside a port the word is about traffic.
  return ANYWHERE.test(text) && PORT.test(text);
}

/** Whether a line speaks of something without a limit, whatever it is. */
export function hasNoLimit(line: string): boolean {
  return ANYWHERE.test(fold(line));
}
