import type { Channel } from '../model/chardev';
import { parseChardevSource } from './chardev';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parseChannel(element: XmlElement): Channel {
  element.required('target/@type', 'use virtio or guestfwd');
  // whether somebody was connected in an earlier run
  element.skip('target/@state');
  const targetType = element.choice('target/@type', ['virtio', 'guestfwd', 'xen']) ?? 'virtio';
  return {
    kind: 'channel',
    ...parseDeviceBase(element),
    source: parseChardevSource(element),
    targetType,
    ...(targetType === 'guestfwd' ? parseGuestfwd(element) : { name: element.text('target/@name') }),
  };
}

function parseGuestfwd(element: XmlElement): Pick<Channel, 'guestAddress' | 'guestPort'> {
  element.required('target/@port');
  return {
    guestAddress: element.required('target/@address'),
    guestPort: element.integer('target/@port', { min: 1, max: 65535 }),
  };
}
