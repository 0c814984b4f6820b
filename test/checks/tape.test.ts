import { check } from '../../src/check';
import type { HostFacts, ScsiUse } from '../../src/host/facts';
import { scsiDevice } from '../host/scsi-device';

const XML = `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices><controller type='scsi' model='virtio-scsi'/>
<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host1'/><address bus='0' target='4' unit='0'/></source></hostdev>
</devices></domain>`;

const SG = { elementKb: 32, reservedKb: 32, direct: false };

/** What is said of a tape's blocks, with an adapter of so many segments. */
function said(segments: number | undefined, use: Partial<ScsiUse> = { sgDriver: SG }) {
  const host: HostFacts = {
    schema: 1,
    scsi: [
      scsiDevice({
        hctl: { host: 1, channel: 0, target: 4, lun: '0' },
        type: 1,
        vendor: 'IBM',
        sg: { path: '/dev/sg2', links: [] },
      }),
    ],
    adapters: [{ host: 1, driver: 'sym53c8xx', sgTablesize: segments }],
    block: [],
    scsiUse: { sg: true, rawio: false, ...use },
  };
  const { diagnostics, notChecked } = check(XML, { host });
  const about = diagnostics.filter(({ code }) => code.startsWith('tape-'));
  return {
    said: about.map(({ code, message }) => `${code} ${/\d+ KiB \w+ not|\d+ KiB/.exec(message)?.[0]}`),
    skipped: notChecked.some(({ what }) => what === 'the largest block of its tapes'),
  };
}

test.each([
  ['segments enough, of any size', 128, []],
  ['enough, while the host has memory in large pieces', 127, ['tape-transfer-fragmented 508 KiB']],
  ['enough, but just', 16, ['tape-transfer-fragmented 64 KiB']],
  ['too few', 15, ['tape-transfer-limit 480 KiB do not']],
])('%s', (_, segments, expected) => {
  expect(said(segments).said).toEqual(expected);
  // As the driver is loaded.
  expect(said(segments, {}).said).toEqual(expected);
});

test('larger pieces, in powers of two of a page', () => {
  expect(said(9, { sgDriver: { ...SG, elementKb: 33 } }).said).toEqual(['tape-transfer-fragmented 36 KiB']);
  expect(said(9, { sgDriver: { ...SG, elementKb: 4 } }).said).toEqual(['tape-transfer-limit 36 KiB do not']);
});

test('a buffer that the driver keeps', () => {
  expect(said(96, { sgDriver: { ...SG, reservedKb: 512 } }).said).toEqual([]);
});

test('memory that is taken as it is', () => {
  const sgDriver = { ...SG, reservedKb: 512, direct: true };
  expect(said(96, { sgDriver }).said).toEqual(['tape-transfer-limit 384 KiB may not']);
});

test('the queue of the tape, and of its adapter', () => {
  const limit = (maxKb: number, from: 'tape' | 'disks') => ({
    sgDriver: SG,
    tapeLimits: [{ hctl: '1:0:4:0', maxKb, from }],
  });
  expect(said(128, limit(120, 'tape')).said).toEqual(['tape-transfer-limit 120 KiB do not']);
  expect(said(128, limit(256, 'disks')).said).toEqual(['tape-transfer-limit 256 KiB may not']);
  expect(said(128, limit(512, 'disks')).said).toEqual([]);
  expect(said(undefined, limit(120, 'tape'))).toEqual({
    said: ['tape-transfer-limit 120 KiB do not'],
    skipped: false,
  });
});

test('nothing says how large a block may be', () => {
  expect(said(undefined)).toEqual({ said: [], skipped: true });
});
