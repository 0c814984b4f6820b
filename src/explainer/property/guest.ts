import type { Part } from '../../model/plan/part';
import { fact, type PropertyTable } from './facts';

const THREADS = 'cpu/topology/@threads';

/** Of the guest as a whole; paths start at `<domain>`. */
export const GUEST_PROPERTIES: Partial<Readonly<Record<Part, PropertyTable>>> = {
  name: { guest: fact('the name of the guest', 'name') },
  machine: {
    '': fact('the machine type', 'os/type/@machine', "the default of QEMU's architecture"),
    accel: fact('what runs the guest', '@type'),
    usb: fact(
      'no USB controller that the XML does not name',
      undefined,
      'every controller is a -device of its own',
    ),
    vmport: fact('the port of VMware', 'features/vmport/@state'),
    smm: fact('System Management Mode', 'features/smm/@state'),
    kernel_irqchip: fact('who emulates interrupt controllers', 'features/ioapic/@driver'),
    'dump-guest-core': fact("the guest's memory is in a core dump", 'memory/@dumpCore'),
    'mem-merge': fact('equal pages are shared with other guests', 'memoryBacking/nosharepages'),
    'memory-backend': fact("the object behind the guest's memory", 'memoryBacking'),
    pflash0: fact('the code of the firmware', 'os/loader'),
    pflash1: fact('the variables of the firmware', 'os/nvram'),
    acpi: fact('ACPI tables', 'features/acpi', 'a guest without <acpi/> has none'),
    hpet: fact('the HPET', 'clock/timer'),
    graphics: fact('a screen of the board'),
  },
  accelerator: { '': fact('what runs the guest', '@type') },
  cpu: { '': fact('the processor that the guest sees', ['cpu/model', 'cpu/@mode', 'cpu']) },
  memory: {
    size: fact('KiB of memory at the start', ['memory', 'currentMemory']),
    slots: fact('modules that can be added', 'maxMemory/@slots'),
    maxmem: fact('memory with all modules', 'maxMemory'),
    'mem-path': fact('huge pages of the host', 'memoryBacking/hugepages'),
    prealloc: fact('all of it is taken at the start', 'memoryBacking/allocation/@mode'),
    'mem-lock': fact('none of it is swapped', 'memoryBacking/locked'),
  },
  vcpus: {
    '': fact('processors at the start', ['vcpu/@current', 'vcpu']),
    maxcpus: fact('processors that can be there', 'vcpu'),
    sockets: fact('sockets', 'cpu/topology/@sockets', 'each processor is a socket'),
    dies: fact('dies of a socket', 'cpu/topology/@dies'),
    clusters: fact('clusters of a die', 'cpu/topology/@clusters'),
    cores: fact('cores of a socket', 'cpu/topology/@cores', 'one'),
    threads: fact('threads of a core', THREADS, 'one'),
  },
  uuid: { '': fact('the UUID that the guest reads in SMBIOS', 'uuid') },
  clock: {
    base: fact('where the clock starts', 'clock/@offset', 'UTC'),
    clock: fact('which clock of the host it follows', 'clock/timer/@track'),
    driftfix: fact('lost ticks are caught up', 'clock/timer/@tickpolicy'),
  },
  boot: {
    menu: fact('the firmware shows a menu', 'os/bootmenu/@enable'),
    'splash-time': fact('milliseconds of the menu', 'os/bootmenu/@timeout'),
    'reboot-timeout': fact('milliseconds until it tries again', 'os/bios/@rebootTimeout'),
    strict: fact('nothing boots that has no bootindex', undefined, 'the boot order of the XML holds alone'),
  },
};
