import type { Tristate } from '../model/tristate';
import type { XmlElement } from './element';

/** A bare element is on; an absent one says nothing. */
export function stateOf(element: XmlElement, path: string): Tristate {
  return element.has(path) ? (element.on(`${path}/@state`) ?? true) : undefined;
}

/** One that has to say whether it is on. */
export function saidStateOf(element: XmlElement, path: string): Tristate {
  if (element.has(path)) element.required(`${path}/@state`, "add state='on'");
  return stateOf(element, path);
}
