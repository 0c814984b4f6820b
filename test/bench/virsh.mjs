// The same work by libvirt itself, where there is one to ask.
import { spawnSync } from 'node:child_process';

const FILES = 40;
const ask = (...args) => spawnSync('virsh', ['-c', 'qemu:///system', ...args], { encoding: 'utf8' });

/** A line on `virsh domxml-to-native`, a process each as it is used. */
export function virsh(files) {
  if (ask('version').status !== 0) return 'virsh domxml-to-native: not measured, no libvirtd answered';
  const some = files.filter((_, index) => index % Math.ceil(files.length / FILES) === 0);
  const start = process.hrtime.bigint();
  const converted = some.filter((file) => ask('domxml-to-native', 'qemu-argv', file).status === 0).length;
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return `virsh domxml-to-native: ${some.length} domains (${converted} converted), ${(some.length / seconds).toFixed(0)} a second`;
}
