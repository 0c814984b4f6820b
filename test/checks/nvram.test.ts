import { check } from '../../src/check';
import type { HostFacts } from '../../src/host/facts';

const STORE = '/var/lib/vars.fd';
const TEMPLATE = '/usr/share/vars.fd';

/** The sizes of files, in bytes. */
function host(sizes: Readonly<Record<string, number>>): HostFacts {
  const nodes = Object.entries(sizes).map(([path, size]) => ({ path, kind: 'file' as const, size }));
  return { schema: 1, nodes: [...nodes, { path: '/var/lib', kind: 'directory' }] };
}

function said(facts: HostFacts, attributes = `template='${TEMPLATE}'`): string[] {
  const { diagnostics } = check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type>
<loader readonly='yes' type='pflash'>/usr/share/code.fd</loader><nvram ${attributes}>${STORE}</nvram></os></domain>`,
    { qemuVersion: '10.0', host: facts },
  );
  return diagnostics.map(({ code }) => code).filter((code) => code.startsWith('nvram'));
}

test('a store of raw bytes has the size of its template', () => {
  expect(said(host({ [STORE]: 4096, [TEMPLATE]: 4096 }))).toEqual([]);
  expect(said(host({ [STORE]: 1024, [TEMPLATE]: 4096 }))).toEqual(['nvram-size']);
  expect(said(host({ [STORE]: 0, [TEMPLATE]: 4096 }))).toEqual(['nvram-empty']);
});

test('nothing is said of sizes that are not known, nor of those that differ by the format', () => {
  expect(said(host({ [STORE]: 1024 }))).toEqual([]);
  expect(said(host({ [TEMPLATE]: 4096 }))).toEqual([]);
  expect(said(host({ [STORE]: 1024, [TEMPLATE]: 4096 }), '')).toEqual([]);
  const facts = host({ [STORE]: 1024, [TEMPLATE]: 4096 });
  expect(said(facts, `template='${TEMPLATE}' templateFormat='qcow2'`)).toEqual([]);
  expect(said(facts, `template='${TEMPLATE}' templateFormat='qcow2' format='qcow2'`)).toEqual([]);
  expect(said(host({ [STORE]: 0 }), "format='qcow2'")).toEqual([]);
});

test('what is no file has no size that counts', () => {
  const facts = host({ [TEMPLATE]: 4096 });
  const folder = { path: STORE, kind: 'directory' as const, size: 0 };
  expect(said({ ...facts, nodes: [...(facts.nodes ?? []), folder] })).toEqual([]);
});
