import { featureInvalid } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';

/** What is of use to a kernel alone, in the order in which QEMU asks. */
const SHIM = ['shim', 'a shim loads a kernel'] as const;
const PARTS = [
  ['initrd', 'an initrd is unpacked by a kernel'],
  ['cmdline', 'a command line is read by a kernel'],
  SHIM,
] as const;

/**
 * QEMU ends where there is no kernel for these (QEMU system/vl.c qemu_validate_options, "only allowed with -kernel
 * option"). libvirt refuses the shim alone, and looks at it only where there is firmware to look at.
 */
export function validateKernel(guest: Domain, { profile, report }: Context): void {
  const { os } = guest;
  if (os.kernel !== undefined) return;
  const left = PARTS.find(([name]) => os[name] !== undefined);
  if (left === undefined) return;
  if (profile.libvirtDefaults ? os.shim === undefined || os.loader === undefined : bringsKernel(guest))
    return;
  const [name, use] = profile.libvirtDefaults ? SHIM : left;
  report(featureInvalid(os.at.of(name), `${use}, and there is none`, `add a <kernel>, or remove <${name}>`));
}

/** The user's own words may have one: -kernel, -machine kernel=, a file of options. */
const bringsKernel = ({ qemu: { args } }: Domain) =>
  args.some(({ value }) => /kernel|readconfig/.test(value));
