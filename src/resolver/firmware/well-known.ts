import type { Nvram, Os } from '../../model/os';

const OVMF = '/usr/share/OVMF';
const AAVMF = '/usr/share/AAVMF';

/** Firmware that libvirt knows without a descriptor: the code and the template of its store (its setting `nvram`). */
const TEMPLATES: ReadonlyMap<string, string> = new Map([
  [`${OVMF}/OVMF_CODE.fd`, `${OVMF}/OVMF_VARS.fd`],
  [`${OVMF}/OVMF_CODE.secboot.fd`, `${OVMF}/OVMF_VARS.fd`],
  [`${AAVMF}/AAVMF_CODE.fd`, `${AAVMF}/AAVMF_VARS.fd`],
  [`${AAVMF}/AAVMF32_CODE.fd`, `${AAVMF}/AAVMF32_VARS.fd`],
]);

/** Fills in the template of well-known firmware in flash. Undefined: it is none. */
export function wellKnown(os: Os): Os | undefined {
  const { loader, nvram } = os;
  const template = TEMPLATES.get(loader?.path ?? '');
  if (loader === undefined || template === undefined || loader.type !== 'pflash') return undefined;
  if (loader.readonly === false || loader.stateless === true || loader.format === 'qcow2') return undefined;
  const local = nvram?.source === undefined || nvram.source.type === 'file' || nvram.source.type === 'block';
  return {
    ...os,
    loader: { ...loader, readonly: true, format: 'raw' },
    nvram: local ? { at: os.at, ...nvram, ...templateOf(nvram, template) } : nvram,
  };
}

/** The guest's own template, whose format it says, if any, comes first. */
function templateOf(nvram: Nvram | undefined, template: string): Pick<Nvram, 'template' | 'templateFormat'> {
  if (nvram?.template !== undefined)
    return { template: nvram.template, templateFormat: nvram.templateFormat };
  return { template, templateFormat: 'raw' };
}
