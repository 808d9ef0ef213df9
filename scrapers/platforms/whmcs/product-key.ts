/** The id of a WHMCS product, from where its order link leads. */

const PID = /[?&;]pid=(\d{1,9})\b/;
const BID = /[?&;]bid=(\d{1,9})\b/;
/** "/store/kvm-vps/kvm-1", "index.php?rp=/store/kvm-vps/kvm-1", "/index.php/store/…". */
const STORE = /\/store\/([\w.%+-]{1,100})\/([\w.%+-]{1,150})/;

/** "508", "b12" for a bundle, "kvm-vps/kvm-1" by the words of its address; null where a link orders nothing. */
export function productInLink(link: string | undefined): string | null {
  const text = (link ?? '').slice(0, 1000).replace(/&amp;/g, '&').replace(/%2F/gi, '/');
  const pid = PID.exec(text)?.[1];
  if (pid !== undefined) return pid;
  const bid = BID.exec(text)?.[1];
  if (bid !== undefined) return `b${bid}`;
  const store = STORE.exec(text);
  return store ? `${store[1]}/${store[2]}` : null;
}
