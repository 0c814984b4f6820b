import { hostdevContainerOnly, hostdevLogical, hostdevTypeUnknown } from '../diagnostics/catalog';
import type { XmlElement } from './element';

/** libvirt's `mode='capabilities'`: what `<source>` holds of each type. */
const CONTAINER_SOURCES: Readonly<Record<string, string>> = {
  net: 'source/interface',
  misc: 'source/char',
  storage: 'source/block',
};

/** Kinds of node devices that are no host devices of a guest; each has an element of its own. */
const LOGICAL = new Set(['net', 'storage', 'block', 'scsi_generic', 'usb_device', 'drm', 'misc']);

/** Says why a `<hostdev>` of this mode and type is no host device, and what to write in its place. */
export function refuseHostdev(element: XmlElement, mode: string, type: string): void {
  const { at, report } = element;
  const path = Object.hasOwn(CONTAINER_SOURCES, type) ? CONTAINER_SOURCES[type] : undefined;
  if (mode === 'capabilities' && path !== undefined)
    report(hostdevContainerOnly(at, type, element.text(path)));
  else if (LOGICAL.has(type)) report(hostdevLogical(at.of('@type'), type, element.text('source/@name')));
  // Without a type, that it is missing has been said.
  else if (type !== '') report(hostdevTypeUnknown(at.of('@type'), type, mode));
  element.skip('@*');
  element.skip('*');
}
