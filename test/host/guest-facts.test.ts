import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAt } from '../../src/host/probe';
import { probeFor } from '../../src/host/probe/guest-facts';
import { parse } from '../../src/parser';
import { buildTree, readTree } from './tree';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'host-tree-'));
  buildTree(root, readTree(join(__dirname, 'trees/fibre-channel/tree.json')));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a conversion of a guest of images takes from a host with pages of 2 MiB and 1 GiB. */
function facts(memory: string) {
  const guest = parse(
    `<domain type='kvm'><name>a</name><memory unit='GiB'>1</memory>${memory}<os><type arch='x86_64'>hvm</type></os>
<devices><disk type='file'><source file='/a.img'/><target dev='vda' bus='virtio'/></disk></devices></domain>`,
    () => undefined,
  );
  if (guest === undefined) throw new Error('no guest');
  return probeFor(guest, 'convert', lookAt(root));
}

const pages = (text: string) => `<memoryBacking><hugepages>${text}</hugepages></memoryBacking>`;

test.each([
  ['the default size', ''],
  ['1 GiB', "<page size='1' unit='GiB'/>"],
  ['beside plain ones', "<page size='4' unit='KiB' nodeset='0'/><page size='1' unit='GiB' nodeset='1'/>"],
])('huge pages are looked for also where the guest names no device: %s', (_what, text) => {
  expect(facts(pages(text)).hugepages?.map(({ mount }) => mount)).toEqual([
    '/dev/hugepages',
    '/dev/hugepages1G',
  ]);
});

test('pages that are not here may be there, and so may nodes', () => {
  const { hugepages, numa } = facts(
    `${pages("<page size='16' unit='MiB'/>")}<numatune><memory nodeset='7'/></numatune>`,
  );
  expect([hugepages, numa]).toEqual([undefined, undefined]);
});

test('a guest of images alone costs no look', () => {
  expect(facts('')).toEqual({ schema: 1 });
});
