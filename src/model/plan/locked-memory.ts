import type { PlannedDevice } from './device';
import type { LaunchPlan } from './index';

/** The first device whose hardware reads and writes the guest's memory by itself, which must stay in its place for that. */
export function deviceThatLocks(plan: Pick<LaunchPlan, 'devices'>): PlannedDevice | undefined {
  return plan.devices.find(isDirect);
}

/** Whether the guest's memory is locked from its start (libvirt src/qemu/qemu_domain.c, qemuDomainGetMemLockLimitBytes). */
export function locksMemory({ devices, memory }: Pick<LaunchPlan, 'devices' | 'memory'>): boolean {
  return memory.memLock?.locked === true || deviceThatLocks({ devices }) !== undefined;
}

/** VFIO, vDPA, and QEMU's own NVMe driver, which is VFIO too. */
function isDirect(device: PlannedDevice): boolean {
  if (device.kind === 'disk') return device.device.source?.type === 'nvme';
  if (device.kind === 'hostdev') return device.passed.type === 'vfio' || device.passed.type === 'mdev';
  if (device.kind !== 'interface') return false;
  return device.passed?.type === 'vfio' || device.device.type === 'vdpa';
}
