import { formatOf } from '../../src/host/image-format';
import { readQcow2 } from '../../src/host/qcow2-header';
import { recordedImage } from '../../src/host/recorded-image';

const NAME = 'base.img';

/** Version 3, with the format of the backing file in an extension and its name after that. */
function header(): Buffer {
  const head = Buffer.alloc(512);
  head.write('QFI\xfb', 0, 'latin1');
  head.writeUInt32BE(3, 4);
  head.writeBigUInt64BE(200n, 8);
  head.writeUInt32BE(NAME.length, 16);
  head.writeUInt32BE(104, 100);
  head.writeUInt32BE(0xe2792aca, 104);
  head.writeUInt32BE(3, 108);
  head.write('raw', 112);
  head.write(NAME, 200);
  return head;
}

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
  const corrupt = header();
  corrupt.writeBigUInt64BE(2n, 72);
  expect(readQcow2(corrupt, NOTHING)?.corrupt).toBe(true);
  expect(readQcow2(header().subarray(0, 90), NOTHING)).toBeUndefined();
  const long = header();
  long.writeUInt32BE(1024, 16);
  expect(readQcow2(long, NOTHING)?.backing).toBeUndefined();
});

test.each([
  ['base.img', '/images/base.img'],
  ['file:/b.img', '/b.img'],
  ['nbd://server/b', undefined],
  ['json:{"driver":"raw","file":{"driver":"file","filename":"/b.img"}}', '/b.img'],
])('%s is looked for at %s', (name, path) => {
  expect(recordedImage(name, undefined, '/images/top.qcow2').path).toBe(path);
});
