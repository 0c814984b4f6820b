import { interfaceInvalid, interfaceSettingUnused, virtioOptionUnused } from '../../diagnostics/catalog';
import type { Interface } from '../../model/interface';
import { isPowerOfTwo } from '../../model/number';
import type { Context } from '../context';
import { isVirtio } from '../virtio/driver';
import { requires } from '../requires';
import { MOST_QUEUES, QUEUE_SIZES, txQueueSize, WITH_QUEUES } from './queues';

/** How many queues a card has, and how many packets each holds. */
export function validateQueues(device: Interface, context: Context): void {
  const { at, driver, type } = device;
  if (driver.queues !== undefined && driver.queues > MOST_QUEUES && WITH_QUEUES.includes(type))
    context.report(
      interfaceInvalid(at.of('driver/@queues'), 'a card has no such number of queues', `${MOST_QUEUES}`),
    );
  validateSize('rx_queue_size', driver.rxQueueSize, device, context);
  validateSize('tx_queue_size', driver.txQueueSize, device, context);
  if (!isVirtio(device.model ?? '')) return tellUnused(device, context);
  const spread = { rss: driver.rss, rss_hash_report: driver.rssHashReport };
  for (const [name, value] of Object.entries(spread))
    if (value !== undefined) requires(context, 'virtio-net.rss', at.of(`driver/@${name}`), `'${name}'`);
}

/** What a card has to be virtio for. */
function tellUnused({ at, driver }: Interface, { report }: Context): void {
  const { queues, txmode, ioeventfd, eventIdx, rss, rssHashReport } = driver;
  const wanted = { queues, txmode, ioeventfd, event_idx: eventIdx, rss, rss_hash_report: rssHashReport };
  for (const [name, value] of Object.entries(wanted))
    if (value !== undefined) report(virtioOptionUnused(at.of(`driver/@${name}`), name));
}

function validateSize(name: string, size: number | undefined, device: Interface, context: Context): void {
  if (size === undefined) return;
  const { report, profile } = context;
  const place = device.at.of(`driver/@${name}`);
  const { least, most } = QUEUE_SIZES;
  if (!isVirtio(device.model ?? '')) report(virtioOptionUnused(place, name));
  else if (size > 0 && !isPowerOfTwo(size))
    report(interfaceInvalid(place, `${name} is no power of two`, '256, 512 or 1024'));
  else if (profile.checksForQemu && (size < least || size > most))
    report(interfaceInvalid(place, `QEMU has no queue for ${size} packets`, '256, 512 or 1024'));
  else if (name === 'tx_queue_size' && txQueueSize(device, context) !== size)
    report(
      interfaceSettingUnused(
        place,
        `QEMU sends from a queue for ${least} packets on this type of interface`,
        `${least}`,
      ),
    );
}
