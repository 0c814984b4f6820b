import { launchSecurityInvalid } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { TdxSecurity } from '../../model/launch-security';
import type { Context } from '../context';
import { checkSocketPath } from '../chardev/socket-path';
import { planCpu } from '../guest/cpu';
import { validateTdxBlobs } from './blobs';

/** Bit 0, debugging, and bit 28, no #VE for memory that is not there (Intel TDX module: TD_PARAMS.ATTRIBUTES). */
const POLICY = [0, 0x1, 0x1000_0000, 0x1000_0001];

/** What libvirt 12.9 refuses of a trust domain (asked of its library; src/qemu/qemu_validate.c), and QEMU as it starts. */
export function validateTdx(security: TdxSecurity, guest: Domain, context: Context): void {
  const { features, os } = guest;
  const refuse = (problem: string, help: string, at = security.at.of('@type')) => {
    context.report(launchSecurityInvalid(at, problem, help));
  };
  if (features.ioapic === 'kvm')
    refuse(
      'a trust domain has no interrupt controller in KVM',
      "use <ioapic driver='qemu'/>, or remove <ioapic>",
      features.at.of('ioapic/@driver'),
    );
  if (features.pmu === true)
    refuse('a trust domain has no PMU', "use <pmu state='off'/>", features.at.of('pmu'));
  if (features.smm !== undefined && features.smm.state !== false)
    refuse('a trust domain has no SMM', 'remove <smm>', features.at.of('smm'));
  if (os.loader?.type === 'pflash')
    refuse(
      'a trust domain has no flash: its firmware is measured as it is loaded',
      "use <loader type='rom'>, or firmware='efi' in <os> and no type",
      os.loader.at,
    );
  if (security.policy !== undefined && !POLICY.includes(security.policy))
    refuse(
      'the policy of a trust domain has bits 0 and 28 alone',
      'use 0x10000000, or 0x10000001 for one that may be debugged',
      security.at.of('policy'),
    );
  validateTdxBlobs(security, context);
  if (!context.profile.checksForQemu) return;
  if (os.loader?.path === undefined)
    refuse(
      'the usual BIOS cannot start a trust domain',
      "add firmware='efi' to <os>, or <loader type='rom'> with the path of firmware for TDX",
      os.at,
    );
  checkSocketPath(quoteSocketOf(security), () => security.at.of('quoteGenerationService/@path'), context);
  validateModel(guest, context);
}

/** Where the service listens, if the XML does not say (libvirt src/qemu/qemu_command.c qemuBuildTDXCommandLine). */
const QUOTE_SOCKET = '/var/run/tdx-qgs/qgs.socket';

export function quoteSocketOf({ quoteGenerationService: service }: TdxSecurity): string | undefined {
  return service && (service.path ?? QUOTE_SOCKET);
}

const quiet = () => undefined;

const UNNAMED = ['host', 'max', 'base'];

/** QEMU target/i386/kvm/tdx.c tdx_cpu_instance_init. */
function validateModel(guest: Domain, context: Context): void {
  const model = planCpu(guest, { ...context, report: quiet, decide: quiet })?.model;
  if (model !== undefined && UNNAMED.includes(model)) return;
  context.report(
    launchSecurityInvalid(
      guest.cpu?.at ?? guest.launchSecurity?.at ?? guest.at,
      "a trust domain has the host's processor, and none by a name",
      "use <cpu mode='host-passthrough'/>",
    ),
  );
}
