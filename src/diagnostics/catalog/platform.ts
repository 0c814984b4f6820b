import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const iommuInvalid = (at: Place, problem: string, help: string) =>
  error('iommu-invalid', at, problem, { help });

export const iommuTwice = (at: Place, first: Place) =>
  error('iommu-twice', at, 'a guest has one IOMMU at most', {
    notes: [{ message: 'the first one is here', at: first }],
    help: 'remove one of the two',
  });

export const vcpusNeedIommu = (at: Place, problem: string, help: string) =>
  error('vcpus-need-iommu', at, problem, { help });

export const pstoreInvalid = (at: Place, problem: string, help: string) =>
  error('pstore-invalid', at, problem, { help });

export const pstoreUnseen = (at: Place) =>
  warning('pstore-unseen', at, 'guests find this store by ACPI, which is off: nothing will be kept in it', {
    help: 'add <acpi/> to <features>',
  });

export const nvramForeign = (at: Place) =>
  error('nvram-foreign', at, 'only pSeries machines have an <nvram> device', {
    help: 'remove it; UEFI firmware keeps its variables in the <nvram> of <os>',
  });

export const launchSecurityInvalid = (at: Place, problem: string, help: string) =>
  error('launch-security-invalid', at, problem, { help });

export const launchSecurityUnknown = (at: Place) =>
  error('launch-security-host', at, "where the host's processor marks encrypted memory is not known", {
    help: 'add <cbitpos> and <reducedPhysBits>, as /usr/bin/sevctl or `virsh domcapabilities` shows them',
  });
