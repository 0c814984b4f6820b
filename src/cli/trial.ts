import type { Startable } from './startable';

/**
 * The options of a guest that is only looked at: files that its character devices write to are appended to, where a start
 * would empty them (QEMU chardev/char-file.c and char.c, O_TRUNC). The last value of a name holds (util/qemu-option.c).
 */
export function keepingFiles({
  emitted,
  options,
  qemu,
}: Pick<Startable, 'emitted' | 'options' | 'qemu'>): Startable['options'] {
  return options.map((words, index) => {
    const arg = emitted[index]?.arg;
    const [option = '', value] = words;
    if (arg?.form !== 'chardev' || value === undefined) return words;
    const file = arg.backend === 'file' && qemu.has('chardev-file-append') ? ',append=on' : '';
    const log = arg.value['logfile'] === undefined ? '' : ',logappend=on';
    return [option, `${value}${file}${log}`];
  });
}
