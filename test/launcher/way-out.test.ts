import { wayOut } from '../../src/launcher/way-out';

/** Messages as QEMU 7.2 and 10.0 print them, and a word of what is advised. */
test.each([
  ['failed to initialize kvm: No such file or directory', '--accel tcg'],
  ['Failed to get "write" lock\nIs another process using the image [/a.qcow2]?', 'fuser -v'],
  ["failed to parse default acl file `/etc/qemu/bridge.conf'", 'bridge.conf'],
  ['could not configure /dev/net/tun (tap0): Operation not permitted', 'qemu-bridge-helper'],
  ['Failed to find an available port: Address already in use', 'another process'],
  ['cannot enable blob resources without udmabuf', 'modprobe udmabuf'],
  ['need rutabaga or udmabuf for blob resources', 'modprobe udmabuf'],
  ["Could not open '/a.img': Permission denied", 'setfacl'],
  ["Could not open '/a.img': No such file or directory", 'correct its path'],
  ['Image is not in qcow2 format', 'qemu-img info'],
  ["'nosuch' is not a valid device model name", 'built without'],
  ["Property 'virtio-blk-device.nosuch' not found", '--qemu BINARY'],
  ['unsupported machine type: "pc-q35-99.0"', 'domxml2qemu probe'],
  ['vfio 0000:01:00.0: group 1 is not viable', 'IOMMU group'],
  ["cannot set up guest memory 'pc.ram': Cannot allocate memory", 'reserve more'],
  ['SG_IO failed', "device='disk'"],
  ['Failed to connect to /run/x.sock: Connection refused', 'before the guest'],
  ['something that nobody has seen', undefined],
])('%s', (message, advised) => {
  const way = wayOut(message);
  if (advised === undefined) expect(way).toBeUndefined();
  else expect(way).toContain(advised);
});
