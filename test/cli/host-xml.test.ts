/** What `host --xml` prints is what a guest takes. `UPDATE=1` rewrites host.xml of each tree, to be read as a diff. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostXml } from '../../src/cli/host-xml';
import { convert } from '../../src/convert';
import type { HostFacts } from '../../src/host/facts';

const TREES = join(__dirname, '../host/trees');

function facts(tree: string): HostFacts {
  return JSON.parse(readFileSync(join(TREES, tree, 'snapshot.json'), 'utf8')) as HostFacts;
}

const guest = (hostdev: string) => `<domain type='qemu'>
  <name>fed-back</name>
  <memory unit='MiB'>512</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <controller type='scsi' index='0' model='virtio-scsi'/>
    ${hostdev}
  </devices>
</domain>`;

describe.each(readdirSync(TREES))('%s', (tree) => {
  test('each device, target and adapter', () => {
    const file = join(TREES, tree, 'host.xml');
    const text = hostXml(facts(tree));
    if (process.env['UPDATE'] === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test('fed back, it converts, and rests on a number only where it says so', () => {
    const host = { ...facts(tree), kvm: undefined };
    for (const entry of hostXml(host).split('</hostdev>\n\n')) {
      if (!entry.includes('<hostdev')) continue;
      const hostdev = entry.includes('</hostdev>') ? entry : `${entry}</hostdev>`;
      const codes = convert(guest(hostdev), { host, qemuVersion: '7.2' })
        .diagnostics.filter(({ severity }) => severity !== 'note')
        .map(({ code }) => code);
      expect({ entry, unstable: codes.includes('scsi-source-unstable') }).toEqual({
        entry,
        unstable: entry.includes('order of discovery'),
      });
      expect({ entry, root: codes.includes('scsi-set-root') }).toEqual({
        entry,
        root: entry.includes('the host runs from it'),
      });
      const errors = convert(guest(hostdev), { host, qemuVersion: '7.2' })
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
      expect({ entry, errors: errors.filter((code) => code !== 'scsi-set-root') }).toEqual({
        entry,
        errors: [],
      });
    }
  });
});

test('names of devices end no comment and no attribute', () => {
  const device = {
    hctl: { host: 0, channel: 0, target: 0, lun: '0' },
    type: 0,
    vendor: 'A--><b/>',
    model: "it's\u0007",
    revision: '',
    wwid: "t10.it's <1> & 2",
    block: { path: '/dev/sda', links: [] },
  };
  const text = hostXml({ schema: 1, scsi: [device], adapters: [], block: [] });
  expect(text).toContain("<!-- [0:0:0:0] disk A- -><b/> it's?; /dev/sda -->");
  expect(text).toContain("wwn='t10.it&apos;s &lt;1&gt; &amp; 2'");
});
