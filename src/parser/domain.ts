import type { Device } from '../model/device';
import { DOMAIN_TYPES, type Domain } from '../model/domain';
import type { XmlElement } from './element';

/** `<domain>`: the sections in schema order. */
export function parseDomain(root: XmlElement, devices: readonly Device[]): Domain {
  return {
    at: root.at,
    type: root.choice('@type', DOMAIN_TYPES) ?? 'qemu',
    name: root.required('name'),
    uuid: root.text('uuid'),
    hasMetadata: root.skip('metadata'),
    memory: { at: root.at, size: 0 },
    vcpu: { at: root.at, max: 1, each: [] },
    iothreads: [],
    os: { at: root.at, type: 'hvm', firmwareFeatures: [], boot: [] },
    features: { acpi: false, pae: false, viridian: false, privnet: false, kvm: {} },
    clock: { offset: 'utc', timers: [] },
    events: {},
    pm: {},
    emulator: root.text('devices/emulator'),
    devices,
    seclabels: [],
    qemuCommandline: { args: [], env: [] },
  };
}
