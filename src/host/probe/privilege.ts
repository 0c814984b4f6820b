import type { MemoryLockFacts } from '../facts';
import type { Files } from './files';

/** Linux include/uapi/linux/capability.h. */
const CAPABILITIES = { ipcLock: 14n, sysRawio: 17n } as const;

/** Whether this user's processes have a capability. */
export function hasCapability(files: Files, name: keyof typeof CAPABILITIES): boolean {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(files.text('/proc/self/status') ?? '')?.[1];
  return effective !== undefined && ((BigInt(`0x${effective}`) >> CAPABILITIES[name]) & 1n) === 1n;
}

/** `Max locked memory  8388608  unlimited  bytes`: soft, then hard (proc_pid_limits(5)). */
export function readMemoryLock(files: Files): MemoryLockFacts | undefined {
  const limits = /^Max locked memory\s+(\d+|unlimited)\s+(\d+|unlimited)/m.exec(
    files.text('/proc/self/limits') ?? '',
  );
  if (limits === null) return undefined;
  const [, limit, hard] = limits.map((text) => (text === 'unlimited' ? undefined : Number(text)));
  return { limit, hard, exempt: isOfHost(files) && hasCapability(files, 'ipcLock') };
}

/** The root of a container with users of its own is nobody to the kernel here (user_namespaces(7)). */
function isOfHost(files: Files): boolean {
  const map = files.text('/proc/self/uid_map');
  return map === undefined || /^0\s+0\s+4294967295$/.test(map);
}
