import { tapeTransferFragmented, tapeTransferLimit } from '../../diagnostics/catalog';
import type { ScsiDevice } from '../../host/facts';
import { adapterByHost, hctlText } from '../../host/scsi';
import type { CheckInput } from '../check';
import type { PassedLun } from './passed';

/** KiB of the smallest page. */
const PAGE = 4;
/** KiB: the block that LTFS writes by default. */
const BLOCK = 512;
/** As the sg driver is loaded, where nothing says otherwise. */
const SG = { elementKb: 32, reservedKb: 32, direct: false };

/**
 * A tape's block is one request. QEMU sends it through the sg driver, which copies it into as many pieces as the adapter has
 * segments, of scatter_elem_sz or, where the host has no such pieces of memory left, of less. With allow_dio it takes QEMU's
 * own pages (Linux drivers/scsi/sg.c, sg_start_req and sg_build_indirect).
 */
export function checkTape(
  { at, path = '' }: PassedLun,
  { hctl }: ScsiDevice,
  { context: { host, report }, skip }: CheckInput,
): void {
  const adapter = adapterByHost(host, hctl.host);
  const segments = typeof adapter === 'object' ? adapter.sgTablesize : undefined;
  const queue = host.scsiUse?.tapeLimits?.find((limit) => limit.hctl === hctlText(hctl));
  if (segments === undefined && queue === undefined) return skip('the largest block of its tapes');
  const { elementKb, reservedKb, direct } = host.scsiUse?.sgDriver ?? SG;
  const piece = direct ? PAGE : pieceOf(elementKb);
  const copied = (segments ?? Infinity) * piece;
  const limit = Math.min(copied, queue?.maxKb ?? Infinity);
  const small = (segments ?? Infinity) * PAGE;
  if (limit < BLOCK)
    report(
      tapeTransferLimit(
        at,
        path,
        limit,
        limit < copied ? (queue?.from ?? 'disks') : { pieceKb: piece, direct },
      ),
    );
  else if (small < BLOCK && reservedKb < BLOCK) report(tapeTransferFragmented(at, path, small, BLOCK));
}

/** Pages come in powers of two. */
function pieceOf(elementKb: number): number {
  return PAGE * 2 ** Math.ceil(Math.log2(Math.max(elementKb / PAGE, 1)));
}
