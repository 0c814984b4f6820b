import { explain } from '../../src/explain';
import type { Explanation, Group } from '../../src/explainer/explanation';
import { caseFolders, guestOf, optionsOf, profilesOf, readCase } from '../case';

const GUEST = `<domain type='kvm'>
  <name>one</name>
  <memory unit='MiB'>512</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <controller type='scsi' model='virtio-scsi'/>
    <disk type='block' device='lun'>
      <source dev='/dev/disk/by-id/wwn-0x5000c500a1b2c3d4'/>
      <target dev='sdb' bus='scsi'/>
      <address type='drive' controller='0' bus='0' target='2' unit='5'/>
    </disk>
  </devices>
</domain>
`;

function explained(xml: string): Explanation {
  const { explanation, diagnostics } = explain(xml, { qemuVersion: '10.0' });
  if (explanation === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return explanation;
}

function group(key: string, { groups }: Explanation): Group {
  const found = groups.find((one) => one.key === key);
  if (found === undefined) throw new Error(`${key} is none of ${groups.map((one) => one.key).join(', ')}`);
  return found;
}

const everyCase = caseFolders().flatMap((folder) => {
  const whole = readCase(folder);
  return profilesOf(whole).flatMap(({ given }) =>
    given.qemu.slice(-1).map((version) => explain(guestOf(folder), optionsOf(folder, given, version))),
  );
});

test('every argument of every case has an origin: a place below the domain, or a reason', () => {
  const explanations = everyCase.filter(({ explanation }) => explanation !== undefined);
  expect(explanations.length).toBeGreaterThan(200);
  for (const { explanation, options } of explanations) {
    const args = explanation!.groups.flatMap((one) => one.arguments);
    expect(args.map(({ index }) => index).sort((a, b) => a - b)).toEqual(options!.map((_, index) => index));
    for (const { words, origin } of args)
      expect({ words, known: origin.implied !== undefined || origin.at.path !== 'domain' }).toEqual({
        words,
        known: true,
      });
  }
});

test('a disk is one group, by its target, with the decision that picked its device', () => {
  const disk = group('sdb', explained(GUEST));
  expect(disk).toMatchObject({ title: 'disk sdb', family: 'storage', subject: 'disk', id: 'scsi0-0-2-5' });
  expect(disk.origin.at.line).toBe(7);
  expect(disk.arguments.map(({ option }) => option)).toEqual(['-drive', '-device']);
  expect(disk.decisions.map(({ value }) => value)).toEqual(['scsi-block']);
  expect(disk.arguments[1]?.releases).toContain('scsi-block: since QEMU 1.0');
});

test('a property knows its attribute', () => {
  const [, device] = group('sdb', explained(GUEST)).arguments;
  const lun = device?.properties.find(({ name }) => name === 'lun');
  expect(lun).toMatchObject({ value: '5', about: 'the LUN', path: 'address/@unit' });
  expect([lun?.at?.line, lun?.at?.path]).toEqual([10, 'domain/devices/disk/address/@unit']);
});

test('a property that the XML leaves out says how it came about', () => {
  const bare = GUEST.replace(/<address.*\/>/, '');
  const [, device] = group('sdb', explained(bare)).arguments;
  const lun = device?.properties.find(({ name }) => name === 'lun');
  expect(lun?.at).toBeUndefined();
  expect(lun?.otherwise).toContain('from the name of the target device');
});

test('what nobody wrote says why it is there, and how to be rid of it', () => {
  const explanation = explained(GUEST);
  expect(
    group('defaults', explanation).arguments.map(({ words, origin }) => [words[0], origin.implied]),
  ).toEqual([
    ['-display', 'no <graphics> is there: QEMU is to open no window'],
    ['-nodefaults', 'the guest has what its XML names, and QEMU is to add nothing of its own'],
  ]);
  const controller = group('pci.1', explanation);
  expect(controller.origin.implied).toBe('devices need a bus that the XML does not name');
  expect(controller.change).toContain('<controller');
  expect(controller.arguments.flatMap(({ properties }) => properties.filter(({ at }) => at))).toEqual([]);
});

test('keys are unique: they are typed on a command line', () => {
  for (const { explanation } of everyCase) {
    const keys = explanation?.groups.map(({ key }) => key) ?? [];
    expect(keys).toEqual([...new Set(keys)]);
  }
});

test('a choice made at what a device names is told with the device: the bridge of its network', () => {
  const card = `<interface type='network'><source network='lan' bridge='br7'/><alias name='net0'/></interface>`;
  const explanation = explained(GUEST.replace('</devices>', `${card}</devices>`));
  const told = ({ decisions }: Pick<Group, 'decisions'>) =>
    decisions.map(({ subject, value }) => `${subject}: ${value}`);
  expect(told(group('net0', explanation))).toContain('network lan: br7');
  expect(told(explanation)).not.toContain('network lan: br7');
});
