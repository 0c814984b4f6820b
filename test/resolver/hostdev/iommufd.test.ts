import { convert, type ConvertOptions } from '../../../src/convert';

const FUNCTION =
  "<hostdev mode='subsystem' type='pci' managed='no'><source><address bus='5' slot='0' function='1'/></source></hostdev>";

/** The arguments about /dev/iommu, or the errors. */
function found(iommufd: string, devices = FUNCTION, options: ConvertOptions = {}): (string | undefined)[] {
  const { argv = [], diagnostics } = convert(
    `<domain type='kvm'><name>g</name><memory unit='MiB'>64</memory>${iommufd}<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0', ...options },
  );
  const errors = diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  return errors.length > 0 ? errors : argv.filter((word) => /iommufd|vfio/.test(word));
}

const GROUP = "<iommufd enabled='yes' fdgroup='g'/>";
const given = (...group: string[]): ConvertOptions => ({
  profile: 'libvirt',
  context: { fdGroups: [['other', 'no', '2', '8'], group] },
});

test('functions of the host share one object, which is there for none if it is handed over', () => {
  const own = [
    'iommufd,id=iommufd0',
    expect.stringMatching(/^vfio-pci,host=0000:05:00.1,.*iommufd=iommufd0/),
  ];
  expect(found("<iommufd enabled='yes'/>")).toEqual(own);
  expect(found("<iommufd enabled='yes'/>", '')).toEqual([]);
  expect(found("<iommufd enabled='yes'/>", '', { profile: 'libvirt' })).toEqual([]);
  expect(found(GROUP, '', given('g', 'no', '2', '27'))).toHaveLength(1);
  expect(found(GROUP, '')).toEqual([]);
});

test('the descriptor is that of the group; a function of its own descriptor has no address', () => {
  const [object = '', device = ''] = found(GROUP, FUNCTION, given('g', 'no', '2', '27'));
  expect(JSON.parse(object)).toMatchObject({ id: 'iommufd0', fd: '27' });
  expect(JSON.parse(device)).toMatchObject({ driver: 'vfio-pci', iommufd: 'iommufd0', fd: '3' });
  expect(device).not.toContain('"host"');
  const [unknown = ''] = found("<iommufd enabled='yes'/>", FUNCTION, { profile: 'libvirt' });
  expect(JSON.parse(unknown)).toMatchObject({ fd: '3' });
});

test('nothing is handed over where it is off', () => {
  expect(found("<iommufd enabled='no' fdgroup='g'/>")).toEqual(['hostdev-invalid']);
  expect(found("<iommufd enabled='no'/>")).toEqual([expect.stringMatching(/^vfio-pci,host=0000:05:00.1,/)]);
});
