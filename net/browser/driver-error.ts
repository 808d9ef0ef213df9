/** Whether the browser's driver raised it: it names the call that failed first ("page.goto: …"). Anything else is a bug of ours. */
export function isDriverError(error: unknown): error is Error {
  return error instanceof Error && /^\w+\.\w+: /.test(error.message);
}
