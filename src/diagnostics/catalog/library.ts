import { error } from '../diagnostic';

/** A call of the library that its types would have refused; `what`: xml, or an option as `options.profile`. */
export const callInvalid = (what: string, problem: string, help?: string) =>
  error('call-invalid', undefined, `${what} ${problem}`, {
    help: help ?? "correct the call: the package's types say what an option takes",
  });
