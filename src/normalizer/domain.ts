import type { Domain } from '../model/domain';
import type { LaunchPlan } from '../model/plan';
import { osPart } from './os';
import { filled, onOff, part, textPart, type Part } from './part';

/** `<domain>` with what is filled in, but for devices that it has; `devices` are those of one that has none. */
export function domainParts(guest: Domain, plan: LaunchPlan, arch: string, devices: readonly Part[]): Part {
  const { memory, vcpu, clock, events } = guest;
  return part('domain', {}, [
    ...memoryParts(memory),
    { ...part('vcpu', { placement: placementOf(guest) }), text: String(vcpu.max) },
    osPart(guest.os, plan.machine.type, arch),
    featuresPart(guest),
    cpuPart(guest),
    part('clock', { offset: clock.offset }),
    textPart('on_poweroff', events.poweroff ?? 'destroy'),
    textPart('on_reboot', events.reboot ?? 'restart'),
    textPart('on_crash', events.crash ?? 'destroy'),
    part('devices', {}, [plan.program.startsWith('/') && textPart('emulator', plan.program), ...devices]),
  ]);
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
  const { ioapic, smm } = features;
  return filled(
    part('features', {}, [
      ioapic !== undefined && part('ioapic', { driver: ioapic }),
      smm?.state !== undefined && part('smm', { state: onOff(smm.state) }),
    ]),
  );
}

/** The cell that a guest without any gets, so that it can grow. */
function cpuPart({ numa }: Domain): Part | undefined {
  const cells = numa.cells.filter(({ at }) => at.path.endsWith('memory'));
  if (cells.length === 0) return undefined;
  return part('cpu', {}, [
    part(
      'numa',
      {},
      cells.map(({ id, cpus, memory }) =>
        part('cell', { id, cpus: rangesOf(cpus), memory: memory / 1024, unit: 'KiB' }),
      ),
    ),
  ]);
}

/** 0-7: the processors of that cell are all there are. */
function rangesOf(cpus: readonly number[]): string {
  const last = cpus.length - 1;
  return last > 0 ? `0-${last}` : '0';
}
