import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const watchdogModel = (at: Place, model: string, machine: string) =>
  error('watchdog-model', at, `a watchdog of model '${model}' does not fit machine '${machine}'`, {
    help: 'use i6300esb, on q35 also itco, on s390x diag288',
  });

export const watchdogActions = (at: Place, first: Place) =>
  error('watchdog-actions', at, 'all watchdogs of a guest take the same action', {
    notes: [{ message: 'this one takes another', at: first }],
    help: 'give them one action',
  });
