/**
 * Subsidiaries of OVHcloud: each sells from catalogues of its own, in its own currency and datacentres, behind the interface of its part
 * of the world (eu.api.ovh.com, ca.api.ovh.com, api.us.ovhcloud.com).
 * https://eu.api.ovh.com/console/?section=%2Forder&branch=v1
 */
import type { PageRequest, SourceEvidence, SourceManifest } from '../contract.ts';
import { CATALOGUE_ROLE } from './ovh-catalogue.ts';

/** Product lines that have a public order catalogue. */
const LINES = { vps: 'VPS', eco: 'Eco dedicated servers' } as const;
type Line = keyof typeof LINES;

/** One subsidiary as a source. */
export interface OvhSubsidiary {
  readonly sourceId: string;
  /** As in "French subsidiary". */
  readonly name: string;
  /** `ovhSubsidiary` ("FR"). */
  readonly code: string;
  readonly host: string;
  /** ISO 4217, for a catalogue that does not name its own. */
  readonly currency: string;
  readonly evidence: SourceEvidence;
  readonly verified: string | null;
}

/** Facts of the source. */
export function ovhManifest(line: Line, subsidiary: OvhSubsidiary): SourceManifest {
  const { sourceId, name, host, currency, evidence, verified } = subsidiary;
  return {
    sourceId,
    providerId: 'ovhcloud',
    kind: 'provider-api',
    title: `OVHcloud order catalogue: ${LINES[line]}, ${name} subsidiary`,
    documentation: `https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/${line}`,
    hosts: [host],
    cadence: 'daily',
    credential: null,
    evidence,
    verified,
    // Each price has its tax beside it (`price`, `tax`); the currency of a subsidiary stands in the catalogue.
    conventions: { currency, taxIncluded: false },
    readerVersion: 1,
    roles: { [CATALOGUE_ROLE]: { holds: 'plans with prices, options and products', perPlace: false, main: true } },
  };
}

/** The catalogue is one document. */
export function ovhStart(line: Line, { host, code }: OvhSubsidiary): PageRequest[] {
  const url = `https://${host}/v1/order/catalog/public/${line}?ovhSubsidiary=${code}`;
  return [{ role: CATALOGUE_ROLE, number: 1, url }];
}
