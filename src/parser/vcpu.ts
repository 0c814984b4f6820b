import type { Domain, Iothread, Vcpus } from '../model/domain';
import type { XmlElement } from './element';
import { numberSet } from './numa';

/** `<vcpu>` and `<vcpus>`. */
export function parseVcpus(root: XmlElement): Vcpus {
  return {
    at: root.child('vcpu')?.at ?? root.at,
    max: root.has('vcpu') ? (root.integer('vcpu', { min: 1, max: 65_535 }) ?? 1) : 1,
    current: root.integer('vcpu/@current', { min: 1, max: 65_535 }),
    placement: root.choice('vcpu/@placement', ['static', 'auto']),
    cpuset: parseCpuset(root),
    each: root.children('vcpus/vcpu').map((vcpu) => ({
      at: vcpu.at,
      id: vcpu.integer('@id') ?? 0,
      enabled: vcpu.yes('@enabled'),
      hotpluggable: vcpu.yes('@hotpluggable'),
      order: vcpu.integer('@order'),
    })),
  };
}

function parseCpuset(root: XmlElement): string | undefined {
  return numberSet(root, 'vcpu/@cpuset') && root.text('vcpu/@cpuset');
}

/** `<iothreads>` counts them, `<iothreadids>` names some. */
export function parseIothreads(root: XmlElement): { count: number | undefined; each: Iothread[] } {
  return {
    count: root.integer('iothreads'),
    each: root.children('iothreadids/iothread').map(parseIothread),
  };
}

/** `<defaultiothread>`: the thread that does what no other does. */
export function parseDefaultIothread(root: XmlElement): Domain['defaultIothread'] {
  if (!root.has('defaultiothread')) return undefined;
  return {
    threadPoolMin: root.integer('defaultiothread/@thread_pool_min'),
    threadPoolMax: root.integer('defaultiothread/@thread_pool_max'),
  };
}

function parseIothread(thread: XmlElement): Iothread {
  thread.required('@id', 'number the thread, from 1');
  return {
    at: thread.at,
    id: thread.integer('@id', { min: 1 }) ?? 0,
    threadPoolMin: thread.integer('@thread_pool_min'),
    threadPoolMax: thread.integer('@thread_pool_max'),
    poll: thread.has('poll')
      ? {
          max: thread.integer('poll/@max'),
          grow: thread.integer('poll/@grow'),
          shrink: thread.integer('poll/@shrink'),
          weight: thread.integer('poll/@weight', { max: 63 }),
        }
      : undefined,
  };
}
