/** What is done where a tool is missing that some tests want: the one place that knows of NO_SKIP. */

/** Whether a missing tool fails the run: in CI a skipped test proves nothing. */
export const mustRun = process.env['CI'] !== undefined || process.env['NO_SKIP'] === '1';

/** Says that `what` is not tested for want of `tool`, which is a failure where nothing may be skipped. */
export function missing(what: string, tool: string): void {
  if (mustRun)
    test(what, () => {
      throw new Error(`${tool} is not installed`);
    });
  else skipped(what, `${tool} is not installed`);
}

/** Says that `what` is not tested, and why, where no gate has to have it. */
export function skipped(what: string, why: string): void {
  test.skip(`${what}: skipped, ${why}`, () => {});
}

/** `test.each`, which jest refuses for an empty list: it has no test then. */
export function eachOf<T>(list: readonly T[]): (name: string, run: (one: T) => Promise<void> | void) => void {
  if (list.length === 0) return () => {};
  return (name, run) => {
    test.each([...list])(name, run as never);
  };
}
