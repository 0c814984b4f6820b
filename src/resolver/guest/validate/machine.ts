import { isX86 } from '../../../qemu/architectures';
import {
  accelUnavailable,
  domainTypeForeign,
  featureInvalid,
  featureUnavailable,
  keywrapForeign,
  machineLikened,
  osTypeForeign,
  tsegInvalid,
} from '../../../diagnostics/catalog';
import { kvmProblem } from '../../../host/kvm';
import type { Domain } from '../../../model/domain';
import { MIB } from '../../../model/number';
import { parseMachineName } from '../../../qemu/machine-version';
import { vendorOf } from '../../../qemu/machines/vendor';
import { atLeast, releaseOf } from '../../../qemu/version';
import type { Context } from '../../context';
import { lacksKvmOfHost } from '../../machine/emulator';
import { machineFamily } from '../../machine/family';
import { reportMissing } from './machine-missing';
import { validateForLibvirt } from './for-libvirt';
import { limitVcpus } from './vcpu-limit';

const QEMU_TYPES = new Set(['qemu', 'kvm', 'hvf']);

export function validateMachine(guest: Domain, context: Context): void {
  const { at, type, os, features, keywrap } = guest;
  if (!QEMU_TYPES.has(type)) context.report(domainTypeForeign(at.of('@type'), type));
  else if (!accelerates(guest, context))
    context.report(accelUnavailable(at.of('@type'), type, accelProblem(guest, context)));
  if (context.profile.checksForLibvirt) validateForLibvirt(guest, context);
  if (keywrap !== undefined && machineFamily(guest, context) !== 's390')
    context.report(keywrapForeign(keywrap.at));
  if (guest.hasBootloader)
    context.report(
      featureInvalid(
        at.of('bootloader'),
        'a boot loader on the host is for Xen',
        'remove it: QEMU boots what <os> says',
      ),
    );
  if (os.type !== 'hvm') context.report(osTypeForeign(os.at.of('type'), os.type));
  if (os.machine !== undefined) validateType(os.machine, guest, context);
  limitVcpus(guest, context);
  if (features.ps2 !== undefined && !context.qemu.has('machine-i8042-opt'))
    context.report(featureUnavailable(features.at.of('ps2'), 'the PS/2 controller', '7.0'));
  if (features.vmport !== undefined && !context.qemu.has('machine-vmport-opt'))
    context.report(featureUnavailable(features.at.of('vmport'), 'the VMware port', '2.2'));
  validateFirmwareTables(guest, context);
  if (features.smm?.tseg !== undefined) validateTseg(guest, features.smm.tseg, context);
}

function validateFirmwareTables({ devices, os }: Domain, { profile, qemu, report }: Context): void {
  // QEMU qemu-options.hx: -acpitable is for i386 alone
  const [table] = os.acpiTables;
  if (table !== undefined && !isX86(qemu.arch) && profile.checksForQemu)
    report(featureInvalid(table.at, 'QEMU adds tables to an x86 machine alone', 'remove it'));
  if (os.bios?.useserial === true && !devices.some(({ kind }) => kind === 'serial'))
    report(
      featureInvalid(os.at.of('bios/@useserial'), 'there is no serial port to write to', 'add a <serial>'),
    );
  const slic = os.acpiTables.filter(({ type }) => type === 'slic')[1];
  if (slic !== undefined)
    report(featureInvalid(slic.at, 'a machine has one license of this kind', 'remove one of the two'));
  const set = os.acpiTables.find(({ type }) => type === 'rawset');
  if (set !== undefined && profile.checksForLibvirt)
    report(featureInvalid(set.at.of('@type'), 'libvirt knows no sets of tables', "use type='raw'"));
}

/** The oldest QEMU of the libvirts that ask it for its machines (libvirt 11: src/qemu/qemu_capabilities.c). */
const ASKED = '6.2';

function validateType(machine: string, guest: Domain, context: Context): void {
  const { os } = guest;
  const { qemu, report, profile } = context;
  const known = qemu.machine(machine);
  const { likened } = known ?? {};
  if (likened !== undefined)
    report(
      machineLikened(os.at.of('type/@machine'), machine, likened, vendorOf(parseMachineName(machine))?.name),
    );
  if (known === undefined && (profile.checksMachine || atLeast(releaseOf(qemu.version), ASKED)))
    reportMissing(machine, guest, context);
}

/** Hypervisor.framework is of macOS; a host with KVM is not. */
function accelerates({ type }: Domain, context: Context): boolean {
  const { host, options, qemu } = context;
  if (type === 'kvm')
    return (host.kvm !== false && qemu.has('kvm') && !isNarrow(context)) || options.accel === 'tcg';
  return type !== 'hvf' || host.kvm !== true || options.context?.variant?.includes('hvf') === true;
}

const isNarrow = ({ host, profile, qemu }: Context) =>
  profile.checksForQemu && lacksKvmOfHost(qemu.arch, host.arch);

function accelProblem({ type }: Domain, context: Context): ReturnType<typeof kvmProblem> {
  const { host, qemu } = context;
  if (type === 'kvm' && isNarrow(context))
    return {
      why: 'on a 64-bit ARM host qemu-system-aarch64 alone has KVM, and runs 32-bit guests with it',
      help: 'use qemu-system-aarch64',
    };
  if (type === 'kvm' && !qemu.has('kvm'))
    return {
      why: 'this QEMU has no KVM: it is for another architecture than the host, or was built without',
      help: 'name an emulator that has it, with --qemu',
    };
  return host.kvmState && kvmProblem(host.kvmState);
}

/** MiB (QEMU hw/pci-host/q35.c MCH_HOST_BRIDGE_EXT_TSEG_MBYTES_MAX). */
const MOST_TSEG = 4095;

function validateTseg(guest: Domain, size: number, context: Context): void {
  const at = guest.features.at.of('smm/tseg');
  const { report } = context;
  if (machineFamily(guest, context) !== 'q35')
    report(tsegInvalid(at, 'only a q35 machine has a TSEG of selectable size', 'remove <tseg>, or use q35'));
  else if (size % MIB !== 0)
    report(tsegInvalid(at, 'the TSEG is not a whole number of MiB', "give it in unit='MiB'"));
  else if (size / MIB > MOST_TSEG && context.profile.checksForQemu)
    report(tsegInvalid(at, `the TSEG has ${MOST_TSEG} MiB at most`, 'give it less'));
}
