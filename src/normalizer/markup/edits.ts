interface Edit {
  readonly at: number;
  /** How many characters go. */
  readonly remove: number;
  readonly insert: string;
}

/** Changes to a text, noted by their offsets in it and made at once; all else stays, byte for byte. */
export class Edits {
  private readonly edits: Edit[] = [];

  constructor(readonly text: string) {}

  insert(at: number, insert: string): void {
    this.edits.push({ at, remove: 0, insert });
  }

  replace(at: number, end: number, insert: string): void {
    this.edits.push({ at, remove: end - at, insert });
  }

  /** The changed text. Insertions at one place stand in the order in which they were noted, before what is replaced there. */
  apply(): string {
    const ordered = this.edits
      .map((edit, order) => ({ edit, order }))
      .sort((a, b) => a.edit.at - b.edit.at || sign(a.edit) - sign(b.edit) || a.order - b.order);
    const pieces: string[] = [];
    let from = 0;
    for (const { edit } of ordered) {
      pieces.push(this.text.slice(from, edit.at), edit.insert);
      from = edit.at + edit.remove;
    }
    return [...pieces, this.text.slice(from)].join('');
  }
}

const sign = ({ remove }: Edit) => Math.sign(remove);
