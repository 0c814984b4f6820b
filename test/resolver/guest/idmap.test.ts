import { convert } from '../../../src/convert';

const WHOLE = "<gid start='0' target='1000' count='9'/>";

test.each([
  ['', undefined],
  [WHOLE, 'users and groups are mapped together'],
  [`<uid start='0' target='1000' count='9'/>${WHOLE}`, undefined],
  [
    `<uid start='9' target='1' count='2'/><uid start='0' target='1000' count='9'/>${WHOLE}`,
    undefined, // in any order
  ],
  [`<uid start='1' target='1000' count='9'/>${WHOLE}`, "the guest's root user and group are mapped"],
  [`<uid start='0' target='1000'/>${WHOLE}`, 'each range has a start, a target and a count'],
])('<idmap>%s</idmap> as libvirt takes it', (ranges, fault) => {
  const xml =
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
    `<idmap>${ranges}</idmap></domain>`;
  const { diagnostics } = convert(xml, { qemuVersion: '10.0', profile: 'libvirt' });
  expect(diagnostics.find(({ severity }) => severity === 'error')?.message).toBe(fault);
  expect(convert(xml, { qemuVersion: '10.0' }).argv).toBeDefined();
});
