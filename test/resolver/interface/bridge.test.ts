import { convert, type ConvertOptions } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';

const bridge = (source: string, options: ConvertOptions = {}) => {
  const { plan, diagnostics } = convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices><interface type='network'><source ${source}/></interface></devices></domain>`,
    options,
  );
  const [decision] = plan!.decisions.filter(({ subject }) => subject.startsWith('network'));
  return [decision?.value, ...diagnostics.map(({ code }) => code)];
};
const host: HostFacts = { schema: 1, networks: [{ name: 'lan', forward: 'nat', bridge: 'virbr3' }] };

test('the bridge of a network: what the host says goes before what a run of long ago left in the XML', () => {
  expect(bridge("network='lan'")).toEqual([undefined, 'network-unknown']);
  expect(bridge("network='lan' bridge='virbr0'")).toEqual(['virbr0']);
  expect(bridge("network='lan' bridge='virbr0'", { host })).toEqual(['virbr3']);
  expect(bridge("network='lan'", { host })).toEqual(['virbr3']);
});

test('a bridge that is asked for is no choice of ours', () => {
  expect(bridge("network='lan' bridge='virbr0'", { network: { lan: 'br9' } })).toEqual([undefined]);
});
