import { error } from '../diagnostic';

export const hostSnapshotSyntax = (file: string, problem: string) =>
  error('host-snapshot-syntax', undefined, `${file} is not JSON: ${problem}`, {
    help: 'capture the host again: domxml2qemu host --output json > FILE',
  });

export const hostSnapshotVersion = (file: string, found: unknown, known: number) =>
  error(
    'host-snapshot-version',
    undefined,
    typeof found === 'number'
      ? `${file} has schema version ${found}; this release reads version ${known}`
      : `${file} is no host snapshot: it has no schema version`,
    { help: 'capture the host again with this release: domxml2qemu host --output json > FILE' },
  );

/** `path` is the place in the JSON: $.scsi[2].hctl.host. */
export const hostSnapshotInvalid = (file: string, path: string, problem: string) =>
  error('host-snapshot-invalid', undefined, `${file}: ${path} ${problem}`, {
    help: 'capture the host again, or correct the value: docs/host.md lists every field',
  });
