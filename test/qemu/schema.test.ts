import { inSchema, readSchema } from '../../src/qemu/probe/schema';

const schema = readSchema([
  { name: 'blockdev-add', 'meta-type': 'command', 'arg-type': '1', 'ret-type': '0' },
  { name: '0', 'meta-type': 'object', members: [] },
  {
    name: '1',
    'meta-type': 'object',
    tag: 'driver',
    members: [
      { name: 'driver', type: '2' },
      { name: 'discard', type: 'str' },
    ],
    variants: [
      { case: 'file', type: '3' },
      { case: 'qcow2', type: '4' },
    ],
  },
  { name: '2', 'meta-type': 'enum', values: ['file', 'qcow2'] },
  { name: 'netdev_add', 'meta-type': 'command', 'arg-type': '8', 'ret-type': '0' },
  { name: '8', 'meta-type': 'object', members: [{ name: 'type', type: 'str' }] },
  { name: '3', 'meta-type': 'object', members: [{ name: 'aio', type: '5' }] },
  { name: '4', 'meta-type': 'object', members: [{ name: 'file', type: '6' }] },
  { name: '5', 'meta-type': 'enum', members: [{ name: 'threads' }, { name: 'io_uring' }] },
  { name: '6', 'meta-type': 'alternate', members: [{ type: '1' }, { type: 'str' }] },
  { name: 'query-things', 'meta-type': 'command', 'arg-type': '0', 'ret-type': '[7]' },
  { name: '[7]', 'meta-type': 'array', 'element-type': '3' },
]);

test.each([
  ['blockdev-add', true],
  ['blockdev-add/discard', true],
  ['blockdev-add/driver/^qcow2', true],
  ['blockdev-add/driver/^raw', false],
  ['blockdev-add/+file/aio/^io_uring', true],
  ['blockdev-add/+file/aio/^native', false],
  ['blockdev-add/+qcow2/file/+file/aio', true],
  ['blockdev-add/+raw', false],
  ['blockdev-add/file', false],
  ['query-things/aio', true],
  ['query-things/discard', false],
  ['blockdev-del', false],
  // before 5.2 QEMU did not say what it takes beyond the type
  ['netdev_add/+user', undefined],
  ['netdev_add/type', true],
  ['blockdev-add/discard/more', false],
])('%s: %s', (path, found) => expect(inSchema(schema, path)).toBe(found));

test('no schema has no path', () => expect(inSchema(readSchema(undefined), 'blockdev-add')).toBe(false));
