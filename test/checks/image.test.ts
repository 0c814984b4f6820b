import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/check';
import { probeImages, probeNodes } from '../../src/host/probe';
import { DescribedHost } from '../host/described';
import { BACKING_FORMAT, CORRUPT, DATA_FILE_NAME, DIRTY, EXTERNAL_DATA, qcow2 } from '../host/qcow2';

const host = new DescribedHost('image-headers');

function put(path: string, image: Buffer): void {
  host.put(path);
  writeFileSync(join(host.root, path), image);
}

interface Drawn {
  readonly path: string;
  readonly type?: string;
  /** Elements of the disk. */
  readonly more?: string | undefined;
}

const disk = ({ path, type = 'qcow2', more = '' }: Drawn, index: number) =>
  `<disk type='file'><driver type='${type}'/><source file='${path}'/><target dev='vd${'abc'[index]}' bus='virtio'/>${more}</disk>`;

/** What is said of images of a guest's disks; `below` are files that their headers name. */
function said(disks: readonly Drawn[], below: readonly string[] = []) {
  const xml = `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${disks.map(disk).join('\n')}</devices></domain>`;
  const { root } = host;
  const images = probeImages(
    disks.map(({ path, type = 'qcow2' }) => ({ path, format: type })),
    { root },
  );
  const nodes = probeNodes([...disks.map(({ path }) => path), ...below], { root });
  const { diagnostics } = check(xml, { host: { schema: 1, images, nodes } });
  return diagnostics.filter(({ code }) => /^(image|backing|base)-|^path-/.test(code));
}

const codes = (...args: Parameters<typeof said>) =>
  said(...args).map(({ code, severity }) => [code, severity]);

test('damage keeps an image from being written; a mark of lazy refcounts is none', () => {
  put('/a', qcow2({ features: CORRUPT | DIRTY }));
  put('/b', qcow2({ features: DIRTY }));
  expect(codes([{ path: '/a' }])).toEqual([['image-corrupt', 'error']]);
  expect(codes([{ path: '/a', more: '<readonly/>' }])).toEqual([['image-corrupt', 'warning']]);
  expect(codes([{ path: '/a', more: '<transient/>' }])).toEqual([['image-corrupt', 'warning']]);
  expect(codes([{ path: '/b' }])).toEqual([]);
  expect(said([{ path: '/a' }])[0]!.help).toContain('qemu-img check -r all /a');
});

test('damage below an image is read', () => {
  put('/top', qcow2({ backing: 'base', extensions: new Map([[BACKING_FORMAT, 'qcow2']]) }));
  put('/base', qcow2({ features: CORRUPT }));
  expect(codes([{ path: '/top' }])).toEqual([['image-corrupt', 'warning']]);
});

test('a format that is not recorded: a guess, which libvirt does not take where more is below', () => {
  put('/top', qcow2({ backing: 'middle' }));
  put('/middle', qcow2());
  const [flat] = said([{ path: '/top' }]);
  expect(flat).toMatchObject({ code: 'backing-format-missing', severity: 'warning' });
  expect(flat!.message).not.toContain('libvirt');
  expect(flat!.help).toContain('rebase -u -f qcow2 -F qcow2 -b /middle /top');
  put('/middle', qcow2({ backing: '/base', extensions: new Map([[BACKING_FORMAT, 'raw']]) }));
  put('/base', Buffer.alloc(512));
  expect(said([{ path: '/top' }])[0]!.message).toContain('libvirt');
});

test('a format that is recorded and not so', () => {
  put('/top', qcow2({ backing: 'base', extensions: new Map([[BACKING_FORMAT, 'raw']]) }));
  put('/base', qcow2());
  expect(codes([{ path: '/top' }])).toEqual([['backing-format-differs', 'warning']]);
  put('/base', Buffer.from('LUKS\xba\xbe', 'latin1'));
  expect(codes([{ path: '/top' }])).toEqual([]);
  put('/top', qcow2({ backing: 'base', extensions: new Map([[BACKING_FORMAT, 'qcow2']]) }));
  expect(codes([{ path: '/top' }])).toEqual([['backing-format-differs', 'error']]);
});

test('data that are elsewhere, beside the image', () => {
  const extensions = new Map([[DATA_FILE_NAME, 'a.data']]);
  put('/images/a', qcow2({ features: EXTERNAL_DATA, extensions }));
  expect(said([{ path: '/images/a' }], ['/images/a.data'])).toMatchObject([
    { code: 'path-missing', message: expect.stringContaining('/images/a.data') as string, stopsStart: true },
  ]);
  host.put('/images/a.data');
  expect(said([{ path: '/images/a' }], ['/images/a.data'])).toEqual([]);
});

describe('an image below another disk', () => {
  beforeEach(() => {
    put('/top', qcow2({ backing: 'base', extensions: new Map([[BACKING_FORMAT, 'raw']]) }));
    put('/base', Buffer.alloc(512));
  });
  const base = (more?: string) => ({ path: '/base', type: 'raw', more });
  const top = (more?: string) => ({ path: '/top', more });

  test('has no writer, wherever that stands', () => {
    expect(codes([top(), base()])).toEqual([['base-image-written', 'error']]);
    expect(codes([base(), top()])).toEqual([['base-image-written', 'error']]);
  });

  test('has readers, and those that forget', () => {
    expect(codes([top(), base('<readonly/>')])).toEqual([]);
    expect(codes([top(), base('<transient/>')])).toEqual([]);
    expect(codes([top(), { path: '/top2' }])).toEqual([]);
  });
});
