import { convert } from '../../src/convert';
import { units } from '../../src/renderer/systemd';

/** A guest with this in `<os>` and among its devices. */
function converted(os: string, devices = '', rest = '') {
  const { plan, diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>${rest}<os><type arch='x86_64' machine='q35'>hvm</type>${os}</os><features><acpi/></features><devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0' },
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

const ROM = "<rom file='/fw/card.rom'/>";

test('every file that QEMU opens is among the resources, with who uses it', () => {
  const { resources } = converted(
    "<kernel>/boot/k</kernel><initrd>/boot/i</initrd><acpi><table type='slic'>/fw/slic.bin</table></acpi>",
    `<interface type='user'><model type='e1000e'/>${ROM}</interface>
<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='6' slot='0' function='0'/></source>${ROM}</hostdev>
<serial type='unix'><source mode='bind' path='/run/s'/><log file='/log/serial'/></serial><memballoon model='none'/>`,
    "<sysinfo type='fwcfg'><entry name='opt/x' file='/fw/entry'/></sysinfo>",
  );
  expect(resources.map(({ path, access, usedBy }) => `${path} ${access} ${usedBy}`).sort()).toEqual([
    ...['/boot/i read initrd', '/boot/k read kernel', '/fw/card.rom read hostdev0', '/fw/card.rom read net0'],
    ...['/fw/entry read fw_cfg', '/fw/slic.bin read acpi', '/log/serial write serial0'],
  ]);
});

test('a card without firmware reads none', () => {
  const card = "<interface type='user'><model type='e1000e'/><rom enabled='no'/></interface>";
  expect(converted('', card).resources).toEqual([]);
});

test.each([
  ['a kernel', '<kernel>vmlinuz</kernel>', ''],
  ['the socket of a screen', '', "<graphics type='vnc'><listen type='socket' socket='v.sock'/></graphics>"],
  ['a log', '', "<serial type='pty'><log file='serial.log'/></serial>"],
])('%s by a relative path starts from the folder where the unit was written', (_what, os, devices) => {
  const plan = converted(os, devices);
  const [unit] = units(plan, [], '/srv/guests');
  expect(unit?.text).toContain('\nWorkingDirectory=/srv/guests\n');
});
