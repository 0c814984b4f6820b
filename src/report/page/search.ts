import { bring } from './scroll';

/** Finds text in lines and arguments: all places are marked, Enter goes to the next. */
export function searching(): void {
  const field = document.querySelector<HTMLInputElement>('#search');
  const told = document.querySelector('#found');
  if (field === null || told === null) return;
  let hits: Element[] = [];
  let shown = -1;
  const tell = () => {
    told.textContent =
      field.value === ''
        ? ''
        : hits.length === 0
          ? 'nothing found'
          : `${Math.max(shown, 0) + 1} of ${hits.length}`;
  };
  const go = (by: number) => {
    if (hits.length > 0) shown = (shown + by + hits.length) % hits.length;
    const hit = hits[shown];
    if (hit) bring(hit);
    tell();
  };
  field.addEventListener('input', () => {
    hits = mark(field.value.trim().toLowerCase());
    shown = -1;
    go(1);
  });
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    go(1);
  });
  field.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    field.value = '';
    hits = mark('');
    tell();
    field.blur();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

function mark(wanted: string): Element[] {
  for (const element of document.querySelectorAll('.hit')) element.classList.remove('hit');
  if (wanted === '') return [];
  const hits = [...document.querySelectorAll('.l code, .arg code, .said')].filter(({ textContent }) =>
    textContent.toLowerCase().includes(wanted),
  );
  for (const hit of hits) hit.classList.add('hit');
  return hits;
}
