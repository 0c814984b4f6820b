import type { Domain } from '../../model/domain';
import type { Nvram } from '../../model/os';
import type { Context } from '../context';
import { STATE } from '../guest/paths';

/** Firmware whose code is read-only keeps its variables in a file of the guest's own, made from a template. */
export function withStore(guest: Domain, { options, decide }: Context): Domain {
  const { name, os } = guest;
  const { loader } = os;
  const keepsState = loader?.path !== undefined && loader.type === 'pflash' && loader.stateless !== true;
  if (!keepsState || loader.readonly !== true || os.nvram?.source !== undefined) return guest;
  const nvram: Nvram = { at: loader.at, ...os.nvram };
  const format = nvram.format ?? nvram.templateFormat ?? loader.format ?? 'raw';
  const path = `${STATE}/nvram/${name}_VARS.${ending(nvram, format, options.context?.abiUpdate === true)}`;
  decide({
    subject: 'nvram',
    value: path,
    reason: "the guest names no file for its variables: this is libvirt's place for them",
    at: nvram.at,
    caveats: nvram.template === undefined ? ['no template of it is known, so the file must be there'] : [],
  });
  return {
    ...guest,
    os: { ...os, nvram: { ...nvram, format, source: { at: nvram.at, type: 'file', path } } },
  };
}

/** A new guest's store has the ending of its template; guests that are older than this rule keep theirs. */
function ending({ template }: Nvram, format: string, isNew: boolean): string {
  if (format === 'qcow2') return 'qcow2';
  return isNew && template?.endsWith('.raw') === true ? 'raw' : 'fd';
}
