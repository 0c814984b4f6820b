import type { Domain } from '../model/domain';
import type { LaunchPlan } from '../model/plan';
import { cpuPart } from './cpu';
import { osPart } from './os';
import { onOff } from '../model/on-off';
import { filled, part, textPart, yesNo, type Part } from './part';

/** What the text said, and what was decided on it. */
export interface Decided {
  readonly domain: Domain;
  /** The domain after all passes. */
  readonly guest: Domain;
  readonly plan: LaunchPlan;
  /** libvirt's name of the architecture. */
  readonly arch: string;
}

/** `<domain>` with what is filled in, but for devices that it has; `devices` are those of one that has none. */
export function domainPart({ domain, guest, plan, arch }: Decided, devices: readonly Part[]): Part {
  const { memory, vcpu, clock, events } = guest;
  return part('domain', {}, [
    ...memoryParts(memory),
    { ...part('vcpu', { placement: placementOf(guest) }), text: String(vcpu.max) },
    domain.iothreads.length > 0 && iothreadsPart(guest),
    osPart(guest.os, plan.machine.type, arch, bootsInOrder(domain)),
    featuresPart(guest),
    cpuPart(domain, guest, plan.cpu),
    part('clock', { offset: clock.offset }),
    textPart('on_poweroff', events.poweroff ?? 'destroy'),
    textPart('on_reboot', events.reboot ?? 'restart'),
    textPart('on_crash', events.crash ?? 'destroy'),
    part('devices', {}, [plan.program.startsWith('/') && textPart('emulator', plan.program), ...devices]),
  ]);
}

/** Some were named, and more were counted. */
function iothreadsPart({ iothreads }: Domain): Part {
  return part(
    'iothreadids',
    {},
    iothreads.map(({ id }) => ({ ...part('iothread', { id }), key: 'id' })),
  );
}

/** Devices that say themselves when they are booted from leave nothing to `<os>`. */
function bootsInOrder({ devices }: Domain): boolean {
  return devices.some(({ bootOrder }) => bootOrder !== undefined);
}

/** Bytes to the KiB that both are written in. */
function memoryParts({ size, current }: Domain['memory']): (Part | undefined)[] {
  const kib = (bytes: number | undefined) => bytes && bytes / 1024;
  return [
    textPart('memory', kib(size), { unit: 'KiB' }),
    textPart('currentMemory', kib(current ?? size), { unit: 'KiB' }),
  ];
}

function placementOf({ vcpu, numatune }: Domain): string {
  if (vcpu.placement !== undefined) return vcpu.placement;
  return vcpu.cpuset === undefined && numatune?.memory?.placement === 'auto' ? 'auto' : 'static';
}

function featuresPart({ features }: Domain): Part | undefined {
  const { asyncTeardown, hyperv, ioapic, smm, vmcoreinfo } = features;
  return filled(
    part('features', {}, [
      hyperv && part('hyperv', { mode: hyperv.mode ?? 'custom' }),
      ioapic !== undefined && part('ioapic', { driver: ioapic }),
      smm?.state !== undefined && part('smm', { state: onOff(smm.state) }),
      vmcoreinfo !== undefined && part('vmcoreinfo', { state: onOff(vmcoreinfo) }),
      asyncTeardown !== undefined && part('async-teardown', { enabled: yesNo(asyncTeardown) }),
    ]),
  );
}
