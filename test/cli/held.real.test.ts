/** A device that somebody has for himself, as ZFS has its disks, and of which sysfs says nothing: a loop device. */
import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missing } from '../qemu/qemus';
import { command } from './command';

const folder = mkdtempSync(join(tmpdir(), 'held-'));
const loop = attach();

/** A loop device of our own; undefined where this user gets none. */
function attach(): string | undefined {
  const image = join(folder, 'disk.img');
  writeFileSync(image, '');
  truncateSync(image, 1 << 20);
  try {
    return execFileSync('losetup', ['--find', '--show', image], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}

afterAll(() => {
  if (loop !== undefined) execFileSync('losetup', ['--detach', loop]);
  rmSync(folder, { recursive: true });
});

function said(more = ''): string {
  const xml = `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<disk type='block' device='disk'><driver name='qemu' type='raw'/><source dev='${loop}'/><target dev='vda' bus='virtio'/>${more}</disk>
</devices></domain>`;
  return command(['check', '--qemu-version', '10.0', '-'], { input: xml }).stderr;
}

if (loop === undefined) missing('a device that is held', 'losetup, or the right to use it,');
else
  test('a device that is held is in use, until it is let go; reading it harms nobody', () => {
    const descriptor = openSync(loop, constants.O_RDONLY | constants.O_EXCL);
    try {
      expect(said()).toContain(`warning[host-device-in-use]: the host itself uses ${loop}`);
      expect(said()).toContain('note: something holds it for itself alone');
      expect(said('<readonly/>')).not.toContain('host-device-in-use');
    } finally {
      closeSync(descriptor);
    }
    expect(said()).not.toContain('host-device-in-use');
    // It was let go again at once.
    closeSync(openSync(loop, constants.O_RDONLY | constants.O_EXCL));
  });
