/**
 * Boards with a sound chip of their own: since 8.2 they do not start with -nodefaults where nothing says which back end it has
 * (QEMU machine_add_audiodev_property; each board of 11.1 for arm, aarch64 and ppc64 was started).
 */
const BOARDS: ReadonlySet<string> = new Set(
  (
    'amigaone fuloong2e integratorcp musicpal pegasos1 pegasos2 realview-eb realview-eb-mpcore realview-pb-a8 ' +
    'realview-pbx-a9 versatileab versatilepb vexpress-a15 vexpress-a9 xlnx-zcu102'
  ).split(' '),
);

/** Whether a board, of an architecture other than x86, has sound built in. */
export const hasSoundChip = (board: string): boolean => BOARDS.has(board);
