import { convert } from '../src/convert';
import type { HostFacts } from '../src/host/facts';

const guest = (type: 'kvm' | 'qemu', inside = '') => `<domain type='${type}'>
  <name>a</name><memory>262144</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  ${inside}
</domain>`;

const host: HostFacts = {
  schema: 1,
  qemuBuilds: [
    { version: '6.2.0', has: ['machine-i8042-opt'] },
    { version: '8.2.0', lacks: ['spice', 'kvm'] },
    { version: '9.0.0', arch: 'aarch64', lacks: ['spice'] },
  ],
};

const SPICE = guest(
  'qemu',
  "<devices><graphics type='spice' port='5900'/><audio id='1' type='none'/></devices>",
);
const NO_PS2 = guest('qemu', "<features><ps2 state='off'/></features>");

const refusals = (xml: string, options: Parameters<typeof convert>[1]) =>
  convert(xml, { profile: 'libvirt', host, ...options }).diagnostics.flatMap(({ severity, code }) =>
    severity === 'error' ? [code] : [],
  );

test("a host says what its QEMU of one release lacks, on one architecture where it names one, and a user's word is the last", () => {
  expect(refusals(SPICE, { qemuVersion: '8.2.0' })).toEqual(['qemu-lacks']);
  expect(refusals(SPICE, { qemuVersion: '8.2.0', context: { capsAdd: ['spice'] } })).toEqual([]);
  expect(refusals(SPICE, { qemuVersion: '9.0.0' })).toEqual([]);
  expect(refusals(SPICE, { qemuVersion: '9.1.0' })).toEqual([]);
});

test('a host says what its QEMU has beside its release', () => {
  expect(refusals(NO_PS2, { qemuVersion: '6.2.0' })).toEqual([]);
  expect(refusals(NO_PS2, { qemuVersion: '6.2.1' })).toEqual(['feature-unavailable']);
});

test('a QEMU without KVM runs no guest of it, unless it is to be emulated', () => {
  expect(refusals(guest('kvm'), { qemuVersion: '8.2.0' })).toEqual(['accel-unavailable']);
  expect(refusals(guest('kvm'), { qemuVersion: '8.2.0', accel: 'tcg' })).toEqual([]);
  expect(refusals(guest('kvm'), { qemuVersion: '9.0.0' })).toEqual([]);
});

test('a release that there never was is refused, with the last of its series', () => {
  const told = (qemuVersion: string) =>
    convert(guest('qemu'), { qemuVersion }).diagnostics.flatMap(({ code, help }) =>
      code === 'qemu-version-invalid' ? [help] : [],
    );
  expect(told('7.5')).toEqual(['did you mean 7.2?']);
  expect(told('3.2.0')).toEqual(['did you mean 3.1?']);
  expect(told('10.3')).toEqual(['did you mean 10.2?']);
  expect(told('11.3')).toEqual(['did you mean 11.2?']);
  expect(['7.2.22', '2.12', '0.15.1', '9.0.50', '9.1.0-rc2', '11.2'].flatMap(told)).toEqual([]);
  for (const qemuVersion of ['10.3', '11.3'])
    expect(convert(guest('qemu'), { qemuVersion }).diagnostics.map(({ code }) => code)).toEqual([
      'qemu-version-invalid',
    ]);
});

test('a release after the newest that is known is told of, within its series too', () => {
  const codes = (qemuVersion: string) =>
    convert(guest('qemu'), { qemuVersion }).diagnostics.map(({ code }) => code);
  for (const later of ['11.2', '11.1.91', '12.0']) expect(codes(later)).toEqual(['qemu-version-too-new']);
  for (const known of ['11.1', '11.1.3', '11.0.91', '10.2.90']) expect(codes(known)).toEqual([]);
});

test('builds of a host are found by version, however it is written, and what they name must be known', () => {
  const host: HostFacts = { schema: 1, qemuBuilds: [{ version: '7.2', lacks: ['vnc', 'vcn'] }] };
  const vnc = guest('qemu', "<devices><graphics type='vnc' port='5900'/></devices>");
  for (const qemuVersion of ['7.2', '7.2.0']) {
    const { diagnostics } = convert(vnc, { host, qemuVersion });
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(['qemu-capability-unknown', 'qemu-lacks']);
    expect(diagnostics.map(({ message }) => message).join()).toContain("a capability 'vcn'");
  }
});

test('a machine type that is not there is told of with the QEMU that has none', () => {
  const xml = guest('qemu').replace('q35', 'pc-q35-12.0');
  const [problem] = convert(xml, { qemuVersion: '7.2.4', program: '/opt/qemu' }).diagnostics;
  expect(problem).toMatchObject({
    code: 'machine-unknown',
    notes: [{ message: 'it is QEMU 7.2.4, /opt/qemu' }],
  });
});
