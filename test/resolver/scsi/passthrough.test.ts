import { PASSTHROUGH_TABLE, rowFor, type Row, type Want } from '../../../src/resolver/scsi/passthrough';
import type { ScsiSource } from '../../../src/resolver/scsi/source';

type Facts = Pick<ScsiSource, 'asked' | 'named' | 'is' | 'block' | 'generic' | 'given'>;

const SD = '/dev/disk/by-id/wwn-0x5000c500a1b2c3d4';
const SG = '/dev/sg3';
const disk = { asked: 'disk' } as const;
const hostdev = { asked: 'hostdev' } as const;
const both = { block: SD, generic: SG };
const byBlock = { named: 'block', given: SD } as const;
const bySg = { named: 'generic', given: SG } as const;
const byAddress = { named: 'address' } as const;
const iscsi = { named: 'iscsi', is: 'unknown' } as const;
const media = { is: 'media', ...both } as const;
const tape = { is: 'other', generic: SG } as const;

/** [what, source, who decides, has scsi-block, choice, node] */
const cells: [string, Facts, Want, boolean, Row['choice'], string | undefined][] = [
  ['a disk by its block node', { ...disk, ...byBlock, ...media }, 'auto', true, 'scsi-block', SD],
  ['the same on an old QEMU', { ...disk, ...byBlock, ...media }, 'auto', false, 'scsi-generic', SG],
  ['a disk by its sg node', { ...disk, ...bySg, ...media }, 'auto', true, 'scsi-block', SD],
  ['the same on an old QEMU', { ...disk, ...bySg, ...media }, 'auto', false, 'scsi-generic', SG],
  ['a disk by its address', { ...hostdev, ...byAddress, ...media }, 'auto', true, 'scsi-block', SD],
  ['the same on an old QEMU', { ...hostdev, ...byAddress, ...media }, 'auto', false, 'scsi-generic', SG],
  [
    'a disk whose block driver is not bound',
    { ...hostdev, ...byAddress, is: 'media', generic: SG },
    'auto',
    true,
    'scsi-generic',
    SG,
  ],
  ['a multipath map', { ...disk, ...byBlock, is: 'media', block: SD }, 'auto', true, 'scsi-block', SD],
  [
    'a multipath map on an old QEMU',
    { ...disk, ...byBlock, is: 'media', block: SD },
    'auto',
    false,
    'no-generic-node',
    undefined,
  ],
  ['a tape by its sg node', { ...disk, ...bySg, ...tape }, 'auto', true, 'scsi-generic', SG],
  ['a tape by its st node', { ...disk, ...byBlock, ...tape }, 'auto', true, 'scsi-generic', SG],
  ['a tape by its address', { ...hostdev, ...byAddress, ...tape }, 'auto', false, 'scsi-generic', SG],
  [
    'a tape without an sg node',
    { ...hostdev, ...byAddress, is: 'other' },
    'auto',
    true,
    'no-generic-node',
    undefined,
  ],
  ['an iSCSI disk', { ...disk, ...iscsi }, 'auto', true, 'scsi-block', undefined],
  ['an iSCSI disk on an old QEMU', { ...disk, ...iscsi }, 'auto', false, 'scsi-generic', undefined],
  ['an iSCSI hostdev', { ...hostdev, ...iscsi }, 'auto', true, 'scsi-generic', undefined],
  ['an iSCSI hostdev on an old QEMU', { ...hostdev, ...iscsi }, 'auto', false, 'scsi-generic', undefined],
  ['a partition', { ...disk, ...byBlock, is: 'foreign' }, 'auto', true, 'foreign', undefined],
  ['a partition, forced', { ...disk, ...byBlock, is: 'foreign' }, 'block', true, 'foreign', undefined],
  ['a partition, forced', { ...disk, ...byBlock, is: 'foreign' }, 'generic', false, 'foreign', undefined],
  ['a block node on an unknown host', { ...disk, ...byBlock, is: 'unknown' }, 'auto', true, 'scsi-block', SD],
  [
    'the same on an old QEMU',
    { ...disk, ...byBlock, is: 'unknown' },
    'auto',
    false,
    'no-generic-node',
    undefined,
  ],
  ['an sg node on an unknown host', { ...disk, ...bySg, is: 'unknown' }, 'auto', true, 'scsi-generic', SG],
  [
    'an address on an unknown host',
    { ...hostdev, ...byAddress, is: 'unknown' },
    'auto',
    true,
    'no-generic-node',
    undefined,
  ],
  ['a disk, block wanted', { ...hostdev, ...byAddress, ...media }, 'block', true, 'scsi-block', SD],
  [
    'a disk, block wanted, old QEMU',
    { ...disk, ...byBlock, ...media },
    'block',
    false,
    'no-scsi-block',
    undefined,
  ],
  ['a tape, block wanted', { ...disk, ...bySg, ...tape }, 'block', true, 'not-block-type', undefined],
  ['a path, block wanted', { ...disk, ...byBlock, is: 'unknown' }, 'block', true, 'scsi-block', SD],
  [
    'an sg path, block wanted',
    { ...disk, ...bySg, is: 'unknown' },
    'block',
    true,
    'no-block-node',
    undefined,
  ],
  ['an iSCSI hostdev, block wanted', { ...hostdev, ...iscsi }, 'block', true, 'scsi-block', undefined],
  ['a disk, generic wanted', { ...disk, ...byBlock, ...media }, 'generic', true, 'scsi-generic', SG],
  ['a tape, generic wanted', { ...disk, ...bySg, ...tape }, 'generic', true, 'scsi-generic', SG],
  ['an sg path, generic wanted', { ...disk, ...bySg, is: 'unknown' }, 'generic', true, 'scsi-generic', SG],
  [
    'a path, generic wanted',
    { ...disk, ...byBlock, is: 'unknown' },
    'generic',
    true,
    'no-generic-node',
    undefined,
  ],
  ['an iSCSI disk, generic wanted', { ...disk, ...iscsi }, 'generic', true, 'scsi-generic', undefined],
  ['an iSCSI hostdev, generic wanted', { ...hostdev, ...iscsi }, 'generic', true, 'scsi-generic', undefined],
  ["libvirt's disk", { ...disk, ...byBlock, is: 'unknown' }, 'libvirt', true, 'scsi-block', SD],
  [
    "libvirt's disk on an old QEMU",
    { ...disk, ...byBlock, is: 'unknown' },
    'libvirt',
    false,
    'no-scsi-block',
    undefined,
  ],
  ["libvirt's iSCSI hostdev", { ...hostdev, ...iscsi }, 'libvirt', true, 'scsi-generic', undefined],
  ["libvirt's hostdev", { ...hostdev, ...byAddress, ...media }, 'libvirt', true, 'scsi-generic', SG],
  [
    "libvirt's hostdev, host unknown",
    { ...hostdev, ...byAddress, is: 'unknown' },
    'libvirt',
    true,
    'no-generic-node',
    undefined,
  ],
];

const source = (facts: Facts): ScsiSource => ({
  ...facts,
  name: 'x',
  at: { line: 1, column: 1, path: '', depth: 0, of: () => source(facts).at },
});

describe('the passthrough table', () => {
  test.each(cells)('%s: %j by %s, scsi-block %s', (_what, facts, want, scsiBlock, choice, node) => {
    const row = rowFor(source(facts), want, scsiBlock);
    expect(row?.choice).toBe(choice);
    expect(row?.node && source(facts)[row.node]).toBe(node);
  });

  test('has no row that the cells above do not reach', () => {
    const reached = new Set(cells.map(([, facts, want, has]) => rowFor(source(facts), want, has)));
    expect(PASSTHROUGH_TABLE.filter((row) => !reached.has(row))).toEqual([]);
  });

  test('decides on every source', () => {
    for (const want of ['auto', 'block', 'generic', 'libvirt'] as const)
      for (const asked of ['disk', 'hostdev'] as const)
        for (const named of ['block', 'generic', 'address', 'iscsi'] as const)
          for (const is of ['media', 'other', 'foreign', 'unknown'] as const)
            for (const has of [true, false])
              expect(rowFor(source({ asked, named, is }), want, has)).toBeDefined();
  });
});
