import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns } from '../../src/cli/columns';
import { hostCommand } from '../../src/cli/host';
import { bytes, shortUses, typeWord } from '../../src/cli/host-words';
import type { BlockDevice } from '../../src/host/facts';
import { buildTree, readTree } from '../host/tree';

const mockWritten: Record<'out' | 'err', string> = { out: '', err: '' };
jest.mock('../../src/cli/streams', () => ({
  writeOut: (text: string) => void (mockWritten.out += text),
  writeError: (text: string) => void (mockWritten.err += text),
}));

let folder = '';

beforeEach(() => {
  mockWritten.out = mockWritten.err = '';
  folder = mkdtempSync(join(tmpdir(), 'host-command-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const TREES = join(__dirname, '../host/trees');

test('a host without SCSI says so, and that is no error', async () => {
  buildTree(folder, readTree(join(TREES, 'container/tree.json')));
  expect(await hostCommand({ root: folder, width: 80 })).toBe(0);
  expect(mockWritten.out).toMatch(/^This host has no SCSI devices\.\n/);
  expect(mockWritten.err).toBe('');
});

test('a snapshot of another host prints as that host would', async () => {
  buildTree(folder, readTree(join(TREES, 'tape-library/tree.json')));
  await hostCommand({ root: folder, width: 80 });
  const there = mockWritten.out;
  mockWritten.out = '';
  await hostCommand({ root: folder, output: 'json' });
  const file = join(folder, 'host.json');
  writeFileSync(file, mockWritten.out);
  mockWritten.out = '';
  expect(await hostCommand({ host: file, width: 80 })).toBe(0);
  expect(mockWritten.out).toBe(there);
});

test('elements for a guest are no JSON', async () => {
  await expect(hostCommand({ root: folder, xml: true, output: 'json' })).rejects.toThrow(
    '--xml and --output json cannot be used together',
  );
  expect(mockWritten.out).toBe('');
});

test('a snapshot that is wrong, and one that is not there', async () => {
  const file = join(folder, 'host.json');
  writeFileSync(file, '{"schema": 1, "scsi": [{"hctl": 5}]}');
  expect(await hostCommand({ host: file })).toBe(3);
  expect(mockWritten.err).toContain('$.scsi[0].hctl is 5, not an object\nhelp: ');
  expect(mockWritten.out).toBe('');
  await expect(hostCommand({ host: join(folder, 'none.json') })).rejects.toThrow(
    /none\.json: there is no such file$/,
  );
  await expect(hostCommand({ host: folder })).rejects.toThrow(/: it is a directory$/);
  await expect(hostCommand({ host: 'none' })).rejects.toThrow('no host has no devices to show');
});

test('sizes as on the label of the disk', () => {
  expect([undefined, 0, 512, 999_499, 999_500, 4_000_787_030_016, 1e21].map(bytes)).toEqual([
    '-',
    '-',
    '512B',
    '999kB',
    '1.00MB',
    '4.00TB',
    '1000EB',
  ]);
});

test('types in the words of lsscsi', () => {
  expect([0, 1, 5, 8, 13, 0x1e, 0x1f, 0x1b].map(typeWord)).toEqual([
    'disk',
    'tape',
    'cd/dvd',
    'mediumx',
    'enclosu',
    'wlun',
    'no dev',
    'type 27',
  ]);
});

test('holders that go in a ring', () => {
  const device = {
    path: '/dev/dm-0',
    holders: ['/dev/dm-0'],
    mounts: [],
    swap: false,
  } as unknown as BlockDevice;
  expect(shortUses({ schema: 1, block: [device] }, device).length).toBeLessThan(200);
});

describe('columns', () => {
  const rows = [
    { cells: ['[0:0:0:0]', 'disk', '/dev/sda'], more: ['/dev/disk/by-id/wwn-0x1', 'sda1 (/), sda2 (swap)'] },
    { cells: ['[0:0:1:0]', 'cd/dvd', '-'], more: [undefined, ''] },
  ];

  test('one line each where there is room', () => {
    expect(columns(rows, Infinity)).toBe(
      '[0:0:0:0]  disk    /dev/sda  /dev/disk/by-id/wwn-0x1  sda1 (/), sda2 (swap)\n[0:0:1:0]  cd/dvd  -\n',
    );
  });

  test('what follows goes below', () => {
    expect(columns(rows, 60)).toBe(
      '[0:0:0:0]  disk    /dev/sda\n      /dev/disk/by-id/wwn-0x1  sda1 (/), sda2 (swap)\n[0:0:1:0]  cd/dvd  -\n',
    );
  });

  test('a narrow terminal: everything folds, no name breaks', () => {
    expect(columns(rows, 22)).toBe(
      '[0:0:0:0] disk\n      /dev/sda\n      /dev/disk/by-id/wwn-0x1\n      sda1 (/),\n      sda2 (swap)\n[0:0:1:0]  cd/dvd  -\n',
    );
  });
});
