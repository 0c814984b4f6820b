import { storageSourceInvalid } from '../diagnostics/catalog';
import { UINT } from '../model/number';
import type { XmlElement } from './element';

/** What a device of the host may be limited to, each with its largest number. */
const LIMITS = [
  ['weight', UINT],
  ['read_iops_sec', UINT],
  ['write_iops_sec', UINT],
  ['read_bytes_sec', Number.MAX_SAFE_INTEGER],
  ['write_bytes_sec', Number.MAX_SAFE_INTEGER],
] as const;

/** `<blkiotune>`, of which no argument comes: only what libvirt could not read of it (src/conf/domain_conf.c). */
export function checkBlkiotune(domain: XmlElement): void {
  const seen = new Set<string>();
  for (const device of domain.children('blkiotune/device')) {
    const path = device.required('path', 'name the device of the host, such as <path>/dev/sda</path>');
    for (const [name, max] of LIMITS) device.integer(name, { max });
    if (seen.has(path) && path !== '')
      device.report(
        storageSourceInvalid(device.at.of('path'), `'${path}' is limited twice`, 'keep one of the two'),
      );
    seen.add(path);
  }
}
