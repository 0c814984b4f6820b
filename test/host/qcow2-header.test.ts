import { formatOf } from '../../src/host/image-format';
import { readQcow2 } from '../../src/host/qcow2-header';
import { recordedImage } from '../../src/host/recorded-image';
import { BACKING_FORMAT, CORRUPT, DATA_FILE_NAME, DIRTY, EXTERNAL_DATA, qcow2 } from './qcow2';

const NAME = 'base.img';

const header = () => qcow2({ backing: NAME, extensions: new Map([[BACKING_FORMAT, 'raw']]) });

const NOTHING = () => undefined;

test('the name and format of a backing file', () => {
  expect(formatOf(header())).toBe('qcow2');
  expect(readQcow2(header(), NOTHING)?.backing).toEqual({ name: NAME, format: 'raw' });
});

test('a name beyond what was read is read by itself', () => {
  const head = header();
  head.writeBigUInt64BE(70_000n, 8);
  const asked = jest.fn(() => Buffer.from(NAME));
  expect(readQcow2(head, asked)?.backing?.name).toBe(NAME);
  expect(asked).toHaveBeenCalledWith(70_000, NAME.length);
});

test('damage, a header that is cut short, and a name that is too long', () => {
  expect(readQcow2(qcow2({ features: CORRUPT }), NOTHING)?.corrupt).toBe(true);
  expect(readQcow2(qcow2({ features: DIRTY }), NOTHING)?.corrupt).toBe(false);
  expect(readQcow2(header().subarray(0, 90), NOTHING)).toBeUndefined();
  const long = header();
  long.writeUInt32BE(1024, 16);
  const full = (_at: number, length: number) => Buffer.alloc(length, 'a');
  expect(readQcow2(long, full)?.backing).toBeUndefined();
  long.writeUInt32BE(1023, 16);
  expect(readQcow2(long, full)?.backing?.name).toHaveLength(1023);
});

test('where the data are, if not in the image', () => {
  const extensions = new Map([
    [BACKING_FORMAT, 'qcow2'],
    [DATA_FILE_NAME, 'disk.raw'],
  ]);
  const named = (features: bigint) => readQcow2(qcow2({ features, extensions }), NOTHING)?.dataFile;
  expect(named(EXTERNAL_DATA | DIRTY)).toBe('disk.raw');
  expect(named(0n)).toBeUndefined();
});

test.each([
  ['base.img', '/images/base.img'],
  ['file:/b.img', '/b.img'],
  ['nbd://server/b', undefined],
  ['json:{"driver":"raw","file":{"driver":"file","filename":"/b.img"}}', '/b.img'],
])('%s is looked for at %s', (name, path) => {
  expect(recordedImage(name, undefined, '/images/top.qcow2').path).toBe(path);
});

test('a protocol without a format is opened as it is', () => {
  const name = 'json:{"driver":"file","filename":"/b.img"}';
  expect(recordedImage(name, undefined, '/images/top.qcow2').format).toBe('raw');
  expect(recordedImage(name, 'qcow2', '/images/top.qcow2').format).toBe('qcow2');
});
