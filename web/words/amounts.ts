/** Amounts as people read them. */
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** "4,018" */
export function count(value: number): string {
  return plain.format(value);
}

/** "1 row", "2 rows" */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${plain.format(value)} ${value === 1 ? one : many}`;
}

/** Memory: "512 MB", "2 GB". */
export function memory(mib: number): string {
  return mib >= 1024 ? `${plain.format(mib / 1024)} GB` : `${plain.format(mib)} MB`;
}

/** Disk and transfer as advertised: "80 GB", "1.5 TB". */
export function gigabytes(gb: number): string {
  return gb >= 1000 ? `${plain.format(gb / 1000)} TB` : `${plain.format(gb)} GB`;
}

/** A port's speed: "200 Mbps", "1 Gbps". */
export function speed(mbps: number): string {
  return mbps >= 1000 ? `${plain.format(mbps / 1000)} Gbps` : `${plain.format(mbps)} Mbps`;
}

/** Money from its decimal text: in cents, or as exact as it is below one unit ("0.0345 EUR"). */
export function money(amount: string, currency: string): string {
  const small = /^-?0\./.test(amount);
  const digits = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: small ? 6 : 2 });
  return `${digits.format(Number(amount))} ${currency}`;
}

/** "hour", "month", "12 months" */
export function term({ hourly, termMonths }: { readonly hourly: boolean; readonly termMonths: number | null }): string {
  if (hourly) return 'hour';
  if (termMonths === null) return 'term not known';
  return termMonths === 1 ? 'month' : `${termMonths} months`;
}
