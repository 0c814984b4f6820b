import { checkBlkiotune } from '../../src/parser/blkiotune';
import { read } from './read';

function said(...devices: readonly string[]): string[] {
  const inner = devices.map((device) => `<device>${device}</device>`).join('');
  return read(`<domain><blkiotune><weight>500</weight>${inner}</blkiotune></domain>`, (domain) => {
    checkBlkiotune(domain);
    domain.skip('blkiotune');
  }).said;
}

const A = '<path>/dev/a</path>';

test('each device of the host may have limits', () => {
  expect(said(`${A}<weight>500</weight>`, '<path>/dev/b</path><read_iops_sec>9</read_iops_sec>')).toEqual([]);
});

test('all that have no limits of their own may have some, by a star (libvirt 12.9)', () => {
  expect(said('<path>*</path><weight>500</weight>', A)).toEqual([]);
});

test.each([
  ['no device', ['<weight>500</weight>'], 'value-missing domain/blkiotune/device'],
  ['no number', [`${A}<weight>x</weight>`], 'value-invalid domain/blkiotune/device/weight'],
  [
    'a number beyond 32 bits',
    [`${A}<write_iops_sec>4294967296</write_iops_sec>`],
    'value-invalid domain/blkiotune/device/write_iops_sec',
  ],
  ['one device twice', [A, A], 'storage-source-invalid domain/blkiotune/device[2]/path'],
])('%s is refused', (_what, devices, code) => {
  expect(said(...devices)).toEqual([code]);
});
