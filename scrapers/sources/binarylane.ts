/** BinaryLane: sizes and regions. https://api.binarylane.com.au/reference */
import { binarylaneSource } from '../read/binarylane-api.ts';

/** Adapter of the source. */
export const binarylane = binarylaneSource({
  sourceId: 'binarylane',
  providerId: 'binarylane',
  title: 'BinaryLane API: sizes and regions',
  documentation: 'https://api.binarylane.com.au/reference',
  host: 'api.binarylane.com.au',
  credential: 'BINARYLANE_TOKEN',
  evidence: {
    url: 'https://github.com/binarylane/binarylane-cli',
    said: 'the command line of the provider, made from its API description: GET /v2/sizes with a bearer token, the fields of a size',
    seen: '2026-11-26',
  },
});
