import { isX86 } from '../../../qemu/architectures';
import { qemuLeavesOut } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Place } from '../../../model/place';
import type { Capability } from '../../../qemu/capabilities';
import type { Context } from '../../context';
import { machineFamily } from '../../machine/family';
import { requires } from '../../requires';
import { requiresFwCfg, requiresFwCfgDma } from '../fw-cfg';
import { panicAction } from '../power';
import { wantsSpeaker } from '../machine';

/** Notes what the guest asks for, the place of it below `at`, and what QEMU must have; nothing where it does not ask. */
type Wish = (asked: boolean, capability: Capability, at: Place, path: string, what: string) => void;

/** Refuses what QEMU learnt later than its chosen release; no older spelling says the same. */
export function validateRelease(guest: Domain, context: Context): void {
  const wish: Wish = (asked, capability, at, path, what) => {
    if (asked) requires(context, capability, at.of(path), what);
  };
  machineWishes(wish, guest, context);
  backingWishes(wish, guest);
  startWishes(wish, guest, context);
  threadWishes(wish, guest);
  if (guest.features.vmcoreinfo === true)
    requiresFwCfgDma('vmcoreinfo', guest.features.at.of('vmcoreinfo'), guest, context);
  if (panicAction(guest) !== undefined && !context.profile.libvirtDefaults && !context.qemu.has('set-action'))
    context.report(
      qemuLeavesOut(guest.at.of('on_crash'), "on_crash='preserve'", 'a guest that panics is shut down'),
    );
}

const writesSmmAnywhere = ({ profile, qemu }: Context) => profile.libvirtDefaults && !isX86(qemu.arch);

function machineWishes(wish: Wish, guest: Domain, context: Context): void {
  const { features, memory, os, numa, at } = guest;
  const { smm } = features;
  const q35 = machineFamily(guest, context) === 'q35';
  wish(q35, 'mch', os.at, 'type/@machine', 'q35 machines');
  // libvirt writes it for other boards too, which do not start with it
  const asksForSmm = smm !== undefined && smm.state !== false && !writesSmmAnywhere(context);
  wish(asksForSmm, 'machine-smm-opt', features.at, 'smm', '<smm>');
  wish(smm?.tseg !== undefined, 'mch.extended-tseg-mbytes', features.at, 'smm/tseg', '<tseg>');
  wish(features.ioapic !== undefined, 'kernel-irqchip', features.at, 'ioapic', '<ioapic>');
  wish(features.ioapic === 'qemu', 'kernel-irqchip.split', features.at, 'ioapic', "driver='qemu'");
  wish(features.vmcoreinfo === true, 'vmcoreinfo', features.at, 'vmcoreinfo', '<vmcoreinfo>');
  wish(
    features.asyncTeardown === true,
    'run-with.async-teardown',
    features.at,
    'async-teardown',
    '<async-teardown>',
  );
  wish(memory.dumpCore === false, 'dump-guest-core', memory.at, '@dumpCore', "dumpCore='off'");
  wish(
    memory.backing?.nosharepages === true,
    'mem-merge',
    at,
    'memoryBacking/nosharepages',
    '<nosharepages>',
  );
  wish(memory.backing?.locked === true, 'locked-memory', at, 'memoryBacking/locked', '<locked>');
  wish(memory.max !== undefined, 'memory-opts', at, 'maxMemory', '<maxMemory>');
  wish(numa.interconnects.length > 0, 'numa.hmat', at, 'cpu/numa/interconnects', '<interconnects>');
  wish(os.bios?.useserial === true, 'bios-serial', os.at, 'bios/@useserial', "'useserial'");
  // libvirt names the speaker's sound to any board
  const speaks = wantsSpeaker(guest) && context.profile.checksForQemu;
  wish(speaks, 'machine.pcspk-audiodev', at, 'devices/sound', 'a PC speaker with audio');
}

function backingWishes(wish: Wish, { memory: { backing } }: Domain): void {
  if (backing === undefined) return;
  const { at, source, access, discard, allocation } = backing;
  wish(source === 'memfd', 'memory-backend-memfd', at, 'source/@type', "type='memfd'");
  wish(source === 'file', 'memory-backend-file', at, 'source/@type', "type='file'");
  wish(access !== undefined, 'memory-backend-file', at, 'access', '<access>');
  wish(backing.hugepages !== undefined, 'memory-backend-file', at, 'hugepages', '<hugepages>');
  wish(discard, 'memory-backend-file.discard-data', at, 'discard', '<discard>');
  wish(
    allocation?.threads !== undefined,
    'memory-backend-file.prealloc-threads',
    at,
    'allocation/@threads',
    "'threads'",
  );
}

function startWishes(wish: Wish, guest: Domain, context: Context): void {
  const { os, at, pm, sysinfo, genid, deprecation } = guest;
  const sleep = machineFamily(guest, context) === 'q35' ? 'ich9.disable-s3' : 'piix-disable-s3';
  const fwCfg = sysinfo.flatMap((info) => (info.type === 'fwcfg' ? info.entries : []));
  const [entry] = fwCfg;
  if (entry !== undefined) requiresFwCfg(at.of('sysinfo'), guest, context);
  const compat = deprecation !== undefined && deprecation !== 'none';
  wish(guest.name.includes(','), 'name-guest', at, 'name', 'names with a comma');
  wish(genid !== undefined, 'vmgenid', at, 'genid', '<genid>');
  wish(os.bootmenu?.timeout !== undefined, 'boot-splash-time', os.at, 'bootmenu/@timeout', "'timeout'");
  wish(
    os.bios?.rebootTimeout !== undefined,
    'boot-reboot-timeout',
    os.at,
    'bios/@rebootTimeout',
    "'rebootTimeout'",
  );
  wish(os.dtb !== undefined, 'dtb', os.at, 'dtb', '<dtb>');
  wish(os.shim !== undefined, 'shim', os.at, 'shim', '<shim>');
  wish(pm.suspendToMem !== undefined || pm.suspendToDisk !== undefined, sleep, at, 'pm', '<pm>');
  wish(
    fwCfg.some(({ file }) => file !== undefined),
    'fw-cfg-file',
    at,
    'sysinfo',
    'fw_cfg entries',
  );
  wish(
    fwCfg.some(({ value }) => value !== undefined),
    'fw-cfg-string',
    at,
    'sysinfo',
    'fw_cfg strings',
  );
  wish(compat, 'compat', at, 'qemu:deprecation', '-compat');
}

function threadWishes(wish: Wish, { at, iothreads, defaultIothread, cpu }: Domain): void {
  wish(defaultIothread !== undefined, 'main-loop', at, 'defaultiothread', 'limits of the main thread');
  // At the first alone: a release has them all or none.
  for (const first of iothreads.slice(0, 1)) wish(true, 'iothread', first.at, '.', 'I/O threads');
  for (const { at, poll, threadPoolMin, threadPoolMax } of iothreads) {
    const limits = threadPoolMin !== undefined || threadPoolMax !== undefined;
    wish(poll !== undefined, 'iothread.poll', at, 'poll', '<poll>');
    wish(poll?.weight !== undefined, 'iothread.poll-weight', at, 'poll/@weight', "'weight'");
    wish(limits, 'iothread.thread-pool-max', at, '.', 'limits of a thread pool');
  }
  const topology = cpu?.topology;
  if (topology === undefined) return;
  wish(topology.dies > 1, 'smp-dies', topology.at, '@dies', "'dies'");
  wish(topology.clusters > 1, 'smp-clusters', topology.at, '@clusters', "'clusters'");
}
