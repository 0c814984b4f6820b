import { isX86 } from '../../qemu/architectures';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { PlannedFirmware, PlannedMachine } from '../../model/plan/machine';
import type { PlannedMemory } from '../../model/plan/memory';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { machineOf } from '../machine/type';
import { planAccel } from './accel';
import { maxCpuCompat } from './power-compat';
import { boardWords } from './board-features';
import { hasHmat } from '../../model/numa';
import { MIB } from '../../model/number';
import { audiodevOf } from '../sound';

export function planMachine(
  guest: Domain,
  context: Context,
  firmware: PlannedFirmware,
  memory: PlannedMemory,
): PlannedMachine {
  const { qemu } = context;
  const { features } = guest;
  const accel = planAccel(guest, context);
  const confidential = encryption(guest, context);
  return {
    type: machineOf(guest, context),
    option: qemu.has('machine-option') ? '-machine' : '-M',
    accel: accel.form === 'machine' ? accel.name : undefined,
    // off by default where its property is not there yet
    usb: qemu.has('machine-usb-opt') ? false : undefined,
    vmport: features.vmport,
    smm: features.smm && (features.smm.state ?? true),
    i8042: features.ps2,
    aesKeyWrap: guest.keywrap?.aes,
    deaKeyWrap: guest.keywrap?.dea,
    kernelIrqchip: features.ioapic && IRQCHIP[features.ioapic],
    board: boardWords(guest, context),
    dumpGuestCore: qemu.has('dump-guest-core') ? dumpGuestCore(guest, context) : undefined,
    memMerge: guest.memory.backing?.nosharepages === true ? false : undefined,
    confidentialGuestSupport: confidential.confidentialGuestSupport,
    memoryEncryption: confidential.memoryEncryption,
    iommu: hasBoardSmmu(guest) ? 'smmuv3' : undefined,
    memoryDevices: memoryDevices(guest, context),
    hmat: hasHmat(guest.numa) ? true : undefined,
    memoryBackend: memory.backend?.id,
    maxCpuCompat: maxCpuCompat(guest, context),
    graphics: guest.os.bios?.useserial === true && qemu.has('machine-graphics') ? false : undefined,
    pflash0: flashNode(firmware, 0),
    pflash1: flashNode(firmware, 1),
    pcspkAudiodev: speaker(guest, context),
    hpet: qemu.has('machine-hpet') ? timer(guest, 'hpet')?.present : undefined,
    acpi: acpi(guest, context),
    loadparm: loadparm(guest, context),
    tsegMiB: tsegOf(guest),
  };
}

/** One before all of the board, where none is said to be of a bus. */
function hasBoardSmmu(guest: Domain): boolean {
  return devicesOf(guest, 'iommu').some(
    ({ model, driver }) => model === 'smmuv3' && driver.pciBus === undefined,
  );
}

/** Persistent memory is switched on for the whole machine, and enclaves have no device of their own. */
function memoryDevices(guest: Domain, { profile }: Context): PlannedMachine['memoryDevices'] {
  const words: Record<string, string | number | boolean> = {};
  let enclaves = 0;
  for (const { model, alias = '', target } of devicesOf(guest, 'memory')) {
    if (model === 'nvdimm') words['nvdimm'] = true;
    if (model !== 'sgx-epc') continue;
    words[`sgx-epc.${enclaves}.memdev`] = `mem${alias}`;
    // QEMU wants it, also where there is only one
    const node = target.node ?? (profile.libvirtDefaults ? undefined : 0);
    if (node !== undefined) words[`sgx-epc.${enclaves}.node`] = node;
    enclaves += 1;
  }
  return words;
}

/** Before 6.0 the property was named after what AMD has. */
function encryption(
  { launchSecurity }: Domain,
  { qemu }: Context,
): Pick<PlannedMachine, 'confidentialGuestSupport' | 'memoryEncryption'> {
  if (launchSecurity === undefined) return {};
  return qemu.has('confidential-guest-support')
    ? { confidentialGuestSupport: 'lsec0' }
    : { memoryEncryption: 'lsec0' };
}

function acpi(guest: Domain, context: Context): boolean | undefined {
  const { profile, qemu } = context;
  const said = profile.libvirtDefaults || !guest.features.acpi;
  return said && hasAcpi(guest, context) && qemu.has('machine-acpi.class') ? guest.features.acpi : undefined;
}

/** Memory for SMM, where there is SMM. */
function tsegOf({ features: { smm } }: Domain): number | undefined {
  return smm?.tseg === undefined || smm.state === false ? undefined : smm.tseg / MIB;
}

/** PC boards and the virt boards have the property (QEMU hw/i386/x86.c, hw/arm/virt.c, hw/riscv/virt.c). */
export function hasAcpi(guest: Domain, context: Context): boolean {
  return isX86(guest.os.arch ?? context.qemu.arch) || machineFamily(guest, context) === 'virt';
}

/** A -drive finds its chip by unit; a node is named. */
function flashNode({ flash }: PlannedFirmware, unit: 0 | 1): string | undefined {
  const backend = flash.find((chip) => chip.unit === unit)?.backend;
  return backend?.form === 'blockdev' ? backend.drive : undefined;
}

const IRQCHIP = { qemu: 'split', kvm: 'on' } as const;

export function timer(guest: Domain, name: Domain['clock']['timers'][number]['name']) {
  return guest.clock.timers.find((candidate) => candidate.name === name);
}

function dumpGuestCore({ memory }: Domain, { profile, conf }: Context): boolean | undefined {
  return memory.dumpCore ?? (profile.libvirtDefaults ? conf.dump_guest_core : undefined);
}

export function wantsSpeaker(guest: Domain): boolean {
  return (
    devicesOf(guest, 'sound').some(({ model }) => model === 'pcspk') && devicesOf(guest, 'audio').length > 0
  );
}

/** Before QEMU 9.2 only the machine, not a device, could say what its boot device loads. */
function loadparm(guest: Domain, { qemu }: Context): string | undefined {
  if (qemu.has('virtio-ccw.loadparm') || !qemu.has('loadparm')) return undefined;
  return guest.devices.find((device) => device.bootOrder === 1)?.loadparm;
}

/** The PC speaker is on the board: the machine, not a device, knows its audio. */
function speaker(guest: Domain, context: Context): string | undefined {
  const pcspk = devicesOf(guest, 'sound').find(({ model }) => model === 'pcspk');
  return pcspk && audiodevOf(guest, pcspk.audioId, context);
}
