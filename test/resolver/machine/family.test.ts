import { ARCHITECTURES } from '../../../src/model/arch';
import { machineNamed, machinesOf } from '../../../src/qemu/machines';
import { parseVersion } from '../../../src/qemu/version';
import { defaultMachine } from '../../../src/resolver/machine/family';

test.each(['10.0', '11.1'])(
  'what a guest without a machine type gets is the default of QEMU %s',
  (release) => {
    // Of RISC-V libvirt takes virt, whatever QEMU does.
    const archs = ARCHITECTURES.filter((arch) => !arch.startsWith('riscv') && arch !== 'hexagon');
    const wrong = archs.flatMap((arch) => {
      const machines = machinesOf(parseVersion(release)!, arch);
      const own = machines.find(({ isDefault }) => isDefault);
      const ours = machineNamed(machines, defaultMachine(arch));
      return own === undefined || own === ours ? [] : [`${arch}: ${own.name}, not ${defaultMachine(arch)}`];
    });
    expect(wrong).toEqual([]);
  },
);
