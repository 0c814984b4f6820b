import { valueInvalid } from '../diagnostics/catalog';
import { KEYWRAP_CIPHERS, type Keywrap } from '../model/domain';
import type { XmlElement } from './element';

/** `<keywrap><cipher name= state=/></keywrap>`: which keys an s390x machine wraps for its guest. */
export function parseKeywrap(root: XmlElement): Keywrap | undefined {
  if (!root.has('keywrap')) return undefined;
  const ciphers = root.children('keywrap/cipher').map((cipher) => {
    cipher.required('@name', 'name the cipher: aes or dea');
    cipher.required('@state', 'say on or off');
    return { at: cipher.at, name: cipher.choice('@name', KEYWRAP_CIPHERS), state: cipher.on('@state') };
  });
  const of = (name: (typeof KEYWRAP_CIPHERS)[number]) =>
    ciphers.find((cipher) => cipher.name === name)?.state;
  for (const { at, name } of ciphers)
    if (ciphers.find((other) => other.name === name)?.at !== at)
      root.report(
        valueInvalid(at.of('@name'), "attribute 'name' of <cipher>", name ?? '', 'each cipher once'),
      );
  return { at: root.at.of('keywrap'), aes: of('aes'), dea: of('dea') };
}
