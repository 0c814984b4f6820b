import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { validateFirmware } from '../../firmware/validate';
import { validateManyVcpus } from '../../iommu/many-vcpus';
import { validateLaunchSecurity } from '../../launch-security/validate';
import { validateX2apic } from '../x2apic';
import { validateBoardMemory } from './board-memory';
import { validateClock } from './clock';
import { validateCpu } from './cpu';
import { validateEvents } from './events';
import { validateFeatures } from './features';
import { validateHugepages } from './hugepages';
import { validateKernel } from './kernel';
import { tellHelper } from '../../interface/bridge-helper';
import { tellLeftToHost } from './left-to-host';
import { validateMachine } from './machine';
import { validateMemory } from './memory';
import { validateName } from './name';
import { validateNuma } from './numa';
import { validateNumatune } from './numatune';
import { tellOverMonitor } from './over-monitor';
import { validateRelease } from './release';
import { validateSeclabels } from './seclabel';
import { validateSysinfo } from './sysinfo';
import { validateThreads } from './threads';
import { validateTopology } from './topology';
import { validateVcpus } from './vcpus';

const CHECKS: readonly ((guest: Domain, context: Context) => void)[] = [
  validateName,
  validateMachine,
  validateKernel,
  validateMemory,
  validateBoardMemory,
  validateHugepages,
  validateRelease,
  validateNuma,
  validateNumatune,
  validateThreads,
  validateTopology,
  validateVcpus,
  validateManyVcpus,
  validateX2apic,
  validateLaunchSecurity,
  validateFirmware,
  validateCpu,
  validateFeatures,
  validateClock,
  validateEvents,
  validateSysinfo,
  validateSeclabels,
  tellLeftToHost,
  tellHelper,
  tellOverMonitor,
];

/** Reports what cannot be, of everything that is no device. */
export function validateGuest(guest: Domain, context: Context): Domain {
  for (const check of CHECKS) check(guest, context);
  return guest;
}
