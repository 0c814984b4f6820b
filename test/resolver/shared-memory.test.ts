import { convert } from '../../src/convert';

const SHARED = "<access mode='shared'/>";
const cell = (id: number, access = '') => `<cell id='${id}' cpus='${id}' memory='64' unit='MiB'${access}/>`;
const cells = (...all: string[]) => `<cpu><numa>${all.join('')}</numa></cpu>`;
const OWN = " memAccess='shared'";
const PRIVATE = " memAccess='private'";

const DISK =
  "<disk type='vhostuser' device='disk'><driver name='qemu' type='raw'/><source type='unix' path='/run/blk'/><target dev='vda' bus='virtio'/></disk>";
const VDPA =
  "<disk type='vhostvdpa' device='disk'><driver name='qemu' type='raw' cache='none'/><source dev='/dev/vhost-vdpa-0'/><target dev='vda' bus='virtio'/></disk>";
const CARD =
  "<interface type='vhostuser'><source type='unix' path='/run/net' mode='client'/><model type='virtio'/></interface>";
const FOLDER =
  "<filesystem type='mount'><driver type='virtiofs'/><source dir='/srv'/><target dir='a'/></filesystem>";

/** Whether a guest is refused since nobody else can map its memory. */
function refused(device: string, access: string, cpu = ''): boolean {
  const { diagnostics } = convert(
    `<domain type='kvm'><name>m</name><memory unit='MiB'>128</memory><vcpu>2</vcpu>
<memoryBacking><source type='memfd'/>${access}</memoryBacking>
<os><type arch='x86_64' machine='q35'>hvm</type></os>${cpu}<devices>${device}</devices></domain>`,
    { qemuVersion: '10.0' },
  );
  return diagnostics.some(({ severity }) => severity === 'error');
}

describe.each([
  ['a vhost-user disk', DISK],
  ['a vhost-vdpa disk', VDPA],
  ['a vhost-user card', CARD],
  ['virtiofs', FOLDER],
])('%s', (_, device) => {
  test.each<[string, string, string, boolean]>([
    ['all memory', SHARED, '', false],
    ['no memory', '', '', true],
    ['all cells, by the word for all', SHARED, cells(cell(0), cell(1)), false],
    ['all cells, each by its own word', '', cells(cell(0, OWN), cell(1, OWN)), false],
    ['one cell of two', '', cells(cell(0, OWN), cell(1)), true],
    ['all but a cell that is its own', SHARED, cells(cell(0), cell(1, PRIVATE)), true],
  ])('shares %s', (_what, access, cpu, expected) => {
    expect(refused(device, access, cpu)).toBe(expected);
  });
});
