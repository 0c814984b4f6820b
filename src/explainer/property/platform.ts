import type { Part } from '../../model/plan/part';
import { DISK_PROPERTIES } from './disk';
import { fact, type PropertyTable } from './facts';
import { NUMA_PROPERTIES } from './memory';

/** Since QEMU 2.11 `x-iops-total`, and `limits.iops-total` in JSON. */
const limit = (prefix: 'limits.' | 'x-', what: 'bps' | 'iops'): PropertyTable =>
  Object.fromEntries(
    (
      [
        ['total', 'reading and writing'],
        ['read', 'reading'],
        ['write', 'writing'],
      ] as const
    ).flatMap(([side, doing]) => {
      const element = `throttlegroups/throttlegroup/${side}_${what === 'bps' ? 'bytes' : 'iops'}_sec`;
      const unit = what === 'bps' ? 'bytes' : 'requests';
      return [
        [`${prefix}${what}-${side}`, fact(`${unit} a second, ${doing}; 0: no limit`, element)],
        [`${prefix}${what}-${side}-max`, fact(`${unit} a second in a burst, ${doing}`, `${element}_max`)],
        [
          `${prefix}${what}-${side}-max-length`,
          fact(`seconds of such a burst, ${doing}`, `${element}_max_length`),
        ],
      ] as const;
    }),
  );

/** What is the guest's as a whole, beside machine, processor and memory; paths start at `<domain>`. */
export const PLATFORM_PROPERTIES: Partial<Readonly<Record<Part, PropertyTable>>> = {
  defaults: {
    '-display ': fact(
      'no window: what the guest shows is seen by VNC or SPICE',
      undefined,
      'as libvirt starts it',
    ),
    '-audio ': fact(
      'the sound chip of the board is heard nowhere, and QEMU starts with none that is not told',
    ),
  },
  monitor: {
    '-chardev ': fact('the socket of the monitor'),
    path: fact('the socket'),
    server: fact('QEMU listens'),
    wait: fact('QEMU does not wait for somebody to connect'),
    chardev: fact('the socket of the monitor'),
    mode: fact('control: QMP, for programs; readline: for people'),
  },
  sandbox: {
    '': fact(
      'whether system calls that QEMU does not need are forbidden',
      undefined,
      "as libvirt's qemu.conf has it",
    ),
    obsolete: fact('system calls that nobody needs any more'),
    elevateprivileges: fact('becoming another user'),
    spawn: fact('starting programs'),
    resourcecontrol: fact('changing its own priority and affinity'),
  },
  last: {
    timestamp: fact('lines of the log have the time'),
    'async-teardown': fact('memory is given back after QEMU has ended', 'features/async-teardown/@enabled'),
  },
  iothreads: {
    'poll-max-ns': fact('nanoseconds that it polls at most', 'iothreadids/iothread/poll/@max'),
    'poll-grow': fact('how fast that time grows', 'iothreadids/iothread/poll/@grow'),
    'poll-shrink': fact('how fast it shrinks', 'iothreadids/iothread/poll/@shrink'),
    'poll-weight': fact('how little the last event counts', 'iothreadids/iothread/poll/@weight'),
    'thread-pool-min': fact('workers that always are', 'iothreadids/iothread/@thread_pool_min'),
    'thread-pool-max': fact('workers at most', 'iothreadids/iothread/@thread_pool_max'),
  },
  firmware: {
    ...DISK_PROPERTIES,
    '-bios ': fact('the firmware', 'os/loader'),
    '-blockdev file': fact('the block node below'),
    file: fact('code or variables of the firmware', ['os/loader', 'os/nvram']),
    filename: fact('code or variables of the firmware', ['os/loader', 'os/nvram']),
    format: fact('the format of the image', ['os/loader/@format', 'os/nvram/@format'], 'raw'),
    '-device ': fact('QEMU itself keeps the variables of the firmware', 'os/varstore'),
    jsonfile: fact('the file of the variables', 'os/varstore/@path', "libvirt's place for them"),
    if: fact('flash memory of the board'),
    unit: fact('0 is the code, 1 the variables'),
    readonly: fact('the guest cannot write to it', 'os/loader/@readonly'),
    'read-only': fact('the guest cannot write to it', 'os/loader/@readonly'),
    driver: fact('the device whose default is set'),
    property: fact('the default that is set'),
    value: fact('variables can be written in System Management Mode alone', 'os/loader/@secure'),
  },
  numa: NUMA_PROPERTIES,
  smbios: {
    '-smbios ': fact('a table that the guest reads', 'sysinfo'),
    '-fw_cfg name': fact('the name under which the guest finds it', 'sysinfo/entry/@name'),
    '-fw_cfg file': fact('the file that it reads', 'sysinfo/entry/@file'),
    '-fw_cfg string': fact('the text that it reads', 'sysinfo/entry'),
  },
  genid: { guid: fact('changes when the guest is copied or goes back in time', 'genid') },
  power: {
    'ICH9-LPC.disable_s3': fact('the guest cannot sleep in memory', 'pm/suspend-to-mem/@enabled'),
    'ICH9-LPC.disable_s4': fact('the guest cannot sleep on disk', 'pm/suspend-to-disk/@enabled'),
    'PIIX4_PM.disable_s3': fact('the guest cannot sleep in memory', 'pm/suspend-to-mem/@enabled'),
    'PIIX4_PM.disable_s4': fact('the guest cannot sleep on disk', 'pm/suspend-to-disk/@enabled'),
    panic: fact('what QEMU does when the guest has crashed', 'on_crash'),
  },
  accelerator: {
    '': fact('what runs the guest', '@type'),
    'dirty-ring-size': fact('pages that a migration notes at once', 'features/kvm/dirty-ring/@size'),
    'tb-size': fact('MiB of translated code', 'features/tcg/tb-cache'),
    'mch.extended-tseg-mbytes': fact('MiB of memory for SMM', 'features/smm/tseg'),
  },
  'throttle groups': {
    ...limit('limits.', 'bps'),
    ...limit('limits.', 'iops'),
    ...limit('x-', 'bps'),
    ...limit('x-', 'iops'),
    'x-iops-size': fact('bytes that count as one request', 'throttlegroups/throttlegroup/size_iops_sec'),
    'limits.iops-size': fact('bytes that count as one request', 'throttlegroups/throttlegroup/size_iops_sec'),
  },
  'floppy controller': {
    driveA: fact('the back end of the first drive'),
    driveB: fact('the back end of the second drive'),
    bootindexA: fact('when the firmware tries the first drive'),
    bootindexB: fact('when the firmware tries the second drive'),
    'isa-fdc.driveA': fact('the back end of the first drive'),
    'isa-fdc.driveB': fact('the back end of the second drive'),
    'isa-fdc.bootindexA': fact('when the firmware tries the first drive'),
    'isa-fdc.bootindexB': fact('when the firmware tries the second drive'),
  },
  iommufd: { fd: fact('/dev/iommu, which is handed over', ['iommufd/@fdgroup']) },
  incoming: { '': fact('where the state of the guest comes from') },
  'own words': { '': fact('as it is in the XML', 'commandline') },
  reservations: { path: fact('the socket of the helper', 'devices/disk/source/reservations/source/@path') },
  'launch security': {
    cbitpos: fact(
      'the address bit that says that memory is encrypted',
      'launchSecurity/cbitpos',
      'as on the host',
    ),
    'reduced-phys-bits': fact(
      'address bits that the encryption takes',
      'launchSecurity/reducedPhysBits',
      'as on the host',
    ),
    policy: fact('what its owner allows to be done with it', 'launchSecurity/policy'),
    'kernel-hashes': fact('kernel and initrd are measured', 'launchSecurity/@kernelHashes'),
    'dh-cert-file': fact("its owner's key", 'launchSecurity/dhCert'),
    'session-file': fact("its owner's session", 'launchSecurity/session'),
    'guest-visible-workarounds': fact(
      'workarounds that the guest sees',
      'launchSecurity/guestVisibleWorkarounds',
    ),
    'id-block': fact('the measurement that the guest must have', 'launchSecurity/idBlock'),
    'id-auth': fact('the signature of it', 'launchSecurity/idAuth'),
    'host-data': fact("the host's data in a report of the guest", 'launchSecurity/hostData'),
    'author-key-enabled': fact('the signature has the key of an author, too', 'launchSecurity/@authorKey'),
    mrconfigid: fact('the digest of what its owner leaves to others', 'launchSecurity/mrConfigId'),
    mrowner: fact('the digest that stands for its owner', 'launchSecurity/mrOwner'),
    mrownerconfig: fact("the digest of its owner's configuration", 'launchSecurity/mrOwnerConfig'),
    'quote-generation-socket.type': fact('it is a UNIX socket'),
    'quote-generation-socket.path': fact(
      'who signs what the guest attests listens there',
      'launchSecurity/quoteGenerationService/@path',
      "the service's usual socket",
    ),
    attributes: fact('what its owner allows to be done with it', 'launchSecurity/policy'),
    'vcek-disabled': fact('reports are not signed by the key of the chip', 'launchSecurity/@vcek'),
  },
};
