import type { FirmwareFacts } from '../facts';
import { readFirmwareDescriptor } from '../firmware';
import type { Files } from './files';

/** A file of the administrator stands for the distribution's of the same name (QEMU docs/interop/firmware.json). */
const FOLDERS = ['/usr/share/qemu/firmware', '/etc/qemu/firmware'] as const;

/** The host's firmware, by the names of the descriptors: that is their priority. Undefined: nothing says what there is. */
export function readFirmware(files: Files): readonly FirmwareFacts[] | undefined {
  const byName = new Map<string, string>();
  for (const folder of FOLDERS)
    for (const name of files.names(folder)) if (name.endsWith('.json')) byName.set(name, `${folder}/${name}`);
  if (byName.size === 0) return undefined;
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, path]) => readFirmwareDescriptor(path, files.text(path) ?? ''))
    .filter((firmware) => firmware !== undefined);
}
