import { qemuLeavesOut } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Place } from '../../../model/place';
import type { Capability } from '../../../qemu/capabilities';
import type { Context } from '../../context';
import { machineFamily } from '../../machine/family';
import { requires } from '../../requires';
import { panicAction } from '../power';
import { wantsSpeaker } from '../machine';

/** What the guest asks for, where, and what QEMU must have for it; false: it does not ask. */
type Wish = readonly [asked: boolean, capability: Capability, at: Place, what: string];

/** Refuses what QEMU learnt later than its chosen release; no older spelling says the same. */
export function validateRelease(guest: Domain, context: Context): void {
  for (const wishes of [machineWishes, backingWishes, startWishes, threadWishes])
    for (const [asked, capability, at, what] of wishes(guest, context))
      if (asked) requires(context, capability, at, what);
  if (panicAction(guest) !== undefined && !context.profile.libvirtDefaults && !context.qemu.has('set-action'))
    context.report(
      qemuLeavesOut(guest.at.of('on_crash'), "on_crash='preserve'", 'a guest that panics is shut down'),
    );
}

function machineWishes(guest: Domain, context: Context): Wish[] {
  const { features, memory, os, numa, at } = guest;
  const { smm } = features;
  const q35 = machineFamily(guest, context) === 'q35';
  return [
    [q35, 'mch', os.at.of('type/@machine'), 'q35 machines'],
    [smm !== undefined && smm.state !== false, 'machine-smm-opt', features.at.of('smm'), '<smm>'],
    [smm?.tseg !== undefined, 'mch.extended-tseg-mbytes', features.at.of('smm/tseg'), '<tseg>'],
    [features.ioapic !== undefined, 'kernel-irqchip', features.at.of('ioapic'), '<ioapic>'],
    [features.ioapic === 'qemu', 'kernel-irqchip.split', features.at.of('ioapic'), "driver='qemu'"],
    [features.vmcoreinfo === true, 'vmcoreinfo', features.at.of('vmcoreinfo'), '<vmcoreinfo>'],
    [
      features.asyncTeardown === true,
      'run-with.async-teardown',
      features.at.of('async-teardown'),
      '<async-teardown>',
    ],
    [memory.dumpCore === false, 'dump-guest-core', memory.at.of('@dumpCore'), "dumpCore='off'"],
    [
      memory.backing?.nosharepages === true,
      'mem-merge',
      at.of('memoryBacking/nosharepages'),
      '<nosharepages>',
    ],
    [memory.backing?.locked === true, 'locked-memory', at.of('memoryBacking/locked'), '<locked>'],
    [memory.max !== undefined, 'memory-opts', at.of('maxMemory'), '<maxMemory>'],
    [numa.interconnects.length > 0, 'numa.hmat', at.of('cpu/numa/interconnects'), '<interconnects>'],
    [os.bios?.useserial === true, 'bios-serial', os.at.of('bios/@useserial'), "'useserial'"],
    [wantsSpeaker(guest), 'machine.pcspk-audiodev', at.of('devices/sound'), 'a PC speaker with audio'],
  ];
}

function backingWishes({ memory: { backing } }: Domain): Wish[] {
  if (backing === undefined) return [];
  const { at, source, access, discard, allocation } = backing;
  return [
    [source === 'memfd', 'memory-backend-memfd', at.of('source/@type'), "type='memfd'"],
    [source === 'file', 'memory-backend-file', at.of('source/@type'), "type='file'"],
    [access !== undefined, 'memory-backend-file', at.of('access'), '<access>'],
    [backing.hugepages !== undefined, 'memory-backend-file', at.of('hugepages'), '<hugepages>'],
    [discard, 'memory-backend-file.discard-data', at.of('discard'), '<discard>'],
    [
      allocation?.threads !== undefined,
      'memory-backend-file.prealloc-threads',
      at.of('allocation/@threads'),
      "'threads'",
    ],
  ];
}

function startWishes(guest: Domain, context: Context): Wish[] {
  const { os, at, pm, sysinfo, genid, deprecation } = guest;
  const sleep = machineFamily(guest, context) === 'q35' ? 'ich9.disable-s3' : 'piix-disable-s3';
  const fwCfg = sysinfo.flatMap((info) => (info.type === 'fwcfg' ? info.entries : []));
  const compat = deprecation !== undefined && deprecation !== 'none';
  return [
    [guest.name.includes(','), 'name-guest', at.of('name'), 'names with a comma'],
    [genid !== undefined, 'vmgenid', at.of('genid'), '<genid>'],
    [os.bootmenu?.timeout !== undefined, 'boot-splash-time', os.at.of('bootmenu/@timeout'), "'timeout'"],
    [
      os.bios?.rebootTimeout !== undefined,
      'boot-reboot-timeout',
      os.at.of('bios/@rebootTimeout'),
      "'rebootTimeout'",
    ],
    [os.dtb !== undefined, 'dtb', os.at.of('dtb'), '<dtb>'],
    [os.shim !== undefined, 'shim', os.at.of('shim'), '<shim>'],
    [pm.suspendToMem !== undefined || pm.suspendToDisk !== undefined, sleep, at.of('pm'), '<pm>'],
    [fwCfg.some(({ file }) => file !== undefined), 'fw-cfg-file', at.of('sysinfo'), 'fw_cfg entries'],
    [fwCfg.some(({ value }) => value !== undefined), 'fw-cfg-string', at.of('sysinfo'), 'fw_cfg strings'],
    [compat, 'compat', at.of('qemu:deprecation'), '-compat'],
  ];
}

function threadWishes({ iothreads, cpu }: Domain): Wish[] {
  const topology = cpu?.topology;
  return [
    ...iothreads.flatMap(({ at, poll, threadPoolMin, threadPoolMax }): Wish[] => [
      [true, 'iothread', at, 'I/O threads'],
      [poll !== undefined, 'iothread.poll', at.of('poll'), '<poll>'],
      [
        threadPoolMin !== undefined || threadPoolMax !== undefined,
        'iothread.thread-pool-max',
        at,
        'limits of a thread pool',
      ],
    ]),
    ...(topology === undefined
      ? []
      : ([
          [topology.dies > 1, 'smp-dies', topology.at.of('@dies'), "'dies'"],
          [topology.clusters > 1, 'smp-clusters', topology.at.of('@clusters'), "'clusters'"],
        ] as const)),
  ];
}
