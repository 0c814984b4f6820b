/** XML's word, and that of an OnOffAuto of QEMU: a string in JSON, where a boolean would be refused. */
export function onOff(value: boolean | undefined): 'on' | 'off' | undefined {
  if (value === undefined) return undefined;
  return value ? 'on' : 'off';
}
