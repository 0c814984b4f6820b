import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';
import { qemuOf } from '../../../src/qemu/qemu';

type Options = Parameters<typeof convert>[1];

const guest = (arch: string | undefined, inside = '', type = 'qemu') => `<domain type='${type}'>
  <name>a</name><memory>262144</memory>
  <os><type${arch === undefined ? '' : ` arch='${arch}'`}>hvm</type></os>
  ${inside}
</domain>`;

const emulator = (name: string) => `<devices><emulator>/opt/bin/${name}</emulator></devices>`;

/** The errors alone. */
const said = (xml: string, options: Options = {}) =>
  convert(xml, options).diagnostics.flatMap(({ severity, code, message, at }) =>
    severity === 'error' ? [{ code, message, line: at?.line }] : [],
  );

const foreign = (message: string, line: number | undefined = 3) => [{ code: 'arch-foreign', message, line }];

test('the emulator that a guest names is for its architecture, as far as its name tells', () => {
  expect(said(guest('x86_64', emulator('qemu-system-aarch64')))).toEqual(
    foreign('the guest is for x86_64, which /opt/bin/qemu-system-aarch64 does not run: it is for aarch64'),
  );
  expect(said(guest('riscv32', emulator('qemu-system-riscv64-9.2')))).toEqual(
    foreign(
      'the guest is for riscv32, which /opt/bin/qemu-system-riscv64-9.2 does not run: it is for riscv64',
    ),
  );
  for (const name of ['qemu-kvm', 'kvm', 'my-qemu-wrapper', 'qemu-system-x86_64-spice', 'qemu-system-mine'])
    expect(said(guest('x86_64', emulator(name)))).toEqual([]);
});

test.each([
  ['i686', 'qemu-system-x86_64'],
  ['armv7l', 'qemu-system-aarch64'],
  ['armv6l', 'qemu-system-arm'],
  ['ppc', 'qemu-system-ppc64'],
  ['ppc64le', 'qemu-system-ppc64'],
  ['ppc64', 'qemu-system-ppc64le'],
  ['mips', 'qemu-system-mips64'],
])('%s runs in %s', (arch, name) => {
  expect(said(guest(arch, emulator(name))).filter(({ code }) => code === 'arch-foreign')).toEqual([]);
});

test('a wider guest does not run in a narrower emulator', () => {
  const codes = (arch: string, name: string) => said(guest(arch, emulator(name))).map(({ code }) => code);
  expect(codes('x86_64', 'qemu-system-i386')).toEqual(['arch-foreign']);
  expect(codes('aarch64', 'qemu-system-arm')).toEqual(['arch-foreign']);
});

test('an emulator that was asked, or an architecture by option, is held against the guest', () => {
  const qemu = qemuOf({ version: { major: 10, minor: 0, micro: 0 }, arch: 'aarch64' });
  expect(said(guest('x86_64'), { qemu, program: 'mine' })).toEqual(
    foreign('the guest is for x86_64, which mine does not run: it is for aarch64'),
  );
  const [byOption] = convert(guest('x86_64'), { arch: 'ppc64' }).diagnostics;
  expect(byOption?.message).toBe(
    'the guest is for x86_64, which qemu-system-ppc64 does not run: it is for ppc64',
  );
  expect(byOption?.help).toBe(
    "leave --arch ppc64 out, or write arch='ppc64' where the guest is made for that",
  );
  expect(said(guest('i686'), { arch: 'x86_64' })).toEqual([]);
  expect(
    convert(guest(undefined, emulator('qemu-system-x86_64')), { arch: 'aarch64' }).diagnostics[0],
  ).toEqual(
    expect.objectContaining({
      code: 'arch-foreign',
      message: '--arch asks for aarch64, which /opt/bin/qemu-system-x86_64 does not run: it is for x86_64',
    }),
  );
});

test('a guest that names no architecture has that of its emulator', () => {
  const { argv, diagnostics } = convert(guest(undefined, emulator('qemu-system-aarch64')), {});
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(argv).toContain('virt,usb=off,acpi=off');
});

test('libvirt leaves it to QEMU', () => {
  expect(said(guest('x86_64', emulator('qemu-system-aarch64')), { profile: 'libvirt' })).toEqual([]);
});

describe('a 32-bit ARM guest with KVM on a 64-bit host', () => {
  const host: HostFacts = { schema: 1, arch: 'aarch64', kvm: true };
  const narrow = (inside = '') =>
    guest('armv7l', `<cpu mode='host-passthrough'/>${inside}`, 'kvm').replace('>hvm', " machine='virt'>hvm");

  test('runs in the 64-bit emulator, which is told of its width', () => {
    const { argv } = convert(narrow(), { host });
    expect(argv?.[0]).toBe('qemu-system-aarch64');
    expect(argv).toContain('host,aarch64=off');
    expect(convert(narrow(), { host, accel: 'tcg' }).argv?.[0]).toBe('qemu-system-arm');
    expect(convert(narrow(), {}).argv?.[0]).toBe('qemu-system-arm');
  });

  test('not in the other, which has no KVM there', () => {
    const [refusal, ...others] = said(narrow(emulator('qemu-system-arm')), { host });
    expect([refusal?.code, refusal?.line, others]).toEqual(['accel-unavailable', 1, []]);
    const tcg = convert(narrow(emulator('qemu-system-arm')), { host, accel: 'tcg' });
    expect(tcg.argv).toContain('max');
  });
});
