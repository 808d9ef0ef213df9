/** Pages that show a report as running text join its lines: this takes them apart again, at words that begin a line of YABS's. */

const HEADINGS =
  'Basic System Information:|IPv[46] Network Information:|fio Disk Speed Tests|dd (?:Sequential )?Disk Speed Tests|iperf3 (?:Network )?Speed Tests|Geekbench \\d{1,2} Benchmark Test:|YABS completed in|ARM compatibility is';
const LABELS =
  'Uptime|Processor|CPU cores|AES-NI|VM-x/AMD-V|RAM|Swap|Disk|Distro|Kernel|VM Type|IPv4/IPv6|ISP|ASN|Host|Location|Country';
const ROWS = 'Block Size|Read|Write|Total|Provider|Single Core|Multi Core|Full Test';

const STARTS = new RegExp(
  `(?:^|[\\s|])(?=(?:${HEADINGS})|(?:${LABELS})\\s{0,12}:\\s|(?:${ROWS})\\s{0,12}\\||v20\\d\\d-\\d\\d-\\d\\d\\s)`,
  'g',
);

/** Lines as the script printed them. A line in which one thing stands is left as it is. */
export function unjoined(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    if (line.length < 40) return [line];
    const parts = line.split(STARTS).filter((part) => part.trim() !== '');
    return parts.length < 2 ? [line] : parts.flatMap((part) => part.split(/-{12,}/));
  });
}
