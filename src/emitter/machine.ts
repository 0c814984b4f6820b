import type { LaunchPlan } from '../model/plan';
import { device, flag, keyval, object, text, type Arg, type Properties } from './args';
import { emitBlockBackend } from './block-backend';

/** The block nodes of the firmware come before the machine that names them. */
export function flashArgs({ firmware }: LaunchPlan): Arg[] {
  return firmware.flash.flatMap(({ backend }) => emitBlockBackend(backend));
}

export function machineArgs({ machine }: LaunchPlan): Arg[] {
  const properties = {
    accel: machine.accel,
    usb: machine.usb,
    vmport: machine.vmport,
    smm: machine.smm,
    kernel_irqchip: machine.kernelIrqchip,
    i8042: machine.i8042,
    'aes-key-wrap': machine.aesKeyWrap,
    'dea-key-wrap': machine.deaKeyWrap,
    ...machine.board,
    ...memoryProperties(machine),
    ...machine.memoryDevices,
    ...laterProperties(machine),
  };
  return [keyval(machine.option, properties, machine.type)];
}

function memoryProperties({ iommu, dumpGuestCore, memMerge }: LaunchPlan['machine']): Properties {
  return { iommu, 'dump-guest-core': dumpGuestCore, 'mem-merge': memMerge };
}

function laterProperties(machine: LaunchPlan['machine']): Properties {
  return {
    hmat: machine.hmat,
    'memory-backend': machine.memoryBackend,
    'max-cpu-compat': machine.maxCpuCompat,
    'confidential-guest-support': machine.confidentialGuestSupport,
    'memory-encryption': machine.memoryEncryption,
    graphics: machine.graphics,
    pflash0: machine.pflash0,
    pflash1: machine.pflash1,
    hpet: machine.hpet,
    'pcspk-audiodev': machine.pcspkAudiodev,
    acpi: machine.acpi,
    loadparm: machine.loadparm,
  };
}

export function accelArgs({ accel, machine }: LaunchPlan): Arg[] {
  const properties = { 'dirty-ring-size': accel.dirtyRingSize, 'tb-size': accel.tbSize };
  return [
    ...(accel.form === 'option' ? [keyval('-accel', properties, accel.name)] : []),
    ...(accel.form === 'enable-kvm' ? [flag('-enable-kvm')] : []),
    ...(machine.tsegMiB === undefined
      ? []
      : [keyval('-global', { 'mch.extended-tseg-mbytes': machine.tsegMiB })]),
  ];
}

export function cpuArgs({ cpu }: LaunchPlan): Arg[] {
  if (cpu === undefined) return [];
  return [
    keyval('-cpu', Object.fromEntries(cpu.features.map(({ name, value }) => [name, value])), cpu.model),
  ];
}

export function loaderArgs({ firmware }: LaunchPlan): Arg[] {
  return [
    ...(firmware.secure
      ? [keyval('-global', { driver: 'cfi.pflash01', property: 'secure', value: true })]
      : []),
    ...(firmware.bios === undefined ? [] : [text('-bios', firmware.bios)]),
    ...(firmware.varstore === undefined ? [] : [device(firmware.varstore)]),
  ];
}

export function smpArgs({ smp }: LaunchPlan): Arg[] {
  const { cpus, maxcpus, sockets, dies, clusters, cores, threads } = smp;
  return [keyval('-smp', { maxcpus, sockets, dies, clusters, cores, threads }, String(cpus))];
}

export function iothreadArgs({ iothreads }: LaunchPlan): Arg[] {
  return iothreads.map((thread) =>
    object({
      'qom-type': thread.type,
      id: thread.id,
      'thread-pool-min': thread.threadPoolMin,
      'thread-pool-max': thread.threadPoolMax,
      'poll-max-ns': thread.pollMax,
      'poll-grow': thread.pollGrow,
      'poll-shrink': thread.pollShrink,
      'poll-weight': thread.pollWeight,
    }),
  );
}
