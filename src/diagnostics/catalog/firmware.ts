import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const firmwareInvalid = (at: Place, problem: string, help: string) =>
  error('firmware-invalid', at, problem, { help });

export const firmwareNotFound = (at: Place, kind: string) =>
  error('firmware-not-found', at, `no '${kind}' firmware of this host fits what the guest asks for`, {
    help: 'install one, relax what is asked for, or give <loader> a path',
  });
