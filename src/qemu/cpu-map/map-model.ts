/** A processor model of libvirt's CPU map; lists are words between blanks. */
export interface MapModel {
  readonly name: string;
  /** False: no processor is ever said to be nearest to it. */
  readonly nearest?: false;
  /** As CPUID spells it: AuthenticAMD. Absent: of no vendor. */
  readonly vendor?: string;
  /** family/model, or family/model/first-last stepping. */
  readonly signatures?: string;
  /** An earlier model, from which this one differs by `add` and `drop`. */
  readonly like?: string;
  readonly add?: string;
  readonly drop?: string;
}
