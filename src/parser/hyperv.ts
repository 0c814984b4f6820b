import { HYPERV_ENLIGHTENMENTS, type Features } from '../model/features';
import type { XmlElement } from './element';
import { saidStateOf } from './state';

/** `<hyperv>`: what a Windows guest is told about the hypervisor. */
export function parseHyperv(hyperv: XmlElement | undefined): Features['hyperv'] {
  if (hyperv === undefined) return undefined;
  const custom = !['passthrough', 'host-model'].includes(hyperv.text('@mode') ?? '');
  if (custom && hyperv.has('vendor_id') && hyperv.text('vendor_id/@state') !== 'off')
    hyperv.required('vendor_id/@value', 'say which vendor the guest sees');
  return {
    at: hyperv.at,
    mode: hyperv.choice('@mode', ['custom', 'passthrough', 'host-model']),
    enlightenments: Object.fromEntries(
      HYPERV_ENLIGHTENMENTS.filter((name) => hyperv.has(name)).map((name) => [
        name,
        saidStateOf(hyperv, name) === true,
      ]),
    ),
    spinlockRetries: retriesOf(hyperv),
    vendorId: hyperv.text('vendor_id/@value'),
    stimerDirect: saidStateOf(hyperv, 'stimer/direct'),
    tlbflushDirect: saidStateOf(hyperv, 'tlbflush/direct'),
    tlbflushExtended: saidStateOf(hyperv, 'tlbflush/extended'),
  };
}

/** Locks that the guest is not told of are not tried again either. */
function retriesOf(hyperv: XmlElement): number | undefined {
  const path = 'spinlocks/@retries';
  if (hyperv.text('spinlocks/@state') !== 'off')
    return hyperv.integer(path, { min: 4095, max: 4_294_967_295 });
  hyperv.skip(path);
  return undefined;
}
