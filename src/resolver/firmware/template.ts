import { posix } from 'node:path';
import type { Nvram } from '../../model/os';
import type { Context } from '../context';
import { shellWord } from '../../model/shell-word';

/**
 * A store that is not there yet is made from the template, with its folder, as libvirt does when it starts the guest. It has
 * its name when it is whole: a copy that was cut off would be taken for the store ever after. A subshell, since `set -e` looks
 * over what fails in the middle of `&&`.
 */
export function copyTemplate(
  {
    source,
    template,
    templateFormat,
    format,
  }: Pick<Nvram, 'source' | 'template' | 'templateFormat' | 'format'>,
  context: Pick<Context, 'hostStep'>,
): void {
  if (template === undefined || source?.type !== 'file' || source.path === undefined) return;
  const from = shellWord(template);
  const to = shellWord(source.path);
  const part = shellWord(`${source.path}.part`);
  const same = templateFormat === undefined || format === undefined || templateFormat === format;
  const copy = same
    ? `cp ${from} ${part}`
    : `qemu-img convert -f ${templateFormat} -O ${format} ${from} ${part}`;
  const folder = shellWord(posix.dirname(source.path));
  context.hostStep({
    what: "the guest's NVRAM must exist; its firmware's template is what it starts from",
    commands: [`test -e ${to} || (mkdir -p ${folder} && ${copy} && mv ${part} ${to})`],
  });
}
