import { leaseUnheld } from '../diagnostics/catalog';
import type { XmlElement } from './element';

/** `<lease>`: what a lock manager holds while the guest runs; no argument of QEMU, and no device. */
export function readLease(element: XmlElement): undefined {
  element.required('key');
  element.required('target/@path');
  element.integer('target/@offset', { max: 2 ** 52 });
  element.skip('lockspace');
  element.report(leaseUnheld(element.at));
}
