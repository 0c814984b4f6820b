const NAMES =
  'ar bepo cz da de de-ch en-gb en-us es et fi fo fr fr-be fr-ca fr-ch hr hu is it ja lt lv mk nl no pl pt pt-br ru sl ' +
  'sv th tr';

/** Keyboard layouts that come with every release (QEMU pc-bios/keymaps); a distribution, or a path, may add others. */
export const keymaps = (): readonly string[] => NAMES.split(' ');
