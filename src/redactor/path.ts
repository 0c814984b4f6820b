/** Programs and data of packages, and what the kernel names: alike on every host. */
const GENERIC = [
  /^\/$/,
  /^\/(usr\/(share|s?bin|lib|lib64|libexec)|bin|sbin|proc|sys)\//,
  /^\/dev\/(null|zero|full|u?random|hwrng|kvm|sev|shm|hugepages|udmabuf|cdrom|iommu|tpm\w*|vhost-[\w-]+)$/,
  /^\/dev\/((sd|vd|hd|xvd)[a-z]+|nvme|dm-|md|loop|sr|n?st|sg|sch|nbd|rbd|ram|fd|tty\w*|parport|pmem|dax)[\dnp.]*$/,
  /^\/dev\/(pts\/\d+|ptmx|net\/tun|vfio(\/\w+)?|dri\/\w+|input\/event\d+|bsg\/[\d:]+|bus\/usb\/[\d/]+|sgx_\w+|mapper)$/,
  /(?:^|\/)qemu-(system-[\w]+|kvm|bridge-helper|pr-helper)$/,
  /^\/machine$/,
];

/** What a path says by where it begins: a device is below /dev, and there what these folders hold takes no SCSI commands. */
const BEGINNING = /^\/(?:dev\/(?:(?:zvol|md|rbd|drbd)\/)?)?/;

/** `/srv/db1/root.qcow2` -> `/redacted/path1.qcow2`, `/dev/vg1/db1` -> `/dev/redacted/path1`, `db1/a.img` -> `path1.img`. */
export function pathStandIn(n: number, path: string): string {
  const beginning = path.includes('/../') ? '/' : BEGINNING.exec(path)?.[0];
  const folder = beginning === undefined ? '' : `${beginning}redacted/`;
  return `${folder}path${n}${/\.[a-z]\w{0,5}$/i.exec(path)?.[0] ?? ''}`;
}

/** Whether it is the same on every host. */
export function isGenericPath(path: string): boolean {
  return !path.includes('/../') && GENERIC.some((pattern) => pattern.test(path));
}
