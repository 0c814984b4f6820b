interface Reasons {
  readonly forms: readonly string[];
  readonly reasons: readonly (readonly [key: string, form: number, words: string])[];
}

/** What each group's reason is made of, by its key; read when the first is shown. */
let known: Map<string, () => string> | undefined;

/** Puts the reason of a group on the page, and those of all before they are printed. */
export function showReason(key: string): void {
  if (document.getElementById(`why-${key}`) !== null) return;
  known ??= read();
  document.getElementById('why')?.insertAdjacentHTML('beforeend', known.get(key)?.() ?? '');
}

export function printing(): void {
  addEventListener('beforeprint', () => {
    known ??= read();
    for (const key of known.keys()) showReason(key);
  });
}

function read(): Map<string, () => string> {
  const { forms, reasons } = JSON.parse(
    document.getElementById('reasons')?.textContent ?? '{"forms":[],"reasons":[]}',
  ) as Reasons;
  return new Map(
    reasons.map(([key, form, words]) => [key, () => filled(forms[form] ?? '', words.split(' '))]),
  );
}

/** A form with its words in their places. */
function filled(form: string, words: readonly string[]): string {
  let next = 0;
  return form.replaceAll('\u0001', () => words[next++] ?? '');
}
