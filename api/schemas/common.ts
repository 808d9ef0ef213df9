/** Small schemas that many answers share. */
import { z } from '@hono/zod-openapi';

/** A time in answers. */
export const time = z.iso.datetime({ offset: true });

/** A decimal of money in answers: text, because JSON numbers are no money. */
export const amount = z.string().regex(/^-?\d+\.\d+$/);

/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

/** A kind of problem, as every error is told. */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('Address of the kind of problem, relative to this service'),
    title: z.string().describe('The kind of problem in words, the same for each of its kind'),
    status: z.int().describe('The HTTP status again'),
    detail: z.string().describe('What is the matter with this request'),
    errors: z
      .array(
        z.strictObject({
          field: z.string().describe('Parameter or path in the body; empty: the request as a whole'),
          message: z.string().describe('What is wrong with it'),
        }),
      )
      .readonly()
      .describe('Everything that is wrong with the request; empty where no field is to blame'),
    requestId: z.string().describe('Names this request in the logs'),
  })
  .openapi('Problem');

/** Problems that a route answers with, for its `responses`. */
export function problemResponse(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } } as const;
}

/** Problems of every route for operators. */
export const adminProblems = {
  401: problemResponse('No token, or not the one of this service'),
  403: problemResponse("The operator's view is off: no ADMIN_TOKEN is set"),
} as const;
