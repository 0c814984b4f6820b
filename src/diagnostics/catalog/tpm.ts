import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const tpmBackends = (at: Place) =>
  error('tpm-backends', at, 'a TPM has one back end', { help: 'leave one <backend>' });

export const tpmTwice = (at: Place, first: Place) =>
  error('tpm-twice', at, 'a guest has one TPM', {
    notes: [{ message: 'the other one is here', at: first }],
    help: 'remove one of the two',
  });

export const tpmStatePath = (at: Place, path: string) =>
  error('tpm-state-path', at, `swtpm cannot be given the path '${path}'`, {
    help: 'write a path from / on, without a comma: swtpm has no way to quote one',
  });

export const tpmVersion = (at: Place, problem: string) =>
  error('tpm-version', at, problem, { help: "use version='2.0'" });

export const tpmExternal = (at: Place, what: string, instead: string) =>
  error('tpm-backend', at, `QEMU does not reach ${what} that way`, { help: `use ${instead}` });
