import type { Seclabel } from '../model/domain';
import type { XmlElement } from './element';

/** `<seclabel>` of the domain: enforced by the host, no argument of QEMU. */
export function parseSeclabels(root: XmlElement): Seclabel[] {
  return root.children('seclabel').map((label) => {
    label.skip('imagelabel');
    label.skip('baselabel');
    return {
      at: label.at,
      type: label.choice('@type', ['dynamic', 'static', 'none']),
      model: label.text('@model'),
      relabel: label.yes('@relabel'),
      label: label.text('label'),
    };
  });
}
