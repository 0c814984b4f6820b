import { addressInvalid, tpmExternal, tpmTwice, tpmVersion } from '../../diagnostics/catalog';
import type { ChardevSource } from '../../model/chardev';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Tpm, TpmEmulator } from '../../model/tpm';
import type { Capability } from '../../qemu/capabilities';
import { validateChardev } from '../chardev';
import type { Context } from '../context';
import { requires } from '../requires';

/** What libvirt refuses (src/qemu/qemu_validate.c qemuValidateDomainDeviceDefTPM, src/conf/domain_validate.c). */
export function validateTpm(device: Tpm, guest: Domain, context: Context): void {
  const { at, backend, model = 'tpm-tis' } = device;
  validateAlone(device, guest, context);
  const driver: Capability = backend.type === 'passthrough' ? 'tpm-passthrough' : 'tpm-emulator';
  if (model !== 'spapr-tpm-proxy')
    requires(context, driver, at.of('backend/@type'), 'this back end of a TPM');
  else if (backend.type !== 'passthrough')
    context.report(tpmExternal(at.of('backend/@type'), 'a proxy of the host', "type='passthrough'"));
  requires(context, model, at.of('@model'), `a TPM of model '${model}'`);
  if (device.address !== undefined && (model !== 'tpm-spapr' || device.address.type !== 'spapr-vio'))
    context.report(addressInvalid(device.address.at, 'a TPM is on the board and has no address'));
  if (backend.type === 'passthrough' && backend.path !== undefined && !backend.path.includes('/'))
    context.report(
      tpmExternal(at.of('backend/device/@path'), `'${backend.path}'`, 'a path such as /dev/tpm0'),
    );
  if (backend.type === 'emulator') validateVersion(device, backend, context);
  if (backend.type === 'external') validateExternal(backend.chardev, guest, context);
}

/** A guest has one TPM; on pseries a proxy besides. */
function validateAlone(device: Tpm, guest: Domain, { report }: Context): void {
  const isProxy = ({ model }: Tpm) => model === 'spapr-tpm-proxy';
  const first = devicesOf(guest, 'tpm').find((other) => isProxy(other) === isProxy(device));
  if (first !== undefined && first !== device) report(tpmTwice(device.at, first.at));
}

/** What TPM 1.2 was never made for. */
const NO_TPM_12: ReadonlySet<string> = new Set(['aarch64', 'riscv64', 'loongarch64']);

function validateVersion({ at, model }: Tpm, backend: TpmEmulator, { qemu, report }: Context): void {
  const { version, pcrBanks, profile } = backend;
  if (version !== '1.2') return;
  const place = at.of('backend/@version');
  if (model === 'tpm-crb' || model === 'tpm-spapr')
    report(tpmVersion(place, `the model '${model}' has no TPM 1.2`));
  if (NO_TPM_12.has(qemu.arch)) report(tpmVersion(place, `${qemu.arch} machines have no TPM 1.2`));
  if (pcrBanks.length > 0)
    report(tpmVersion(at.of('backend/active_pcr_banks'), 'a TPM 1.2 has no banks to choose from'));
  if (profile !== undefined) report(tpmVersion(at.of('backend/profile'), 'a TPM 1.2 has no profile'));
}

function validateExternal(source: ChardevSource, guest: Domain, context: Context): void {
  const { at, type, mode } = source;
  if (type !== 'unix')
    context.report(tpmExternal(at.of('source/@type'), 'a TPM that runs elsewhere', "type='unix'"));
  else if (mode === 'bind')
    context.report(tpmExternal(at.of('source/@mode'), 'a TPM that runs elsewhere', "mode='connect'"));
  validateChardev(source, guest, context);
}
