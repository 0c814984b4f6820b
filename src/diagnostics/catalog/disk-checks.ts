import type { Place } from '../../model/place';
import { note, warning } from '../diagnostic';

export const diskSharedCache = (at: Place, cache: string) =>
  warning(
    'disk-shared-cache',
    at,
    `cache='${cache}' on a shared disk: this host keeps what other hosts write out of the guest's sight`,
    { help: "use cache='none', as without the attribute" },
  );

export const diskDiscardIgnored = (at: Place, why: string, help: string) =>
  note('disk-discard-ignored', at, `discard='unmap' has no effect: ${why}`, { help });
