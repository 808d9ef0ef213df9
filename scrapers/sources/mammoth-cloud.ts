/** Mammoth Cloud: sizes and regions, by the interface of BinaryLane. https://www.mammoth.com.au/pricing */
import { binarylaneSource } from '../read/binarylane-api.ts';

/** Adapter of the source. */
export const mammothCloud = binarylaneSource({
  sourceId: 'mammoth-cloud',
  providerId: 'mammoth-cloud',
  title: 'Mammoth Cloud API: sizes and regions',
  documentation: 'https://www.mammoth.com.au/pricing',
  host: 'api.mammoth.com.au',
  credential: null,
  evidence: {
    url: 'https://github.com/AlexeyShalaev/vpn-hub/blob/86609f44b0a6f252fe0266c4571c632f7af12fa2/backend/src/vpnhub/infra/provider_plans/providers/binarylane.py',
    said: 'a public program reads both lists without a key; the same interface as that of BinaryLane, a brand of the same company',
    seen: '2026-11-26',
  },
});
