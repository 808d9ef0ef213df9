/**
 * Classes of plans whose share of a CPU their vendor documents. Recognised by the class's own name ("t3.nano"); where another seller
 * could use the same name, only together with the vendor's. Figures: percent of each vCPU.
 */
import type { ResourceModel } from '../plan.ts';

/** What a vendor documents for a class. */
export interface DocumentedClass {
  readonly model: Exclude<ResourceModel, 'unknown'>;
  readonly baselinePct: number | null;
  /** What the document says, or how the table reads. */
  readonly said: string;
  readonly url: string;
}

interface ClassRule extends Omit<DocumentedClass, 'said'> {
  readonly name: RegExp;
  /** Must be named too, where the class's name alone is not the vendor's own. */
  readonly vendor?: RegExp;
  readonly said?: string;
}

const EC2 = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html';
const AZURE_B = 'https://github.com/MicrosoftDocs/azure-docs';
const GCP_E2 = 'https://cloud.google.com/compute/docs/general-purpose-machines';
const FLY = 'https://github.com/superfly/docs';
const DO = 'https://docs.digitalocean.com/products/droplets/concepts/choosing-a-plan/';
const LINODE_SHARED =
  'https://github.com/linode/docs/blob/01f312a0b207f87a279a6e3f8476bee5c44c6fc0/docs/products/compute/compute-instances/plans/choosing-a-plan/index.md';
const LINODE_DEDICATED =
  'https://github.com/linode/docs/blob/03cd38e3da0f13bd832a5a42c960c4b7a26d67a0/docs/products/compute/compute-instances/plans/comparing-shared-and-dedicated-cpus/index.md';
const SCALEWAY =
  'https://github.com/scaleway/docs-content/blob/06dae9d52d4d0ae51a392c2aa192eacd4ddfbd5a/pages/instances/reference-content/instances-datasheet.mdx';
const HETZNER = 'https://wiki.hetzner.de/index.php?title=CloudServer/en&oldid=31978';

const T_SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', '2xlarge'] as const;
const T3 = [5, 10, 20, 20, 30, 40, 40];
const T2 = [5, 10, 20, 20, 30, 22.5, 17];
const B_SIZES = ['B1ls', 'B1s', 'B1ms', 'B2s', 'B2ms', 'B4ms', 'B8ms'] as const;
const B = [5, 10, 20, 20, 30, 22.5, 17];
const burst = (name: RegExp, baselinePct: number | null, url: string, vendor?: RegExp): ClassRule => ({
  model: 'burst',
  name,
  baselinePct,
  url,
  ...(vendor ? { vendor } : {}),
});
const sized = (pattern: (size: string) => RegExp, sizes: readonly string[], pcts: readonly number[], url: string) =>
  sizes.map((size, index) => burst(pattern(size), pcts[index] ?? null, url));

const CLASSES: readonly ClassRule[] = [
  ...sized((size) => new RegExp(`(?<![\\w.])t3a?\\.${size}(?![\\w])`, 'i'), T_SIZES, T3, EC2),
  ...sized((size) => new RegExp(`(?<![\\w.])t4g\\.${size}(?![\\w])`, 'i'), T_SIZES, T3, EC2),
  ...sized((size) => new RegExp(`(?<![\\w.])t2\\.${size}(?![\\w])`, 'i'), T_SIZES, T2, EC2),
  ...sized((size) => new RegExp(`\\bStandard_${size}\\b`, 'i'), B_SIZES, B, AZURE_B),
  ...B_SIZES.map((size, index) => burst(new RegExp(`\\b${size}\\b`, 'i'), B[index] ?? null, AZURE_B, /azure|microsoft/i)),
  burst(/\be2-micro\b/i, 12.5, GCP_E2),
  burst(/\be2-small\b/i, 25, GCP_E2),
  burst(/\be2-medium\b/i, 50, GCP_E2),
  burst(/\bshared-cpu(?:-\d{1,2}x)?\b/i, 6.25, FLY, /\bfly(?:\.io)?\b/i),
  burst(/\bshared-cpu-\d{1,2}x\b/i, 6.25, FLY),
  burst(/\bperformance(?:-\d{1,2}x)?\b/i, 62.5, FLY, /\bfly(?:\.io)?\b/i),
  burst(/\bE2\.1\.Micro\b/i, 12.5, 'https://docs.oracle.com/en-us/iaas/Content/Compute/References/computeshapes.htm'),
  burst(/\bburst-(?:xxs|xs|s|m|l|xl|\d{1,2}xl)\b/i, null, 'https://serverscamp.com/docs/compute', /serverscamp/i),
  burst(/\bburstable-[12]\b/i, 50, 'https://github.com/ubicloud/ubicloud', /ubicloud/i),
  rule(
    'shared',
    /\bbasic (?:regular |premium )?droplets?\b|\bs-\d{1,2}vcpu-/i,
    DO,
    'the hyperthread allocated to the Droplet may be shared between multiple other Droplets',
  ),
  rule(
    'dedicated',
    /\b(?:general purpose|cpu-optimized|memory-optimized|storage-optimized) droplets?\b/i,
    DO,
    'Dedicated CPU Droplets have guaranteed access to the full hyperthread at all times.',
  ),
  rule(
    'shared',
    /\bg6-(?:nanode|standard)-\d|\bnanode\b/i,
    LINODE_SHARED,
    'Your processes are scheduled on the same CPU cores as processes from other Compute Instances.',
  ),
  rule(
    'dedicated',
    /\bg6-dedicated-\d|\bg7-premium-\d/i,
    LINODE_DEDICATED,
    'Dedicated CPU cores are equipped on all of our Compute Instance plans, except for Shared instances.',
  ),
  rule('shared', /\b(?:STARDUST1|DEV1|GP1|PLAY2|PRO2|COPARM1)-\w/i, SCALEWAY, 'Shared vCPUs'),
  rule(
    'dedicated',
    /\b(?:ENT1|POP2)-\w/i,
    SCALEWAY,
    'Instances with dedicated vCPU do not share their compute resources with other Instances',
  ),
  {
    ...rule(
      'dedicated',
      /\bCCX\d{1,2}\b/i,
      HETZNER,
      'Every dedicated vCPU instance has its own dedicated CPU resources (1 vCPU = 1 hyper-thread)',
    ),
    vendor: /hetzner/i,
  },
];

function rule(model: ClassRule['model'], name: RegExp, url: string, said: string): ClassRule {
  return { model, name, baselinePct: null, url, said };
}

/** What is documented for the class that a name, or the words of a plan, belong to; null where it is none of those known. */
export function documentedClass(name: string, vendor: string): DocumentedClass | null {
  const text = name.slice(0, 400);
  const found = CLASSES.find((one) => one.name.test(text) && (!one.vendor || one.vendor.test(`${vendor.slice(0, 200)} ${text}`)));
  if (!found) return null;
  const { model, baselinePct, url } = found;
  const figure = baselinePct === null ? 'documented as burstable' : `documented baseline of ${baselinePct} % of each vCPU`;
  return { model, baselinePct, url, said: found.said ?? `${found.name.exec(text)?.[0] ?? text}: ${figure}` };
}
