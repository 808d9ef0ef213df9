/** Names that people read for the words of the contract. */
import type { AvailabilityState, RowState } from '../../domain/offer.ts';
import type { Architecture, How, ProductType, ResourceModel, StorageType } from '../../domain/plan.ts';
import type { RiskLevel } from '../../domain/risk/level.ts';
import type { Region } from '../../domain/search-facts.ts';
import type { Confidence, Technology } from '../../domain/technology.ts';

export const TECHNOLOGY_NAMES: Readonly<Record<Technology, string>> = {
  openvz6: 'OpenVZ 6',
  openvz7: 'OpenVZ 7',
  openvz: 'OpenVZ',
  lxc: 'LXC',
  'xen-pv': 'Xen PV',
  'xen-hvm': 'Xen HVM',
  'xen-pvh': 'Xen PVH',
  xen: 'Xen',
  kvm: 'KVM',
  'hyper-v': 'Hyper-V',
  vmware: 'VMware',
  bhyve: 'bhyve',
  firecracker: 'Firecracker',
  none: 'None (bare metal)',
  unknown: 'Not known',
};

export const RESOURCE_MODEL_NAMES: Readonly<Record<ResourceModel, string>> = {
  dedicated: 'dedicated',
  shared: 'shared',
  burst: 'burstable',
  capped: 'capped',
  unknown: 'not known',
};

export const STORAGE_NAMES: Readonly<Record<StorageType, string>> = {
  nvme: 'NVMe',
  ssd: 'SSD',
  hdd: 'HDD',
  'ssd-cached': 'SSD-cached',
  network: 'network',
  unknown: 'not known',
};

export const PRODUCT_NAMES: Readonly<Record<ProductType, string>> = {
  vps: 'VPS',
  vds: 'VDS',
  cloud: 'cloud server',
  'storage-vps': 'storage VPS',
  gpu: 'GPU server',
  dedicated: 'dedicated server',
  unknown: 'not known',
};

export const ARCHITECTURE_NAMES: Readonly<Record<Architecture, string>> = {
  x86_64: 'x86-64',
  arm64: 'ARM, 64 bit',
  arm: 'ARM, 32 bit',
  unknown: 'not known',
};

export const RISK_NAMES: Readonly<Record<RiskLevel, string>> = {
  low: 'Low',
  guarded: 'Guarded',
  elevated: 'Elevated',
  high: 'High',
};

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  high: 'high confidence',
  medium: 'medium confidence',
  low: 'low confidence',
  none: 'too little is known to be sure of anything',
};

export const STOCK_NAMES: Readonly<Record<AvailabilityState, string>> = {
  'in-stock': 'in stock',
  limited: 'limited stock',
  'sold-out': 'sold out',
  'pre-order': 'pre-order',
  unknown: 'stock not known',
};

export const STATE_NAMES: Readonly<Record<RowState, string>> = {
  live: 'live',
  recorded: 'recorded',
  stale: 'stale',
  withdrawn: 'withdrawn',
};

export const REGION_NAMES: Readonly<Record<Region, string>> = {
  africa: 'Africa',
  antarctica: 'Antarctica',
  asia: 'Asia',
  europe: 'Europe',
  'north-america': 'North America',
  oceania: 'Oceania',
  'south-america': 'South America',
};

export const HOW_NAMES: Readonly<Record<How, string>> = {
  stated: 'stated by the seller',
  given: "given by the seller's API",
  'provider-fact': 'documented by the provider',
  inferred: 'inferred',
  unknown: 'nobody says',
};

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** Name of a country by its code of ISO 3166-1. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}
