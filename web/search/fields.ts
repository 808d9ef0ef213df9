/** The filter's parameters as fields of a form: how each is called, what to type, in which group it stands. */
import { CRITERIA, type FilterName } from '../../domain/filter/criteria.ts';

/** What a field is called, and an example of what to type. */
export interface Field {
  readonly label: string;
  readonly example?: string;
}

/** Fields under one heading. */
export interface FieldGroup {
  readonly title: string;
  readonly names: readonly FilterName[];
}

const FIELDS: Readonly<Partial<Record<FilterName, Field>>> = {
  q: { label: 'Search words', example: 'provider, plan, city or chip' },
  technology: { label: 'Technology' },
  resourceModel: { label: 'vCPUs are' },
  can: { label: 'It can run', example: 'docker,own-kernel' },
  includeProviderDependent: { label: 'Up to the provider counts as met' },
  minVcpu: { label: 'vCPUs', example: '2' },
  minMemory: { label: 'Memory', example: '2GB' },
  minDisk: { label: 'Storage', example: '40GB' },
  maxPrice: { label: 'At most', example: '10' },
  currency: { label: 'Currency' },
  region: { label: 'Continent' },
  country: { label: 'Country' },
  provider: { label: 'Providers', example: 'linode,vultr' },
  excludeProvider: { label: 'Not these providers', example: 'vultr' },
  productType: { label: 'Kind of product' },
  cpuName: { label: 'Chip contains', example: 'epyc' },
  architecture: { label: 'Instruction set' },
  gpu: { label: 'GPU' },
  guest: { label: 'Operating system', example: 'windows' },
  maxVcpu: { label: 'vCPUs, at most', example: '8' },
  maxMemory: { label: 'Memory, at most', example: '16GB' },
  diskType: { label: 'Kind of storage' },
  minTransfer: { label: 'Transfer a month', example: '1TB' },
  unmetered: { label: 'Unmetered transfer' },
  minPort: { label: 'Port speed', example: '1Gbps' },
  ipv4: { label: 'IPv4 addresses', example: '1' },
  ipv6: { label: 'IPv6' },
  nat: { label: 'IPv4 shared by NAT' },
  ddos: { label: 'DDoS protection' },
  city: { label: 'City', example: 'frankfurt' },
  location: { label: 'Location id', example: 'linode/eu-west' },
  minPrice: { label: 'At least, a month', example: '2' },
  hourly: { label: 'Billed by the hour' },
  term: { label: 'Billing term', example: '12 (months)' },
  maxSetupFee: { label: 'Set-up fee, at most', example: '0' },
  promo: { label: 'With promotional code' },
  horizon: { label: 'Compare over', example: '12 (months)' },
  availability: { label: 'Stock' },
  state: { label: 'Freshness' },
  newSince: { label: 'First seen since', example: '7d or 2026-11-01' },
  changedSince: { label: 'Changed since', example: '7d or 2026-11-01' },
  includeUnknown: { label: 'Not known counts as met' },
};

/** Fields that everybody needs. */
export const MAIN_GROUPS: readonly FieldGroup[] = [
  { title: 'What runs it', names: ['technology', 'resourceModel'] },
  { title: 'Size, at least', names: ['minVcpu', 'minMemory', 'minDisk'] },
  { title: 'Price a month', names: ['maxPrice', 'currency'] },
  { title: 'Place', names: ['region', 'country'] },
];

const FURTHER: readonly FieldGroup[] = [
  { title: 'What it lets you do', names: ['can', 'includeProviderDependent'] },
  { title: 'Product', names: ['provider', 'excludeProvider', 'productType', 'cpuName', 'architecture', 'gpu', 'guest'] },
  { title: 'Size', names: ['maxVcpu', 'maxMemory', 'diskType'] },
  { title: 'Network', names: ['minTransfer', 'unmetered', 'minPort', 'ipv4', 'ipv6', 'nat', 'ddos'] },
  { title: 'Place', names: ['city', 'location'] },
  { title: 'Paying', names: ['minPrice', 'hourly', 'term', 'maxSetupFee', 'promo', 'horizon'] },
  { title: 'Stock and age', names: ['availability', 'state', 'newSince', 'changedSince'] },
];

const APART: readonly FilterName[] = ['q', 'includeUnknown'];
const placed = new Set<string>([...APART, ...[...MAIN_GROUPS, ...FURTHER].flatMap(({ names }) => names)]);
const others = (Object.keys(CRITERIA) as FilterName[]).filter((name) => !placed.has(name));

/** Fields for whoever looks for them; every criterion of the filter stands somewhere. */
export const FURTHER_GROUPS: readonly FieldGroup[] = [
  ...FURTHER,
  ...(others.length > 0 ? [{ title: 'Other', names: others }] : []),
];

/** A parameter's field; one that nobody named yet goes by the first words of what it means. */
export function fieldOf(name: FilterName): Field {
  return FIELDS[name] ?? { label: (CRITERIA[name].means.split(/[.;:(]/)[0] ?? name).trim() };
}

/** Id of a field's input, which an error's link leads to. */
export function fieldId(name: string): string {
  return `field-${name}`;
}
