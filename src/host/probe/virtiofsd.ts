import { HELPER_FOLDERS } from '../../model/helper-folders';
import type { VirtiofsdFacts } from '../facts';
import type { Files } from './files';
import { lookAt, type ProbeOptions } from './look';

/** Bytes; the one in Rust has 4 to 8 MiB. */
const LARGEST = 64 * 1024 * 1024;

/** Which virtiofsd each program is, as far as it can be told: it is read, not run, since the guest names it. */
export function probeVirtiofsd(programs: readonly string[], { root, look }: ProbeOptions): VirtiofsdFacts[] {
  const { files } = look ?? lookAt(root);
  return [...new Set(programs)].flatMap((program) => {
    const path = pathOf(program, files);
    const kind = path === undefined ? undefined : kindOf(path, files);
    return path === undefined || kind === undefined ? [] : [{ program, path, kind }];
  });
}

/** As the launcher finds it. */
function pathOf(program: string, files: Files): string | undefined {
  if (program.includes('/')) return program;
  const path = files.isHost ? (process.env['PATH'] ?? '').split(':') : [];
  return [...path.filter((folder) => folder.startsWith('/')), ...HELPER_FOLDERS]
    .map((folder) => `${folder}/${program}`)
    .find((file) => files.stats(file)?.isFile() === true);
}

/**
 * By an option that only one of them has (QEMU tools/virtiofsd/helper.c v7.2.0; virtiofsd 1.x, src/main.rs). A script
 * around one is neither.
 */
function kindOf(path: string, files: Files): VirtiofsdFacts['kind'] | undefined {
  const { size = 0 } = files.stats(path) ?? {};
  if (size > LARGEST) return undefined;
  const bytes = files.part(path, 0, size);
  if (bytes?.subarray(0, 4).toString('latin1') !== '\x7fELF') return undefined;
  if (bytes.includes('shared-dir')) return 'rust';
  return bytes.includes('no_posix_lock') ? 'c' : undefined;
}
