import { seclabelInvalid } from '../../../diagnostics/catalog';
import type { Device } from '../../../model/device';
import type { Disk } from '../../../model/disk';
import type { Domain } from '../../../model/domain';
import type { Seclabel, SourceSeclabel } from '../../../model/seclabel';
import type { Context } from '../../context';

/** Labels are no argument, but a contradiction among them is an error all the same. */
export function validateSeclabels({ seclabels, devices }: Domain, { profile, report }: Context): void {
  if (seclabels.length === 0) return;
  const models = new Set<string>();
  for (const label of seclabels) {
    const { at, model } = label;
    if (model !== undefined && models.has(model))
      report(seclabelInvalid(at, `there are two labels for '${model}'`, 'keep one'));
    if (model === undefined && seclabels.length > 1)
      report(seclabelInvalid(at, 'of several labels each needs its model', "add model='selinux'"));
    else if (profile.libvirtDefaults && model === undefined && needsModel(label))
      report(seclabelInvalid(at, 'whose label it is has to be said', "add model='selinux'"));
    if (model !== undefined) models.add(model);
    validateLabel(label, report);
  }
  const fixed = seclabels.filter((label) => !relabels(label));
  // A console and the serial port that it is have one source.
  if (fixed.length > 0) validateOverrides(new Set(devices.flatMap(labelsOf)), fixed, report);
}

/** libvirt takes the host's own for a label that is said to be dynamic, and no more. */
const needsModel = ({ type, hasBase }: Seclabel) => type !== 'none' && (type !== 'dynamic' || hasBase);

/** Without a word a dynamic label does; one that has no model, and is none, is nobody's. */
function relabels({ type = 'dynamic', model, relabel }: Seclabel): boolean {
  if (type === 'none' && model === undefined) return true;
  return relabel ?? type === 'dynamic';
}

function validateLabel({ at, type = 'dynamic', model, label, relabel }: Seclabel, report: Context['report']) {
  if (type === 'static' && label === undefined && model !== 'none')
    report(seclabelInvalid(at, 'a static label needs its <label>', 'add it'));
  if (type === 'dynamic' && relabel === false)
    report(seclabelInvalid(at, 'a dynamic label is set on every file', "remove relabel='no'"));
  if (type === 'none' && relabel === true)
    report(seclabelInvalid(at, 'without a label no file can get one', "remove relabel='yes'"));
}

function validateOverrides(
  labels: Iterable<SourceSeclabel>,
  fixed: readonly Seclabel[],
  report: Context['report'],
): void {
  for (const { at, model } of labels)
    if (fixed.some((label) => label.model === model))
      report(
        seclabelInvalid(
          at,
          'a file can have a label of its own only where the guest relabels its files',
          "set relabel='yes' at the <seclabel> of the domain, or remove this one",
        ),
      );
}

const NONE: readonly SourceSeclabel[] = [];

/** What a device says about the labels of its files. */
export function labelsOf(device: Device): readonly SourceSeclabel[] {
  if (device.kind === 'disk') return labelsOfChain(device);
  const source = 'source' in device ? device.source : undefined;
  return (source !== undefined && 'seclabels' in source && source.seclabels) || NONE;
}

function labelsOfChain({ source, backing }: Disk): readonly SourceSeclabel[] {
  const labels = [...(source?.seclabels ?? [])];
  for (let image = backing; image !== undefined && image !== 'none'; image = image.backing)
    labels.push(...(image.source.seclabels ?? []));
  return labels;
}
