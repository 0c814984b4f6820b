import { guestNameInvalid } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';

/** libvirt's virDomainDefPostParse: the name becomes a part of paths. */
export function validateName({ at, name }: Domain, { report }: Context): void {
  if (name.includes('/')) report(guestNameInvalid(at.of('name'), "'/'"));
  if (name.includes('\n')) report(guestNameInvalid(at.of('name'), 'a line break'));
}
