import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder with vmlinuz and initrd.gz; undefined where apt has none to download. */
export function findKernel(): string | undefined {
  const cache = process.env['GUEST_KERNEL'] ?? join(tmpdir(), 'domxml2qemu-guest');
  const script = join(__dirname, 'kernel.sh');
  const { status, stdout } = spawnSync(script, [cache], { encoding: 'utf8', timeout: 120_000 });
  return status === 0 ? stdout.trim() : undefined;
}
