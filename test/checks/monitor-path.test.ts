import { check } from '../../src';
import type { HostFacts } from '../../src/host/facts';

const XML = `<domain type='qemu'>
  <name>a</name><memory>262144</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
</domain>`;

type Nodes = NonNullable<HostFacts['nodes']>;

test.each<[string, Nodes]>([
  [
    'folder-missing',
    [
      { path: '/srv', kind: 'absent' },
      { path: '/srv/qmp', kind: 'absent' },
    ],
  ],
  ['path-wrong-kind', [{ path: '/srv/qmp', kind: 'file', access: 'read-write' }]],
  ['path-wrong-kind', [{ path: '/srv/qmp', kind: 'directory' }]],
])('the socket of --qmp is looked at as those of the guest are: %s', (code, nodes) => {
  const codes = (qmp?: string) =>
    check(XML, { host: { schema: 1, nodes }, qmp }).diagnostics.map((diagnostic) => diagnostic.code);
  expect(codes('/srv/qmp')).toContain(code);
  expect(codes()).not.toContain(code);
});
