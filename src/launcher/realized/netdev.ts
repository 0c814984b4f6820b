import type { Properties } from '../../emitter/args';
import type { Asked, Expectation } from './expectation';

/** A helper or a program hands QEMU a tap device, or a stream, which is then of that type (QEMU net/tap.c, net_init_bridge). */
const ARE: Readonly<Record<string, string>> = { bridge: 'tap' };

/** One -netdev. No command of QMP tells of them; `info network` of the human monitor is as old as they are. */
export function netdevExpectations({ type, id, ifname }: Properties): Expectation[] {
  if (typeof type !== 'string' || typeof id !== 'string') return [];
  const about = (what: string, planned: string, told: string): Expectation => ({
    subject: id,
    what,
    planned,
    ask: async (qemu) => {
      const words = await wordsOf(qemu, id);
      const value = typeof words === 'object' ? words.get(told) : words;
      return value === (ARE[planned] ?? planned) ? planned : value;
    },
  });
  return [
    about('netdev', type, 'type'),
    ...(typeof ifname === 'string' ? [about('ifname', ifname, 'ifname')] : []),
  ];
}

/** ` \\ hostnet0: index=0,type=tap,ifname=vnet0,script=...` -> its words; one with several queues has a line for each. */
async function wordsOf(qemu: Asked, id: string): Promise<ReadonlyMap<string, string> | string | undefined> {
  const told = await qemu.query('human-monitor-command', { 'command-line': 'info network' });
  if (typeof told !== 'string') return undefined;
  const lines = told.split(/\r?\n/).map((line) => line.replace(/^[ \\]*/, ''));
  const line = lines.find((one) => one.startsWith(`${id}: `));
  if (line === undefined) return 'not there';
  const pairs = line.slice(id.length + 2).split(',');
  return new Map(pairs.map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]));
}
