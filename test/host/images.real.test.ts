import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../src/check';
import { missing } from '../skip';
import { probeImages, probeNodes } from '../../src/host/probe';

const found = spawnSync('qemu-img', ['--version']).status === 0;
if (!found) missing('images', 'qemu-img (Debian: qemu-utils)');
const testWithImages = found ? test : test.skip;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'images-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const create = (...args: readonly string[]) =>
  execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', ...args], { cwd: folder });

testWithImages('a chain that qemu-img made, and nothing from what is opened as raw', () => {
  const [top, base] = [join(folder, 'top.qcow2'), join(folder, 'base.qcow2')];
  create(base, '1M');
  create('-b', 'base.qcow2', '-F', 'qcow2', top);
  expect(probeImages([{ path: top, format: 'qcow2' }])).toMatchObject([
    { path: top, format: 'qcow2', backing: { path: base, format: 'qcow2' } },
    { path: base, format: 'qcow2' },
  ]);
  expect(probeImages([{ path: top, format: 'raw' }])).toEqual([{ path: top, format: 'qcow2' }]);
});

/** What is said of a disk's image and of what its header names. */
function said(path: string, below: readonly string[] = []) {
  const xml = `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices><disk type='file'><driver type='qcow2'/>
<source file="${path}"/><target dev='vda' bus='virtio'/></disk></devices></domain>`;
  const images = probeImages([{ path, format: 'qcow2' }]);
  const { diagnostics } = check(xml, { host: { schema: 1, images, nodes: probeNodes([path, ...below]) } });
  return diagnostics.filter(({ code }) => /^(image|backing|path)-/.test(code));
}

/** Runs the command at the end of a help, and gives the code that it was the way out of. */
function goOut(path: string, below: readonly string[] = [], file = ''): string | undefined {
  const [diagnostic] = said(path, below);
  const command = diagnostic?.help?.replace(/^.*?: (?=qemu-img)/, '').replaceAll('FILE', file);
  execFileSync('sh', ['-c', command ?? 'false'], { stdio: 'pipe' });
  return diagnostic?.code;
}

function patch(path: string, change: (image: Buffer) => void): void {
  const image = readFileSync(path);
  change(image);
  writeFileSync(path, image);
}

testWithImages('the ways out of damage and of formats that are not recorded, or not so', () => {
  const [top, base] = [join(folder, "it's on top"), join(folder, 'base')];
  create(base, '1M');
  expect(said(base)).toEqual([]);
  patch(base, (image) => void image.writeUInt8(2, 79));
  expect(spawnSync('qemu-io', ['-c', 'read 0 512', base], { encoding: 'utf8' }).stderr).toContain('corrupt');
  expect(goOut(base)).toBe('image-corrupt');
  expect(said(base)).toEqual([]);

  create('-b', base, '-F', 'qcow2', top);
  // qemu-img no longer makes such images. An extension of a type that nobody knows is passed over.
  patch(top, (image) => void image.writeUInt32BE(0x12345678, image.indexOf('e2792aca', 0, 'hex')));
  expect(goOut(top)).toBe('backing-format-missing');
  expect(said(top)).toEqual([]);
  execFileSync('qemu-img', ['create', '-q', '-f', 'raw', base, '1M']);
  expect(goOut(top)).toBe('backing-format-differs');
  expect(said(top)).toEqual([]);
});

testWithImages('the way out of data that were moved', () => {
  const [image, data, moved] = [join(folder, 'a,b'), join(folder, 'data'), join(folder, 'moved')];
  create('-o', 'data_file=data', image, '1M');
  expect(said(image, [data])).toEqual([]);
  renameSync(data, moved);
  expect(goOut(image, [data], moved)).toBe('path-missing');
  expect(said(image, [moved])).toEqual([]);
  execFileSync('qemu-img', ['info', image]);
});
