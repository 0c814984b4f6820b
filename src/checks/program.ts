import { companionMissing, emulatorMissing } from '../diagnostics/catalog';
import { nodeByPath } from '../host/block';
import type { Check, CheckInput } from './check';

/** Whether the programs are there that the guest needs: its emulator, and what runs beside it. */
export const programs: Check = (input) => {
  const { guest, plan, context, skip } = input;
  const at = guest.emulator === undefined ? guest.at : guest.at.of('devices/emulator');
  const emulator = isThere(plan.program, input);
  if (emulator === 'unknown') skip('whether its emulator is there');
  else if (emulator === 'absent')
    context.report(emulatorMissing(at, plan.program, packageOf(context.qemu.arch)));
  for (const { name, argv, reason } of plan.companions) {
    const program = argv[0] ?? name;
    const found = isThere(program, input);
    if (found === 'unknown') skip('whether the programs beside its emulator are there');
    else if (found === 'absent') context.report(companionMissing(guest.at, program, reason));
  }
};

type Found = 'there' | 'absent' | 'unknown';

function isThere(program: string, { context: { host } }: CheckInput): Found {
  // From the folder of who starts it, of which facts know nothing.
  if (/^[^/]+\//.test(program)) return 'unknown';
  if (!program.startsWith('/')) {
    if (host.programs === undefined) return 'unknown';
    return host.programs.some(({ name }) => name === program) ? 'there' : 'absent';
  }
  if (host.programs?.some(({ path }) => path === program) === true) return 'there';
  const node = nodeByPath(host, program);
  if (node === 'unknown' || node === 'absent') return node;
  return 'there';
}

/** Debian's and Fedora's packages of the emulators, by QEMU's name of the architecture. */
const PACKAGES: ReadonlyMap<string, readonly [debian: string, fedora: string]> = new Map([
  ['x86_64', ['qemu-system-x86', 'qemu-system-x86']],
  ['i386', ['qemu-system-x86', 'qemu-system-x86']],
  ['aarch64', ['qemu-system-arm', 'qemu-system-aarch64']],
  ['arm', ['qemu-system-arm', 'qemu-system-arm']],
  ['ppc64', ['qemu-system-ppc', 'qemu-system-ppc']],
  ['s390x', ['qemu-system-s390x', 'qemu-system-s390x']],
]);

function packageOf(arch: string): string {
  const [debian, fedora] = PACKAGES.get(arch) ?? ['qemu-system-misc', `qemu-system-${arch}`];
  return debian === fedora ? debian : `Debian: ${debian}, Fedora: ${fedora}`;
}
