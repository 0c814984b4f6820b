import type { Context } from './context';

/** Whether the guest has not run before, so that what it sees may still change; a person's command starts one anew. */
export function isNewGuest({ profile, options }: Context): boolean {
  return options.context?.abiUpdate === true || !profile.libvirtDefaults;
}
