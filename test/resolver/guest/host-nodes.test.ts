import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';

const host: HostFacts = {
  schema: 1,
  numa: {
    advisedNodeset: '1',
    cells: [
      { id: 0, memory: 8_388_608 },
      { id: 1, memory: 8_388_608 },
    ],
  },
};

const memoryOf = (vcpu: string, numatune: string) => {
  const { argv, diagnostics } = convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><vcpu ${vcpu}>2</vcpu>${numatune}
<os><type arch='x86_64' machine='pc'>hvm</type></os><devices/></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt', host },
  );
  return argv?.find((word) => word.includes('"pc.ram"')) ?? diagnostics.map(({ code }) => code).join();
};

test('memory goes where the advisor puts the processors, where nothing else is said of it', () => {
  const advised = expect.stringContaining('"host-nodes":[1],"policy":"bind"') as string;
  expect(memoryOf("placement='auto'", "<numatune><memory mode='strict'/></numatune>")).toEqual(advised);
  expect(memoryOf('', "<numatune><memory placement='auto'/></numatune>")).toEqual(advised);
  expect(memoryOf("placement='auto'", '')).toEqual(advised);
});

test('static placement names the nodes, whatever the processors do', () => {
  expect(memoryOf('', "<numatune><memory mode='strict'/></numatune>")).toBe('numatune-invalid');
  const named = "<numatune><memory placement='static'/></numatune>";
  expect(memoryOf("placement='auto'", named)).toBe('numatune-invalid');
});
