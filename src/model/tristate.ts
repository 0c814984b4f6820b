/** A `<name state='on|off'/>`; a bare element is on. */
export type Tristate = boolean | undefined;
