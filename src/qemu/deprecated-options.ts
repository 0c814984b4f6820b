import { optionAmong, type FoundOption, type GoneOption, type GoneValue } from './gone-options';
import type { BinaryVersion } from './version';

/** Options that QEMU still takes and means to drop, by the release that first says so (QEMU docs/about/deprecated.rst v11.1). */
const DEPRECATED_OPTIONS: Readonly<Record<string, GoneOption>> = {
  mon: { until: '11.1', instead: '-qmp, -monitor, -object monitor-qmp or -object monitor-hmp' },
};

const DEPRECATED_VALUES: readonly GoneValue[] = [
  {
    option: 'chardev',
    value: /(^|,)(no)?(server|wait|delay|telnet|mux)(?=,|$)/,
    until: '6.0',
    instead: '=on or =off',
  },
  { option: 'chardev', value: /,delay=/, until: '6.0', instead: 'nodelay=' },
  { option: 'chardev', value: /^memory(,|$)/, until: '9.0', instead: '-chardev ringbuf' },
  { option: 'plugin', value: /,arg=/, until: '6.1', instead: 'its own name and value' },
  { option: 'machine', value: /(^|,)dtb-kaslr-seed=/, until: '7.1', instead: 'dtb-randomness=' },
  {
    option: 'machine',
    value: /(^|,)memory-encryption=/,
    until: '11.1',
    instead: 'confidential-guest-support=',
  },
  {
    option: 'device',
    value: /^nvme,(.*,)?use-intel-id=/,
    until: '7.1',
    instead: 'the ids that QEMU gives it',
  },
  { option: 'device', value: /^nvme-ns,(.*,)?eui64-default=/, until: '7.1', instead: 'eui64=' },
  { option: 'device', value: /^cxl-type3,(.*,)?memdev=/, until: '8.0', instead: 'persistent-memdev=' },
  { option: 'iscsi', value: /(^|,)password=/, until: '8.0', instead: 'password-secret= and -object secret' },
  { option: 'name', value: /,debug-threads=/, until: '11.0', instead: 'nothing: threads always have names' },
];

/** An option of which this QEMU says that it will go; `value` is the argument behind it. */
export function deprecatedOption(
  option: string,
  value: string | undefined,
  version: BinaryVersion,
): FoundOption | undefined {
  return optionAmong(DEPRECATED_OPTIONS, DEPRECATED_VALUES, option, value, version);
}
