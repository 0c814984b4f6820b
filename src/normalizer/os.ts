import type { Loader, Nvram, Os } from '../model/os';
import { filled, part, textPart, yesNo, type Part } from './part';

/** `<os>` with machine and firmware as they were chosen. */
export function osPart(os: Os, machine: string, arch: string, bootsInOrder: boolean): Part {
  return part('os', { firmware: os.firmware }, [
    { ...part('type', { arch: os.arch ?? arch, machine: os.machine ?? machine }), decided: ['machine'] },
    filled(part('firmware', {}, os.firmwareFeatures.map(featurePart))),
    os.loader && loaderPart(os.loader),
    os.nvram && nvramPart(os.nvram),
    os.varstore && filled(part('varstore', { template: os.varstore.template, path: os.varstore.path })),
    !bootsInOrder && os.boot.length === 0 && part('boot', { dev: 'hd' }),
  ]);
}

function featurePart({ name, enabled }: Os['firmwareFeatures'][number]): Part {
  return { ...part('feature', { enabled: yesNo(enabled), name }), key: 'name' };
}

function loaderPart({ path, type, readonly, secure, format }: Loader): Part | undefined {
  const attributes = { readonly: yesNo(readonly), secure: yesNo(secure), type };
  return path === undefined
    ? filled(part('loader', { ...attributes, format }))
    : textPart('loader', path, { ...attributes, format: format ?? 'raw' });
}

/** A store of another type has a `<source>` of its own. */
function nvramPart({ source, template, templateFormat, format }: Nvram): Part | undefined {
  const attributes = {
    template,
    templateFormat: templateFormat ?? (template === undefined ? undefined : 'raw'),
    format,
  };
  return source?.type === 'file' && source.path !== undefined
    ? textPart('nvram', source.path, attributes)
    : filled(part('nvram', attributes));
}
