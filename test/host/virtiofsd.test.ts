import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lookAt } from '../../src/host/probe';
import { probeFor } from '../../src/host/probe/guest-facts';
import { probeVirtiofsd } from '../../src/host/probe/virtiofsd';
import { virtiofsdOf } from '../../src/host/virtiofsd';
import { parse } from '../../src/parser';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'virtiofsd-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function program(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const C = '\x7fELF... -o no_posix_lock ... -o source=PATH';
const RUST = '\x7fELF... --shared-dir <SHARED_DIR> ... -o no_posix_lock';

test('each is known by an option that only it has', () => {
  program('/opt/c', C);
  program('/opt/rust', RUST);
  program('/opt/script', '#!/bin/sh\nexec /opt/c -o no_posix_lock');
  program('/opt/other', '\x7fELF of something else');
  expect(
    probeVirtiofsd(['/opt/c', '/opt/rust', '/opt/script', '/opt/other', '/opt/none', '/opt'], { root }),
  ).toEqual([
    { program: '/opt/c', path: '/opt/c', kind: 'c' },
    { program: '/opt/rust', path: '/opt/rust', kind: 'rust' },
  ]);
});

test('one that is named by no path is looked for where it is started from', () => {
  program('/usr/lib/qemu/virtiofsd', C);
  expect(probeVirtiofsd(['virtiofsd'], { root })).toEqual([
    { program: 'virtiofsd', path: '/usr/lib/qemu/virtiofsd', kind: 'c' },
  ]);
  program('/usr/libexec/virtiofsd', RUST);
  expect(probeVirtiofsd(['virtiofsd', 'virtiofsd'], { root })).toEqual([
    { program: 'virtiofsd', path: '/usr/libexec/virtiofsd', kind: 'rust' },
  ]);
});

test.each(['convert', 'check'] as const)('only a guest that needs one asks for it: %s', (depth) => {
  program('/usr/lib/qemu/virtiofsd', C);
  const facts = (source: string, driver = 'virtiofs') => {
    const guest = parse(
      `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64'>hvm</type></os><devices>` +
        `<filesystem type='mount'><driver type='${driver}'/>${source}<target dir='t'/></filesystem></devices></domain>`,
      () => undefined,
    );
    if (guest === undefined) throw new Error('no guest');
    return probeFor(guest, depth, lookAt(root));
  };
  expect(virtiofsdOf(facts("<source dir='/a'/>"))?.kind).toBe('c');
  expect(facts("<binary path='/opt/none'/><source dir='/a'/>").virtiofsd).toEqual([]);
  expect(facts("<source socket='/a.sock'/>").virtiofsd).toBeUndefined();
  expect(facts("<source dir='/a'/>", 'path').virtiofsd).toBeUndefined();
});
