import type { HostStep } from '../../../src/model/decision';
import { selectFirmware } from '../../../src/resolver/firmware';
import { planFirmware } from '../../../src/resolver/firmware/flash';
import type { FirmwareFacts } from '../../../src/host/facts';
import type { Os } from '../../../src/model/os';
import type { TestContext } from '../../../src/resolver/options';
import type { ProfileName } from '../../../src/model/profile';
import { contextOf, place } from '../scsi/guest';
import { firmware, guestWith, loader, nvram } from './choice';

const qcow2 = firmware({
  path: '/etc/qemu/firmware/10.json',
  executable: { filename: '/fw/CODE.qcow2', format: 'qcow2' },
  nvramTemplate: { filename: '/fw/VARS.qcow2', format: 'qcow2' },
});

function select(
  os: Partial<Os>,
  {
    profile = 'libvirt',
    facts,
    ...context
  }: TestContext & { profile?: ProfileName; facts?: readonly FirmwareFacts[] } = {},
) {
  const { context: bare, said } = contextOf(profile);
  const steps: HostStep[] = [];
  const whole = {
    ...bare,
    host: { schema: 1 as const, firmware: facts },
    options: { context },
    hostStep: (step: HostStep) => void steps.push(step),
  };
  const guest = selectFirmware(guestWith({ machine: 'q35', ...os }), whole);
  return { guest, said, plan: () => planFirmware(guest, whole), steps };
}

test('a guest of old keeps raw firmware; a new one takes the first', () => {
  const facts = [qcow2, firmware()];
  expect(select({ firmware: 'efi' }, { facts }).guest.os.loader?.path).toBe('/fw/CODE.fd');
  expect(select({ firmware: 'efi' }, { facts, abiUpdate: true }).guest.os.loader?.path).toBe(
    '/fw/CODE.qcow2',
  );
});

test('a new store has the ending of its template', () => {
  const facts = [firmware({ nvramTemplate: { filename: '/fw/vars.raw', format: 'raw' } })];
  const store = (abiUpdate: boolean) =>
    select({ firmware: 'efi' }, { facts, abiUpdate }).guest.os.nvram?.source;
  expect(store(true)).toMatchObject({ path: '/var/lib/libvirt/qemu/nvram/web1_VARS.raw' });
  expect(store(false)).toMatchObject({ path: '/var/lib/libvirt/qemu/nvram/web1_VARS.fd' });
});

test('firmware that needs SMM switches it on', () => {
  const { guest, said } = select({ firmware: 'efi' }, { facts: [firmware({ features: ['requires-smm'] })] });
  expect(guest.os.loader?.secure).toBe(true);
  expect(guest.features.smm).toEqual({ state: true });
  expect(said).toEqual([]);
});

test('a store on a server has no template', () => {
  const source = { at: place('source'), type: 'network', protocol: 'nbd', hosts: [], cookies: [] } as const;
  const { guest } = select({ firmware: 'efi', nvram: nvram({ source }) }, { facts: [firmware()] });
  expect(guest.os.nvram).toMatchObject({ source: { protocol: 'nbd' }, format: 'raw' });
  expect(guest.os.nvram?.template).toBeUndefined();
});

test('firmware that boots as a kernel is one', () => {
  const { guest } = select({ firmware: 'efi' }, { facts: [firmware({ device: 'kernel' })] });
  expect(guest.os.kernel).toBe('/fw/CODE.fd');
});

test('a path under automatic selection counts where libvirt is not asked, or the host is not known', () => {
  const os = { firmware: 'efi', loader: loader({ path: '/opt/fw.fd', readonly: true }) } as const;
  expect(select(os, { facts: [firmware()] }).said).toMatchObject([{ code: 'firmware-not-found' }]);
  for (const context of [{ profile: 'standalone', facts: [firmware()] }, {}] as const) {
    const { guest, said } = select(os, { ...context });
    expect(said).toEqual([]);
    expect(guest.os.loader).toMatchObject({ type: 'pflash', path: '/opt/fw.fd' });
  }
});

test('the store is made from its template, in its format, by words that a shell takes', () => {
  const source = { at: place('source'), type: 'file', path: "/srv/web's.qcow2" } as const;
  const os = {
    loader: loader({ type: 'pflash', path: '/opt/fw.fd', readonly: true }),
    nvram: nvram({ source, template: '/opt/vars.fd', templateFormat: 'raw', format: 'qcow2' }),
  };
  const { plan, steps } = select(os);
  plan();
  expect(steps.flatMap(({ commands }) => commands)).toEqual([
    `test -e '/srv/web'\\''s.qcow2' || (mkdir -p /srv && qemu-img convert -f raw -O qcow2 /opt/vars.fd '/srv/web'\\''s.qcow2.part' && mv '/srv/web'\\''s.qcow2.part' '/srv/web'\\''s.qcow2')`,
  ]);
});
