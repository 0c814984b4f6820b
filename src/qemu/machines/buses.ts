import { X86 } from '../capabilities/arch';
import { atLeast, type BinaryVersion } from '../version';

/**
 * Boards with a PCI bus, of architectures that have others as well (QEMU hw/ARCH; `-device pci-testdev` in 7.2 and
 * 11.1). Those that are known to a release and not here have none.
 */
const WITH_PCI: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    arm: /^(virt(-.*)?|realview-eb(-mpcore)?|versatile(ab|pb)|imx8m[mp]-evk)$/,
    aarch64: /^(virt(-.*)?|realview-eb(-mpcore)?|versatile(ab|pb)|sbsa-ref|imx8m[mp]-evk)$/,
    riscv32: /^virt$/,
    riscv64: /^(virt|boston-aia)$/,
    ppc: /^(?!ref405ep$|taihu$|virtex-ml507$)/,
    // with -nodefaults a PowerNV has no host bridge (QEMU hw/ppc/pnv.c)
    ppc64: /^(?!ref405ep$|taihu$|virtex-ml507$|powernv)/,
    mips: /^malta$/,
    mipsel: /^malta$/,
    mips64: /^malta$/,
    mips64el: /^(malta|fulong2e|fuloong2e|boston|loongson3-virt)$/,
    alpha: /^clipper$/,
    hppa: /^/,
    or1k: /^virt$/,
    sh4: /^r2d$/,
    sh4eb: /^r2d$/,
    // its root bus is full, and the ones behind the bridges go by names of their own (QEMU hw/sparc64/sun4u.c)
    sparc64: /^$/,
    xtensa: /^virt$/,
    xtensaeb: /^virt$/,
  }),
);

/** Whether a board has a PCI bus; undefined: of its architecture that is not known. */
export function hasPciBus(arch: string, board: string): boolean | undefined {
  return WITH_PCI.get(arch)?.test(board);
}

/** One that has, for who needs it. */
export function boardWithPci(arch: string): string {
  if (arch.startsWith('ppc')) return arch === 'ppc' ? 'mac99' : 'pseries';
  if (arch.startsWith('mips')) return 'malta';
  if (X86.some((one) => one === arch)) return 'pc or q35';
  return 'virt';
}

/**
 * IDE buses of a board's own, of two devices each (QEMU hw/ARCH; `info qtree` of 7.2); those of PCs with PCI are known by
 * their chipset, and boards that are not here have none.
 */
const IDE_BUSES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    clipper: 2,
    fulong2e: 2,
    fuloong2e: 2,
    g3beige: 2,
    isapc: 2,
    mac99: 2,
    malta: 2,
    pegasos2: 2,
    r2d: 1,
    sun4u: 2,
  }),
);

/** How many there are: ide.0 and ide.1, ide.0 alone, or none. */
export function ideBusesOf(board: string): number {
  return IDE_BUSES.get(board) ?? 0;
}

/**
 * Boards with a USB host that is no PCI device (`info qtree` of 7.2, `-machine usb=off`): buses usb-bus.0 and on, into which
 * QEMU plugs what names none, with hubs where ports run out (hw/usb/bus.c usb_claim_port).
 */
const WITH_USB =
  /^(raspi.*|.*-bmc|ast2[56]00-evb|fby35|quanta-gsj|npcm750-evb|imx25-pdk|mcimx6ul-evk|mcimx7d-sabre|sabrelite|sbsa-ref|orangepi-pc|nuri|smdkc210|xilinx-zynq-a9|xlnx-versal-virt|xlnx-zcu102|akita|borzoi|spitz|terrier|mainstone|z2|r2d)$/;

export function hasUsbBus(board: string): boolean {
  return WITH_USB.test(board);
}

/**
 * The first bus of a Macintosh is an AGP bridge's, on which screens end QEMU; how many come before the main one hangs on
 * the processor and the release, and it alone is QEMU's choice for a device without a bus (QEMU hw/ppc/mac_newworld.c).
 */
export function hasMainBusLast(board: string): boolean {
  return board === 'mac99';
}

/** Boards whose memory may be in NUMA cells (QEMU MachineClass possible_cpu_arch_ids and get_default_cpu_node_id). */
const WITH_CELLS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    arm: /^virt(-|$)/,
    aarch64: /^(virt(-.*)?|sbsa-ref)$/,
    ppc64: /^pseries(-|$)/,
    riscv32: /^(virt|spike)$/,
    riscv64: /^(virt|spike)$/,
    loongarch64: /^virt(-|$)/,
  }),
);

/** 7.2 refuses them, 8.2 takes them. */
const LOONGARCH_CELLS = '8.0';

export function takesNumaCells(arch: string, board: string, release: BinaryVersion): boolean {
  if (X86.some((one) => one === arch)) return true;
  if (arch === 'loongarch64' && !atLeast(release, LOONGARCH_CELLS)) return false;
  return WITH_CELLS.get(arch)?.test(board) === true;
}
