import type { Iotune } from '../../src/model/disk';
import { mixedLimits, refusedLimits } from '../../src/resolver/throttle-limits';
import { place } from './scsi/guest';

const at = place('iotune');
const MOST = 1e15;

test.each<[string, Iotune]>([
  ['nothing', {}],
  ['zeroes', { totalIopsSecMax: 0, readBytesSecMaxLength: 0, sizeIopsSec: 0 }],
  ['the highest rate', { totalBytesSec: MOST }],
  ['a burst of the rate itself', { totalIopsSec: 5, totalIopsSecMax: 5 }],
  ['a length of one second without a burst', { totalIopsSec: 5, totalIopsSecMaxLength: 1 }],
  ['the longest burst', { totalIopsSec: 5, totalIopsSecMax: 1e9, totalIopsSecMaxLength: 1e6 }],
  ['a size of requests that are counted when they read', { readIopsSec: 1, sizeIopsSec: 4096 }],
])('QEMU starts with %s', (_what, limits) => {
  expect(refusedLimits(limits, at)).toBeUndefined();
});

test.each<[string, Iotune, string]>([
  ['a higher rate', { totalBytesSec: MOST + 1 }, `use at most ${MOST}`],
  ['a higher burst', { totalBytesSec: 1, totalBytesSecMax: MOST + 1 }, `use at most ${MOST}`],
  ['a burst below the rate', { writeIopsSec: 5, writeIopsSecMax: 4 }, 'use at least 5'],
  [
    'a burst of another rate',
    { readIopsSec: 5, totalIopsSecMax: 9 },
    'add <total_iops_sec>, or remove <total_iops_sec_max>',
  ],
  [
    'a length without a burst',
    { totalIopsSec: 5, totalIopsSecMaxLength: 2 },
    'add <total_iops_sec_max>, or remove <total_iops_sec_max_length>',
  ],
  [
    'a burst that is too long',
    { totalIopsSec: 5, totalIopsSecMax: 1e9, totalIopsSecMaxLength: 1e6 + 1 },
    'use at most 1000000',
  ],
  [
    'a size of requests that nothing counts',
    { totalBytesSec: 1, sizeIopsSec: 4096 },
    'add <total_iops_sec>, or remove it',
  ],
])('%s is refused', (_what, limits, help) => {
  expect(refusedLimits(limits, at)).toMatchObject({ code: 'disk-option-invalid', severity: 'error', help });
});

test('a total stands alone, for rates and for bursts', () => {
  expect(mixedLimits({ totalBytesSec: 1, readIopsSec: 1 }, at)).toBeUndefined();
  expect(mixedLimits({ totalIopsSecMax: 1, writeIopsSecMax: 1 }, at)).toMatchObject({
    code: 'disk-option-conflict',
  });
});
