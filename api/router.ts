import { OpenAPIHono } from '@hono/zod-openapi';
import type { z } from 'zod';
import type { FieldError } from '../domain/filter/params.ts';
import type { ApiEnv } from './env.ts';
import { invalidRequest } from './http/problem.ts';

/** The router that every route file starts from, so that wrong input is told in one shape everywhere. */
export function createRouter(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidRequest(c, fieldErrors(result.error))),
  });
}

function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: key, message: 'is no parameter of this path' }))
      : [{ field: issue.path.join('.'), message: wordsOf(issue) }],
  );
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.message.endsWith('received undefined')) return 'is missing';
  // A parameter given twice reaches the schema as a list.
  return issue.expected === 'string' && issue.message.endsWith('received array') ? 'is given more than once' : issue.message;
}
