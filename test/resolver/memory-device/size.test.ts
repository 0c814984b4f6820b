import type { MemoryDevice } from '../../../src/model/memory-device';
import { moduleSize } from '../../../src/resolver/memory-device/size';

const MIB = 2 ** 20;
const sizeOf = (model: 'dimm' | 'nvdimm', mib: number, label?: number) =>
  moduleSize({ model, target: { size: mib * MIB, label } } as unknown as MemoryDevice, 'ppc64le') / MIB;

test('pSeries cuts a persistent module to whole blocks beside its label', () => {
  expect(sizeOf('dimm', 500)).toBe(512);
  expect(sizeOf('nvdimm', 512, MIB)).toBe(257);
  expect(sizeOf('nvdimm', 513, MIB)).toBe(513);
  expect(sizeOf('nvdimm', 256, MIB)).toBe(0);
});
