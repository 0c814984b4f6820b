import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import { parse } from '../../src/parser';

/** The architecture of a guest that says so, and what is said of it. */
function archOf(arch: string): { arch: string | undefined; said: (string | undefined)[] } {
  const said: Diagnostic[] = [];
  const domain = parse(
    `<domain type='qemu'><name>a</name><os><type arch='${arch}'>hvm</type></os></domain>`,
    (diagnostic) => said.push(diagnostic),
  );
  return { arch: domain?.os.arch, said: said.map(({ help }) => help?.replace(/\?.*/, '')) };
}

test.each(['x86_64', 'i686', 'i386', 'aarch64', 'armv7l', 'ppc64le', 's390x', 'openrisc', 'riscv64'])(
  '%s is an architecture',
  (arch) => expect(archOf(arch)).toEqual({ arch, said: [] }),
);

test.each([
  ['x86-64', 'x86_64'],
  ['X86_64', 'x86_64'],
  ['amd64', 'x86_64'],
  ['arm64', 'aarch64'],
  ['arch64', 'aarch64'],
  ['ppc64el', 'ppc64le'],
  ['riscv', 'riscv64'],
])('%s is none, and %s is meant', (arch, meant) => {
  expect(archOf(arch)).toEqual({ arch: meant, said: [`did you mean '${meant}'`] });
});

test('of what is like none the host decides', () => {
  expect(archOf('quantum')).toEqual({
    arch: undefined,
    said: ['use the name of an architecture, such as x86_64, aarch64, ppc64le, riscv64 or s390x'],
  });
});
