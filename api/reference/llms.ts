/** `llms.txt` (llmstxt.org): how a program that reads text uses the API, made from the tables that the API itself works by. */
import { COLUMNS } from '../../domain/export/columns.ts';
import { FACETS } from '../../domain/filter/facets.ts';
import { criteria } from '../../domain/filter/parse.ts';
import { DEFAULT_LIMIT, LARGEST_LIMIT } from '../../domain/filter/search-params.ts';
import { SORTS } from '../../domain/filter/sort.ts';
import type { ApiDocument } from './fields.ts';
import { operationsOf } from './operation.tsx';

/** The text; `base`: where the API is reached. */
export function llmsText(document: ApiDocument, base: string): string {
  return `# Stealtime

> VPS offers read from their sources: virtualization technology, whose the resources are, prices with history, each with its origin. Free of keys, JSON over HTTP.

Ask one question with one request, for example the cheapest KVM servers in Germany with 4 GB, billed by the hour:

    ${base}/v1/offers?technology=kvm&country=DE&minMemory=4GB&hourly=true&currency=EUR&sort=price&limit=5

- Rows are in \`data\`; \`page.next\` is the \`cursor\` of the next page (null: the last). \`limit\` is 1 to ${LARGEST_LIMIT}, ${DEFAULT_LIMIT} where none is given.
- Unknown is a value: \`null\` or \`"unknown"\` is missing knowledge, never a no and never a default. A row of which an asked criterion is not known is left out and counted in \`meta.excludedUnknown\`; \`includeUnknown=true\` lets such rows pass. Say so when you report an answer.
- \`capabilities\` says what can be done on a row: yes, no, provider-dependent (the technology allows it, the provider decides) or unknown. \`can=docker,own-kernel\` asks for yes; \`includeProviderDependent=true\` is content with provider-dependent, of which \`meta.excludedProviderDependent\` counts what was left out. ${base}/v1/technologies?need=docker,windows says which technologies serve, and why.
- \`comparable.perMonth\` is the price to compare (\`comparable.basis\` says how it was computed); \`prices\` are the prices as sold. Money is a decimal text beside its currency.
- \`risk\` says how likely less comes than is promised: level, confidence, a summary; ${base}/v1/offers/{id}/risk has every reason with its doubt. Unknown is the usual level; low is said only where dedicated CPUs are documented or were measured. Call no provider an overseller.
- POST to \`/v1/check\` with \`{"text": "…"}\` (an offer's words), \`{"offer": {…}}\` or \`{"url": "…"}\` of a known offer reads and judges one offer: market, resource model, risk, capabilities, questions for the seller.
- \`/mcp\` is the same for agents that speak the Model Context Protocol (streamable HTTP, no key): search, compare, check, technologies by needs, risks.
- \`state\` is live, recorded (read from an old recording: name its \`observedAt\`), stale or withdrawn.
- Each of a row's \`locations\` has an \`offerId\`. ${base}/v1/offers/{id} takes it or the row's \`id\`; ${base}/v1/offers/{id}/prices is what it cost.
- Several values of a parameter are separated by commas. Unknown, repeated and contradictory parameters are answered 400 with \`errors: [{ field, message }]\` that name them.
- Answers have an ETag and may be kept for a minute; more than a few requests a second are answered 429 with Retry-After.

## Filter

The same parameters everywhere: search, CSV, NDJSON, feeds.

${criteria.map(([name, { means, kind }]) => `- \`${name}\`: ${means} Give ${kind.says}.`).join('\n')}

## Order

\`sort=\` one of these; a leading \`-\` reverses it; unknown is always last.

${Object.entries(SORTS)
  .map(([name, { means }]) => `- \`${name}\`: ${means}`)
  .join('\n')}

## Counts

\`facets=\` counts values over all matching rows: ${Object.keys(FACETS).join(', ')}.

## Everything at once

${base}/v1/offers.ndjson (one row a line) and ${base}/v1/offers.csv stream every matching row, without \`limit\` and \`cursor\`. Columns of the CSV: ${COLUMNS.map(({ name }) => name).join(', ')}.

## All paths

${operationsOf(document)
  .filter(({ operation }) => !operation.tags?.includes('admin'))
  .map(({ method, path, operation }) => `- ${method.toUpperCase()} ${path}: ${operation.summary}`)
  .join('\n')}

## More

- [OpenAPI document](${base}/openapi.json): every parameter and every field
- [Reference](${base}/docs): the same for people
`;
}
