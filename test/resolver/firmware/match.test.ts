import { misfit, wantedInterface } from '../../../src/resolver/firmware/match';
import type { FirmwareFacts } from '../../../src/host/facts';
import type { Domain } from '../../../src/model/domain';
import type { Os } from '../../../src/model/os';
import { place } from '../scsi/guest';
import { firmware, guestWith, loader, nvram } from './choice';

const rom: Partial<FirmwareFacts> = { device: 'memory', mode: undefined, nvramTemplate: undefined };

test('what a guest leaves open, anything in split flash does', () => {
  expect(misfit(firmware(), guestWith())).toBeUndefined();
});

test.each<[why: string, firmware: Partial<FirmwareFacts>, os: Partial<Os>]>([
  ['it has no secure-boot', {}, { firmwareFeatures: [{ name: 'secure-boot', enabled: true }] }],
  [
    'it has enrolled-keys',
    { features: ['enrolled-keys'] },
    { firmwareFeatures: [{ name: 'enrolled-keys', enabled: false }] },
  ],
  ["it does not protect its flash, as secure='yes' asks", {}, { loader: loader({ secure: true }) }],
  [
    "it needs SMM, against secure='no'",
    { features: ['requires-smm'] },
    { loader: loader({ secure: false }) },
  ],
  ["it is in flash, against type='rom'", {}, { loader: loader({ type: 'rom' }) }],
  ["its code is read-only, against readonly='no'", {}, { loader: loader({ readonly: false }) }],
  ['its flash is split, not stateless', {}, { loader: loader({ stateless: true }) }],
  ['its flash is combined, not split', { mode: 'combined' }, {}],
  ['its path is another', {}, { loader: loader({ path: '/fw/OTHER.fd' }) }],
  ['its format is raw, not qcow2', {}, { loader: loader({ format: 'qcow2' }) }],
  ['its format is vmdk', { executable: { filename: '/fw/CODE.vmdk', format: 'vmdk' } }, {}],
  ['its NVRAM template is another', {}, { nvram: nvram({ template: '/fw/OTHER.fd' }) }],
  ['its format is raw, not qcow2', {}, { nvram: nvram({ format: 'qcow2' }) }],
  ['its format is raw, not qcow2', {}, { nvram: nvram({ templateFormat: 'qcow2' }) }],
  ["it is no flash, against type='pflash'", rom, { loader: loader({ type: 'pflash' }) }],
  ['it keeps no state', rom, { loader: loader({ stateless: false }) }],
  ['it keeps no state', rom, { nvram: nvram({}) }],
  ["it is read-only, against readonly='no'", rom, { loader: loader({ readonly: false }) }],
  ['it is booted as a kernel', { device: 'kernel' }, { loader: loader({ type: 'rom' }) }],
])('%s: %j', (why, facts, os) => {
  expect(misfit(firmware(facts), guestWith(os))).toBe(why);
});

test.each<[firmware: Partial<FirmwareFacts>, os: Partial<Os>]>([
  [{ features: ['secure-boot'] }, { firmwareFeatures: [{ name: 'secure-boot', enabled: true }] }],
  [{}, { firmwareFeatures: [{ name: 'enrolled-keys', enabled: false }] }],
  [{ features: ['requires-smm'] }, { loader: loader({ secure: true, type: 'pflash', readonly: true }) }],
  [{ mode: 'stateless', nvramTemplate: undefined }, { loader: loader({ stateless: true }) }],
  [{}, { nvram: nvram({ template: '/fw/VARS.fd', templateFormat: 'raw', format: 'raw' }) }],
  [rom, { loader: loader({ type: 'rom', format: 'raw', stateless: true }) }],
])('%j does %j', (facts, os) => {
  expect(misfit(firmware(facts), guestWith(os))).toBeUndefined();
});

const vars: Partial<FirmwareFacts> = { ...rom, varstoreTemplate: '/fw/vars.json' };
const varstore = { at: place('os/varstore') };

test.each<[why: string | undefined, firmware: Partial<FirmwareFacts>, os: Partial<Os>]>([
  [undefined, vars, { varstore }],
  [undefined, vars, {}],
  [undefined, vars, { varstore: { ...varstore, template: '/fw/vars.json' } }],
  ['its template of variables is another', vars, { varstore: { ...varstore, template: '/fw/other.json' } }],
  ['it keeps its variables in a <varstore>, not in flash', vars, { nvram: nvram({}) }],
  ["it keeps state, against stateless='yes'", vars, { loader: loader({ stateless: true }) }],
  ["it is no flash, against type='pflash'", vars, { loader: loader({ type: 'pflash' }) }],
  ['it keeps no state', rom, { varstore }],
  ['it keeps its variables in flash, against <varstore>', {}, { varstore }],
])('variables that QEMU keeps: %s', (why, facts, os) => {
  expect(misfit(firmware(facts), guestWith(os))).toBe(why);
});

test('a guest that sleeps needs firmware that wakes it', () => {
  const both = guestWith({}, { pm: { suspendToMem: true, suspendToDisk: true } });
  expect(misfit(firmware(), both)).toBe('it cannot suspend to memory');
  expect(misfit(firmware({ features: ['acpi-s3'] }), both)).toBe('it cannot suspend to disk');
  expect(misfit(firmware({ features: ['acpi-s3', 'acpi-s4'] }), both)).toBeUndefined();
});

test.each<[features: readonly string[], type: 'sev' | 'sev-snp', policy: number, why: string | undefined]>([
  [[], 'sev', 1, 'it cannot run with SEV'],
  [['amd-sev'], 'sev', 1, undefined],
  [['amd-sev'], 'sev', 7, 'it cannot run with SEV-ES'],
  [['amd-sev', 'amd-sev-es'], 'sev', 7, undefined],
  [['amd-sev', 'amd-sev-es'], 'sev-snp', 0x30000, 'it cannot run with SEV-SNP'],
  [['amd-sev-snp'], 'sev-snp', 0x30000, undefined],
])('firmware with %j for %s with policy %d', (features, type, policy, why) => {
  const guest = guestWith({});
  expect(misfit(firmware({ features }), { ...guest, launchSecurity: { type, at: guest.at, policy } })).toBe(
    why,
  );
});

test('a trust domain needs firmware that is made for it', () => {
  const guest = guestWith({});
  const domain: Domain = { ...guest, launchSecurity: { type: 'tdx', at: guest.at } };
  expect(misfit(firmware({ features: ['amd-sev-snp'] }), domain)).toBe('it cannot run with TDX');
  expect(misfit(firmware({ features: ['intel-tdx'] }), domain)).toBeUndefined();
});

test.each<[Partial<Os>, string | undefined]>([
  [{ firmware: 'efi' }, 'uefi'],
  [{ firmware: 'bios', loader: loader({ type: 'pflash' }) }, 'bios'],
  [{ loader: loader({ type: 'pflash' }) }, 'uefi'],
  [{ loader: loader({ type: 'rom' }) }, 'bios'],
  [{ loader: loader({ path: '/fw/CODE.fd' }) }, undefined],
  [{}, undefined],
])('%j is firmware with the interface %s', (os, wanted) => {
  expect(wantedInterface(guestWith(os))).toBe(wanted);
});
