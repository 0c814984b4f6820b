import { seclabelInvalid } from '../diagnostics/catalog';
import type { Seclabel, SourceSeclabel } from '../model/seclabel';
import type { XmlElement } from './element';

/** `<seclabel>` of the domain: enforced by the host, no argument of QEMU. */
export function parseSeclabels(root: XmlElement): Seclabel[] {
  return root.children('seclabel').map((label) => {
    label.skip('imagelabel');
    return {
      at: label.at,
      type: label.choice('@type', ['dynamic', 'static', 'none']),
      model: label.text('@model'),
      relabel: label.yes('@relabel'),
      label: label.text('label'),
      hasBase: label.text('baselabel') !== undefined,
    };
  });
}

/** What a `<source>` says about the label of its file; undefined where it says nothing. */
export function parseSourceSeclabels(source: XmlElement): readonly SourceSeclabel[] | undefined {
  const elements = source.children('seclabel');
  if (elements.length === 0) return undefined;
  const labels = elements.map(parseSourceSeclabel);
  for (const [index, { at, model }] of labels.entries())
    if (model !== undefined && labels.slice(0, index).some((label) => label.model === model))
      source.report(seclabelInvalid(at, `there are two labels for '${model}'`, 'keep one'));
  return labels;
}

/** A label, or a word that there is none to be. */
function parseSourceSeclabel(element: XmlElement): SourceSeclabel {
  const { at } = element;
  const relabel = element.yes('@relabel');
  element.yes('@labelskip');
  // oVirt's engine writes type='none' to each disk; libvirt knows a type of the domain's label alone
  element.skip('@type');
  const label = element.text('label');
  if (label !== undefined && relabel === false)
    element.report(seclabelInvalid(at, 'it has a label that is not to be set', "remove relabel='no'"));
  if (label === undefined && relabel === true)
    element.report(seclabelInvalid(at, 'the label that is to be set is missing', 'add <label>'));
  return { at, model: element.text('@model'), label };
}
