import type { Value } from '../../emitter/args';
import type { Json, JsonObject, Qmp } from '../../qemu/probe/qmp';

/** One thing that the plan says and a QEMU can be asked. */
export interface Expectation {
  /** An id of the command line, or a part of the guest: `scsi0-0-2-5`, `machine`. */
  readonly subject: string;
  /** A property as QEMU names it: `lun`. */
  readonly what: string;
  readonly planned: Value;
  /** What QEMU has; undefined where it does not tell. */
  readonly ask: (qemu: Asked) => Promise<Json | undefined>;
}

/** A QEMU that gives the same answer again without being asked again. */
export class Asked {
  private readonly answers = new Map<string, Promise<Json | undefined>>();

  constructor(private readonly qmp: Qmp) {}

  query(command: string, args: JsonObject = {}): Promise<Json | undefined> {
    const key = `${command} ${JSON.stringify(args)}`;
    let answer = this.answers.get(key);
    if (answer === undefined) {
      answer = this.qmp.ask(command, args);
      this.answers.set(key, answer);
    }
    return answer;
  }

  property(path: string, property: string): Promise<Json | undefined> {
    return this.query('qom-get', { path, property });
  }
}
