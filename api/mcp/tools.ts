/** The tools of the Model Context Protocol endpoint: questions to this API in the words of an agent. Read-only. */
import { z } from 'zod';
import { criteria } from '../../domain/filter/parse.ts';
import { SORTS } from '../../domain/filter/sort.ts';
import { CAPABILITY_NAMES } from '../../domain/technologies/capability.ts';

/** A request to our own API. */
export interface ApiRequest {
  readonly path: string;
  /** Sent as JSON; absent: a GET. */
  readonly body?: unknown;
}

/** One tool; `ask` makes the request from arguments that met `input`. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly ask: (args: unknown) => ApiRequest;
}

/** Rows in one answer: an agent reads them all. */
const MOST_ROWS = 20;

const id = z.string().min(1).max(300).describe('Id of a row, or the offerId of one of its locations');

function tool<I extends z.ZodObject>(
  made: Omit<Tool, 'input' | 'ask'> & { input: I; ask: (args: z.output<I>) => ApiRequest },
): Tool {
  return { ...made, ask: (args) => made.ask(made.input.parse(args)) };
}

function query(path: string, params: Readonly<Record<string, unknown>>): ApiRequest {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return { path: `${path}?${given}` };
}

const word = z.union([z.string().max(400), z.number(), z.boolean()]);

const filters = Object.fromEntries(
  criteria.map(([name, { means, kind }]) => [
    name,
    z
      .union([word, z.array(word).min(1).max(50)])
      .optional()
      .describe(`${means} Give ${kind.says}.`),
  ]),
);

/** All tools. */
export const TOOLS: readonly Tool[] = [
  tool({
    name: 'search_offers',
    title: 'Search VPS offers',
    description:
      'Finds VPS offers that meet every criterion. What is not known of an offer does not meet a criterion; meta.excludedUnknown counts such offers: say so. Sizes like "2GB"; several values as a list, or separated by commas. Each row has comparable.perMonth (the price to compare), technology, capabilities and a risk with its summary.',
    input: z.strictObject({
      ...filters,
      sort: z
        .string()
        .max(40)
        .optional()
        .describe(`Order: ${Object.keys(SORTS).join(', ')}; a leading - reverses it`),
      limit: z.int().min(1).max(MOST_ROWS).optional().describe(`Rows, ${MOST_ROWS} at most (10 where none is given)`),
      cursor: z.string().max(2000).optional().describe('page.next of the answer before'),
    }),
    ask: ({ limit = 10, ...rest }) => query('/v1/offers', { ...rest, limit }),
  }),
  tool({
    name: 'get_offer',
    title: 'One offer',
    description: 'Everything about one offer, with how each field is known.',
    input: z.strictObject({ id }),
    ask: (args) => ({ path: `/v1/offers/${encodeURIComponent(args.id)}` }),
  }),
  tool({
    name: 'compare_offers',
    title: 'Compare offers',
    description: 'Two to eight offers side by side, with what each costs over a time.',
    input: z.strictObject({
      ids: z.array(id).min(2).max(8).describe('Ids of rows or offers'),
      months: z.int().min(1).max(60).optional().describe('Months over which costs are summed (12)'),
      currency: z.string().max(3).optional().describe('Currency of the costs, ISO 4217'),
    }),
    ask: ({ ids, ...rest }) => query('/v1/compare', { ids: ids.join(','), ...rest }),
  }),
  tool({
    name: 'check_offer',
    title: 'Check an offer',
    description:
      'Judges an offer from a pasted text, from JSON, or a known one by its address: what was read, where the price stands, what the technology allows, whose the resources are, risk with reasons, questions for the seller. Nothing is fetched.',
    input: z.strictObject({
      text: z.string().max(60_000).optional().describe('The words of the offer'),
      offer: z.looseObject({}).optional().describe('Or an offer as a row of a search, or as much of one as is known'),
      url: z.string().max(2000).optional().describe('Or the address of an offer that is known here'),
      benchmark: z
        .string()
        .max(60_000)
        .optional()
        .describe('A benchmark report of a server of this plan, as its tool printed it'),
    }),
    ask: (body) => ({ path: '/v1/check', body }),
  }),
  tool({
    name: 'technologies_for_needs',
    title: 'Technologies by needs',
    description: 'Which virtualization technologies serve some needs, where the provider decides, which cannot, and why.',
    input: z.strictObject({ need: z.array(z.enum(CAPABILITY_NAMES)).min(1).max(CAPABILITY_NAMES.length).describe('The needs') }),
    ask: ({ need }) => query('/v1/technologies', { need: need.join(',') }),
  }),
  tool({
    name: 'explain_risk',
    title: 'Explain a risk',
    description:
      'Why an offer may be oversold: each reason with observation, comparison, meaning and doubt, and what would change the level. Report the doubts too, and call no provider an overseller.',
    input: z.strictObject({ id }),
    ask: (args) => ({ path: `/v1/offers/${encodeURIComponent(args.id)}/risk` }),
  }),
];
