import type { DeviceBase } from '../model/device-base';
import type { ChardevSource } from '../model/chardev';
import { chardevParts, protocolPart } from './chardev';
import type { KindParts } from './kind';
import { filled, part } from './part';

/** The first serial port and the first console are one; the one that the file leaves out is as the other. */
function twin({ implicit, source }: DeviceBase & { readonly source: ChardevSource }) {
  return implicit === true ? chardevParts(source) : [protocolPart(source)];
}

export const serial: KindParts<'serial'> = (device) => ({
  attributes: { type: device.source.type },
  children: [
    ...twin(device),
    part('target', { type: device.targetType, port: device.port }, [
      filled(part('model', { name: device.targetModel })),
    ]),
  ],
});

export const console: KindParts<'console'> = (device) => ({
  attributes: { type: device.source.type },
  children: [...twin(device), part('target', { type: device.targetType, port: device.port })],
});

export const parallel: KindParts<'parallel'> = ({ source, port }) => ({
  children: [protocolPart(source), part('target', { port: port ?? 0 })],
});

export const channel: KindParts<'channel'> = ({ source, targetType, name }) => ({
  children: [protocolPart(source), part('target', { type: targetType, name })],
});
