import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const panicModel = (at: Place, model: string, arch: string) =>
  error('panic-model', at, `a panic device of model '${model}' does not fit ${arch} machines`, {
    help: 'leave the model out, or use pvpanic',
  });

export const panicModelMissing = (at: Place) =>
  error(
    'panic-model-missing',
    at,
    'nothing says what the panic device is, and this machine has none by itself',
    {
      help: "add model='pvpanic'",
    },
  );

export const panicAddress = (at: Place, model: string, type: string) =>
  error('panic-address', at, `a panic device of model '${model}' has no address of type '${type}'`, {
    help: 'remove the address',
  });
