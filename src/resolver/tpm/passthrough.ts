import type { Domain } from '../../model/domain';
import type { PlannedTpm } from '../../model/plan/tpm';
import type { Tpm } from '../../model/tpm';
import { descriptorSets } from '../chardev';
import type { Context } from '../context';

/** Which one where the XML does not say (libvirt src/conf/domain_conf.h). */
export const HOST_TPM = '/dev/tpm0';

/** The host's own TPM. QEMU wants a file besides that cancels a command; libvirt gives it /dev/null where there is none. */
export function planPassthrough(
  path: string,
  { alias = '', at }: Tpm,
  guest: Domain,
  { profile, host, resource, decide }: Context,
): PlannedTpm['back'] {
  const base = { type: 'passthrough', id: `tpm-${alias}` } as const;
  if (profile.descriptors) {
    const first = descriptorSets(guest);
    return {
      ...base,
      path: `/dev/fdset/${first}`,
      cancelPath: `/dev/fdset/${first + 1}`,
      descriptors: ['tpm', 'cancel'].map((part, index) => ({
        set: first + index,
        opaque: `${alias}-${part}`,
      })),
    };
  }
  resource({ path, access: 'read-write', shared: false, usedBy: alias });
  const cancelPath = host.tpm?.cancelPath ?? '/dev/null';
  if (host.tpm?.cancelPath === undefined)
    decide({
      subject: alias,
      value: `cancel-path=${cancelPath}`,
      reason: 'whether the kernel has a file that cancels commands of this TPM is not known; most have none',
      at,
      caveats: ['the guest cannot break off a command that takes long'],
    });
  return { ...base, path, cancelPath, descriptors: [] };
}
