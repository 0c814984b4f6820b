import type { DirectSource } from '../../model/plan/block-backend';
import type { Context } from '../context';
import { pciText } from '../../model/address';
import { bindFunction } from '../hostdev/vfio';
import type { ImageRequest } from './image-request';

/** Tells which host paths QEMU opens for an image, and what must be done before it can. */
export function recordResources({ source, request, readonly }: ImageRequest, context: Context): void {
  if (source.type === 'nvme' && source.managed === true)
    bindFunction(pciText(source.pci), undefined, context);
  for (const { path, writes } of pathsOf(source, readonly))
    context.resource({
      path,
      access: writes ? 'read-write' : 'read',
      shared: request.shareable,
      usedBy: request.alias,
    });
}

function pathsOf(source: DirectSource, readonly: boolean): readonly { path: string; writes: boolean }[] {
  const writes = !readonly;
  switch (source.type) {
    case 'file':
    case 'block':
    case 'dir':
    case 'vhostvdpa':
      return source.path === undefined ? [] : [{ path: source.path, writes }];
    case 'nvme':
      return [{ path: '/dev/vfio/vfio', writes: true }];
    case 'network':
      return [
        ...source.hosts.flatMap(({ socket }) =>
          socket === undefined ? [] : [{ path: socket, writes: true }],
        ),
        ...(source.config === undefined ? [] : [{ path: source.config, writes: false }]),
      ];
  }
}
