import type { Iommufd } from '../model/iommufd';
import type { XmlElement } from './element';

/** `<iommufd enabled= fdgroup=>` of the domain. */
export function parseIommufd(root: XmlElement): Iommufd | undefined {
  const element = root.child('iommufd');
  if (element === undefined) return undefined;
  element.required('@enabled', "use enabled='yes' or 'no'");
  return { at: element.at, enabled: element.yes('@enabled') ?? false, fdGroup: element.text('@fdgroup') };
}
