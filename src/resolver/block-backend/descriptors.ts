import { descriptorsMissing } from '../../diagnostics/catalog';
import type { DirectSource, FdSet } from '../../model/plan/block-backend';
import type { Context } from '../context';

export interface Descriptors {
  readonly fdSet: FdSet;
  /** They can write although the image is opened for reading. */
  readonly writable: boolean;
}

/** Descriptors that the caller hands over instead of a path. `set` counts the sets of a guest. */
export function planDescriptors(
  source: DirectSource,
  node: string,
  set: number,
  context: Context,
): Descriptors | undefined {
  const { options, profile } = context;
  if (source.type === 'vhostvdpa') {
    const fd = options.context?.vdpaFds?.find(([path]) => path === source.path)?.[1];
    if (fd === undefined || !profile.descriptors) return undefined;
    return { writable: true, fdSet: { set, fds: [{ fd: Number(fd), opaque: `${node}-vdpa` }] } };
  }
  const { fdGroup } = source;
  if (fdGroup === undefined) return undefined;
  const group = options.context?.fdGroups?.find(([name]) => name === fdGroup);
  if (group === undefined) {
    context.report(descriptorsMissing(source.at.of('@fdgroup'), fdGroup));
    return undefined;
  }
  const [, writable, , ...fds] = group;
  return {
    writable: writable === 'true',
    fdSet: { set, fds: fds.map((fd, i) => ({ fd: Number(fd), opaque: `${node}${i}` })) },
  };
}
