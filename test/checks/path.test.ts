import { check } from '../../src/check';
import type { HostFacts } from '../../src/host/facts';

const said = (access: NonNullable<HostFacts['nodes']>[number]['access']) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><serial type='unix'><source mode='bind' path='/run/x/s.sock'/></serial></devices></domain>`,
    { qemuVersion: '10.0', host: { schema: 1, nodes: [{ path: '/run/x', kind: 'directory', access }] } },
  ).diagnostics.map(({ code }) => code);

test('a folder is denied to nobody of whom it is not known', () => {
  expect(said(undefined)).toEqual([]);
  expect(said('read-write')).toEqual([]);
  expect(said('read-only')).toEqual(['folder-denied']);
});
