/** `/mcp`: the read-only endpoint of the Model Context Protocol. It keeps no sessions: each request is answered by itself. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { Context } from 'hono';
import type { ApiEnv } from '../env.ts';
import { type ApiRequest, TOOLS } from '../mcp/tools.ts';
import { createRouter } from '../router.ts';

/** Asks our own API, past limits and log: the request that asked was counted. */
export type AskApi = (request: Request) => Response | Promise<Response>;

/** An agent reads no more than this of one answer, in characters. */
const LONGEST_ANSWER = 120_000;

const INSTRUCTIONS =
  'VPS offers with prices, technology, capabilities and risk of overselling. null and "unknown" are missing knowledge, never a no: say what is not known. Risks are inferences with reasons and doubts, not verdicts about providers.';

/** The endpoint, answered by the API that `ask` reaches. */
export function mcpRoutes(ask: AskApi) {
  return createRouter().post('/mcp', async (c) => {
    const server = serverOf(c, ask);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    try {
      return await transport.handleRequest(c.req.raw);
    } finally {
      await server.close();
    }
  });
}

function serverOf(c: Context<ApiEnv>, ask: AskApi): McpServer {
  const server = new McpServer({ name: 'stealtime', version: c.get('deps').version }, { instructions: INSTRUCTIONS });
  for (const { name, title, description, input, ask: requestOf } of TOOLS) {
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, (args: unknown) =>
      answer(requestOf(args), new URL(c.req.url).origin, ask),
    );
  }
  return server;
}

async function answer({ path, body }: ApiRequest, origin: string, ask: AskApi) {
  const init =
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await ask(new Request(`${origin}${path}`, init));
  const text = await response.text();
  if (text.length <= LONGEST_ANSWER) return { content: [{ type: 'text' as const, text }], isError: !response.ok };
  const tooLong = `The answer has ${text.length} characters; ${LONGEST_ANSWER} are sent at most. Ask for fewer rows.`;
  return { content: [{ type: 'text' as const, text: tooLong }], isError: true };
}
