/** The whole command, as a shell takes it. */
export function copying(): void {
  const button = document.querySelector<HTMLButtonElement>('#copy');
  const whole = document.querySelector('#whole');
  if (button === null || whole === null) return;
  const label = button.textContent;
  button.addEventListener('click', () => {
    void copy(plain(whole.textContent)).then((done) => {
      button.textContent = done ? 'Copied' : 'Press Ctrl+C';
      setTimeout(() => (button.textContent = label), 1500);
    });
  });
}

/** The text was escaped as HTML, which a script element leaves as it is. */
function plain(text: string): string {
  const area = document.createElement('textarea');
  area.innerHTML = text;
  return area.value;
}

/** A page out of a file may have no clipboard: the text is then selected. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
