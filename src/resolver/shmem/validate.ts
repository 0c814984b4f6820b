import { addressInvalid, shmemInvalid } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import { MIB, isPowerOfTwo } from '../../model/number';
import type { Shmem } from '../../model/shmem';
import type { Context } from '../context';
import { requires } from '../requires';

/** What libvirt refuses (src/qemu/qemu_domain.c, src/qemu/qemu_validate.c, src/conf/domain_validate.c). */
export function validateShmem(device: Shmem, _guest: Domain, context: Context): void {
  const { at, name, model, size, address } = device;
  const refuse = (...problem: Parameters<typeof shmemInvalid>) => context.report(shmemInvalid(...problem));
  requires(context, model, at.of('model/@type'), `shared memory of model '${model}'`);
  if (name.includes('/') || name === '.' || name === '..')
    refuse(at.of('@name'), `'${name}' is no name of a file`, 'a name without slashes');
  if (size !== undefined && (size < MIB || !isPowerOfTwo(size)))
    refuse(at.of('size'), 'its size is no power of two of at least 1 MiB', 'a size such as 4 MiB');
  if (address !== undefined && address.type !== 'pci')
    context.report(addressInvalid(at.of('address/@type'), 'shared memory is a PCI device'));
  validateServer(device, refuse);
}

/** Only a server hands out interrupts; the plain model knows neither, the doorbell is nothing without. */
function validateServer(
  { at, model, server, msi, size }: Shmem,
  refuse: (...problem: Parameters<typeof shmemInvalid>) => void,
): void {
  if (server === undefined) {
    if (msi !== undefined) refuse(at.of('msi'), 'interrupts come from a server', '<server/>, or no <msi>');
    if (model === 'ivshmem-doorbell') refuse(at.of('model/@type'), 'a doorbell needs a server', '<server/>');
    return;
  }
  if (model === 'ivshmem-plain')
    refuse(at.of('server'), 'plain shared memory has no server', "model type='ivshmem-doorbell'");
  if (model === 'ivshmem-doorbell' && size !== undefined)
    refuse(at.of('size'), 'the server decides how large it is', 'no <size>');
}
