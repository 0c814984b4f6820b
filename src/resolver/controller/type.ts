import type { Controller } from '../../model/controller';
import type { Domain } from '../../model/domain';
import type { PlannedController } from '../../model/plan/controller';
import type { Planned } from '../../model/plan/planned';
import type { Context } from '../context';

/** How one type of controller is resolved: as KindResolver, with what every controller has already planned. */
export interface ControllerResolver {
  readonly defaults?: (controller: Controller, guest: Domain, context: Context) => Controller;
  readonly validate?: (controller: Controller, guest: Domain, context: Context) => void;
  /** Undefined: it leaves no argument. */
  readonly plan: (
    base: Planned<'controller'>,
    guest: Domain,
    context: Context,
  ) => PlannedController | undefined;
}
