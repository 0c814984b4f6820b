import type { Domain } from '../model/domain';
import type { XmlElement } from './element';

/** `<qemu:commandline>`: the user's own words. */
export function parseQemuCommandline(root: XmlElement): Domain['qemuCommandline'] {
  return {
    args: root.children('qemu:commandline/qemu:arg').map((arg) => arg.rawText('@value') ?? ''),
    env: root
      .children('qemu:commandline/qemu:env')
      .map((env) => ({ name: env.required('@name'), value: env.rawText('@value') })),
  };
}
