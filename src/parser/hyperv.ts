import { HYPERV_ENLIGHTENMENTS, type Features } from '../model/features';
import type { XmlElement } from './element';

/** `<hyperv>`: what a Windows guest is told about the hypervisor. */
export function parseHyperv(hyperv: XmlElement | undefined): Features['hyperv'] {
  if (hyperv === undefined) return undefined;
  const custom = hyperv.text('@mode') !== 'passthrough';
  const needs = (name: string, attribute: string, help: string) => {
    if (custom && hyperv.has(name) && hyperv.text(`${name}/@state`) !== 'off')
      hyperv.required(`${name}/@${attribute}`, help);
  };
  needs('spinlocks', 'retries', "add retries='8191'");
  needs('vendor_id', 'value', 'say which vendor the guest sees');
  return {
    at: hyperv.at,
    mode: hyperv.choice('@mode', ['custom', 'passthrough']),
    enlightenments: Object.fromEntries(
      HYPERV_ENLIGHTENMENTS.filter((name) => hyperv.has(name)).map((name) => [
        name,
        hyperv.on(`${name}/@state`) ?? true,
      ]),
    ),
    spinlockRetries: hyperv.integer('spinlocks/@retries', { min: 4095, max: 4_294_967_295 }),
    vendorId: hyperv.text('vendor_id/@value'),
    stimerDirect: hyperv.has('stimer/direct') ? (hyperv.on('stimer/direct/@state') ?? true) : undefined,
    tlbflushDirect: hyperv.has('tlbflush/direct') ? (hyperv.on('tlbflush/direct/@state') ?? true) : undefined,
    tlbflushExtended: hyperv.has('tlbflush/extended')
      ? (hyperv.on('tlbflush/extended/@state') ?? true)
      : undefined,
  };
}
