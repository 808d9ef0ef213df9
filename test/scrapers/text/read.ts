/** Texts read as `stealtime read-offers` reads them, in the few words that tests compare. */
import type { ListedPrice, Listing } from '../../../domain/listing.ts';
import { readOffers } from '../../../scrapers/text/read-offers.ts';

const CONTEXT = { page: 'text', currency: null, lang: null } as const;

/** Reads a text. */
export const read = (text: string) => readOffers(text, CONTEXT);

/** The plans of a text, each in a line of fields. */
export function plansOf(text: string) {
  return read(text).plans.map(({ listing, rejection }) =>
    listing ? brief(listing) : { rejected: rejection?.code, name: rejection?.listing.name },
  );
}

/** What a listing says, without quotes; fields that it does not state are left out. */
export function brief(listing: Listing) {
  const { name, technology, vcpu, memory, disks, transfer, port, ipv4, natIpv4, ipv6Prefix, placesFrom, places, prices } =
    listing;
  const stock = places[0]?.availability?.is;
  return {
    ...(name ? { name: name.is } : {}),
    ...(technology ? { technology: technology.is.value } : {}),
    ...(vcpu ? { vcpu: vcpu.is } : {}),
    ...(listing.cpuResourceModel ? { cpu: listing.cpuResourceModel.is } : {}),
    ...(memory ? { memory: `${memory.is.amount} ${memory.is.unit}` } : {}),
    ...(listing.burstMemory ? { burst: `${listing.burstMemory.is.amount} ${listing.burstMemory.is.unit}` } : {}),
    ...(listing.vswap ? { vswap: `${listing.vswap.is.amount} ${listing.vswap.is.unit}` } : {}),
    ...(disks ? { disks: disks.is.map(({ size, type }) => `${size.amount} ${size.unit} ${type}`).join(' + ') } : {}),
    ...(transfer ? { transfer: transfer.is === 'unmetered' ? 'unmetered' : `${transfer.is.amount} ${transfer.is.unit}` } : {}),
    ...(port ? { port: `${port.is.amount} ${port.is.unit}` } : {}),
    ...(ipv4 ? { ipv4: ipv4.is } : {}),
    ...(natIpv4 ? { nat: natIpv4.is } : {}),
    ...(ipv6Prefix ? { ipv6: ipv6Prefix.is } : {}),
    ...(placesFrom ? { places: placesFrom.is.join('; ') } : {}),
    ...(stock ? { stock } : {}),
    prices: prices.map(priceWords),
  };
}

function priceWords({ amount, currency, per, phase, renewal, setupFee, promoCode }: ListedPrice): string {
  const term = 'months' in per ? `${per.months} mo` : 'hours' in per ? 'hour' : '?';
  return [
    `${amount.is} ${currency?.is}/${term}`,
    phase === 'introductory' ? 'first' : '',
    renewal ? `then ${renewal.is}` : '',
    setupFee ? `setup ${setupFee.is}` : '',
    promoCode ? `code ${promoCode.is}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
