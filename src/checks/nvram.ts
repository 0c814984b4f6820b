import { nvramEmpty, nvramSize } from '../diagnostics/catalog';
import { nodeByPath } from '../host/block';
import type { HostFacts } from '../host/facts';
import type { Check } from './check';

/**
 * A store of raw bytes is mapped whole behind the firmware, and has the size of its template: QEMU refuses an empty one
 * (hw/i386/pc_sysfw.c) and, where the board says how large flash is, a cut one (hw/block/block.c, blk_check_size_and_read_all).
 */
export const nvramStore: Check = ({ guest: { os }, context: { host, report } }) => {
  const { nvram } = os;
  if (nvram?.source?.type !== 'file' || (nvram.format ?? 'raw') !== 'raw') return;
  const { at, source, template, templateFormat = 'raw' } = nvram;
  const path = source.path ?? '';
  const size = sizeOf(host, path);
  if (size === undefined) return;
  const whole = template === undefined || templateFormat !== 'raw' ? undefined : sizeOf(host, template);
  if (size === 0) report(nvramEmpty(at, path, template));
  else if (template !== undefined && whole !== undefined && whole !== size)
    report(nvramSize(at, path, size, template, whole));
};

function sizeOf(host: HostFacts, path: string): number | undefined {
  const node = nodeByPath(host, path);
  return typeof node === 'object' && node.kind === 'file' ? node.size : undefined;
}
