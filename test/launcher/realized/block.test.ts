import type { Properties } from '../../../src/emitter/args';
import { driveExpectations, nodeExpectations } from '../../../src/launcher/realized/block';
import { Asked } from '../../../src/launcher/realized/expectation';
import type { Json } from '../../../src/qemu/probe/qmp';

/** What differs, or cannot be told, between a -drive and what `query-block` says of it. */
async function compared(properties: Properties, inserted: Json): Promise<Record<string, unknown>> {
  const answer = [{ device: 'd', inserted }];
  const qemu = new Asked({ greeting: {}, ask: () => Promise.resolve(answer) });
  const found = driveExpectations({ id: 'd', ...properties });
  return Object.fromEntries(
    await Promise.all(
      found.map(async ({ what, planned, ask }) => [what, [planned, await ask(qemu)]] as const),
    ),
  );
}

const CACHE = { direct: false, 'no-flush': false };
const json = (node: object) => `json:${JSON.stringify(node)}`;
const image = { driver: 'file', filename: '/a.img' };

test.each([
  ['by its name', '/a.img'],
  ['encrypted in qcow2', json({ driver: 'qcow2', 'encrypt.key-secret': 's', file: image })],
  ['by a slice', json({ driver: 'raw', offset: '512', size: '512', file: image })],
  ['below a filter', json({ driver: 'raw', file: { driver: 'throttle', file: image } })],
])('an image that QEMU tells %s', async (_, file) => {
  expect(await compared({ file: '/a.img' }, { file, ro: false, cache: CACHE })).toMatchObject({
    file: ['/a.img', '/a.img'],
  });
});

test.each([
  [undefined, false, false],
  ['none', true, false],
  ['directsync', true, false],
  ['unsafe', false, true],
  ['writethrough', false, false],
])('cache %s', async (cache, direct, noFlush) => {
  const inserted = { file: '/a.img', ro: false, cache: { direct, 'no-flush': noFlush } };
  expect(await compared({ file: '/a.img', cache }, inserted)).toMatchObject({
    'cache.direct': [direct, direct],
    'cache.no-flush': [noFlush, noFlush],
  });
});

test('what is no JSON is a name', async () => {
  const file = 'json:{a.img';
  expect(await compared({ file: '/a.img' }, { file })).toMatchObject({ file: ['/a.img', file] });
});

test.each([
  ['its node', { driver: 'qcow2', file: image }],
  ['its name', '/a.img'],
  ['its own options', json({ driver: 'raw', file: image })],
])(
  "a transient disk: QEMU's file is above the image, told by %s, and has a cache of its own",
  async (_, backing) => {
    const file = json({ driver: 'qcow2', backing, file: { driver: 'file', filename: '/var/tmp/vl.X' } });
    const inserted = { file, ro: false, cache: { direct: false, 'no-flush': true } };
    expect(await compared({ file: '/a.img', cache: 'none', snapshot: true }, inserted)).toEqual({
      file: ['/a.img', '/a.img'],
      readonly: [false, false],
    });
  },
);

test('a drive of options is asked too, one without an image is not', async () => {
  const inserted = { file: 'nbd://h:1', ro: true, cache: CACHE };
  expect(await compared({ 'file.driver': 'nbd', readonly: true }, inserted)).toEqual({
    readonly: [true, true],
    'cache.direct': [false, false],
    'cache.no-flush': [false, false],
  });
  expect(await compared({ media: 'cdrom' }, { file: '/a.img' })).toEqual({});
});

test('a node without a name cannot be asked', () => {
  expect(nodeExpectations({ driver: 'raw' })).toEqual([]);
  expect(nodeExpectations({ driver: 'raw', 'node-name': 'n' }).map(({ what }) => what)).toEqual([
    'driver',
    'read-only',
  ]);
});
