import { posix } from 'node:path';
import type { Nvram } from '../../model/os';
import type { Context } from '../context';
import { shellWord } from '../../model/shell-word';

/** A store that is not there yet is made from the template, with its folder, as libvirt does when it starts the guest. */
export function copyTemplate({ source, template, templateFormat, format }: Nvram, context: Context): void {
  if (template === undefined || source?.type !== 'file' || source.path === undefined) return;
  const from = shellWord(template);
  const to = shellWord(source.path);
  const same = templateFormat === undefined || format === undefined || templateFormat === format;
  const copy = same ? `cp ${from} ${to}` : `qemu-img convert -f ${templateFormat} -O ${format} ${from} ${to}`;
  const folder = shellWord(posix.dirname(source.path));
  context.hostStep({
    what: "the guest's NVRAM must exist; its firmware's template is what it starts from",
    commands: [`test -e ${to} || { mkdir -p ${folder} && ${copy}; }`],
  });
}
