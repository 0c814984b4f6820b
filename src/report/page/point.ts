import { showReason } from './reasons';
import { bring } from './scroll';

/** What was clicked or chosen by key, and stays lit when the pointer goes elsewhere. */
let kept: string | undefined;

const escaped = (key: string) => CSS.escape(key);
const pane = (element: Element) => element.closest('.pane');

/** Lights up what belongs together: lines, arguments, and the reason between them. */
export function pointing(): void {
  joinDrawing();
  document.addEventListener('pointerover', ({ target }) => {
    if (!(target instanceof Element)) return;
    pointAt(target);
  });
  document.addEventListener('focusin', ({ target }) => {
    const key = target instanceof Element ? keyOf(target) : undefined;
    if (key !== undefined) light(key);
  });
  document.addEventListener('click', (event) => clicked(event));
  document.addEventListener('keydown', (event) => pressed(event));
  if (location.hash.startsWith('#g=')) keep(decodeURIComponent(location.hash.slice(3)));
}

/** A box of the drawing belongs to the device of its id. */
function joinDrawing(): void {
  for (const box of document.querySelectorAll('.drawing [data-id]')) {
    const id = box.getAttribute('data-id') ?? '';
    const key = document.querySelector(`.g[data-id="${escaped(id)}"]`)?.getAttribute('data-g');
    if (key != null) box.setAttribute('data-g', key);
  }
}

function keyOf(element: Element): string | undefined {
  return element.closest('[data-g]')?.getAttribute('data-g') ?? undefined;
}

function pointAt(target: Element): void {
  const key = keyOf(target);
  if (key !== undefined && kept === undefined) light(key);
  lightAttribute(target.closest('[data-at]')?.getAttribute('data-at') ?? undefined);
}

/** A property and its attribute. */
function lightAttribute(at: string | undefined): void {
  for (const element of document.querySelectorAll('.at')) element.classList.remove('at');
  if (at === undefined) return;
  for (const element of document.querySelectorAll(`[data-at="${escaped(at)}"]`)) element.classList.add('at');
}

function light(key: string): void {
  showReason(key);
  for (const element of document.querySelectorAll('.on')) element.classList.remove('on');
  for (const element of document.querySelectorAll(`[data-g="${escaped(key)}"], [data-why="${escaped(key)}"]`))
    element.classList.add('on');
  press();
}

/** The button of what is kept is the one that is pressed. */
function press(): void {
  document.querySelector('.g button[aria-pressed="true"]')?.setAttribute('aria-pressed', 'false');
  if (kept === undefined) return;
  document.querySelector(`.g[data-g="${escaped(kept)}"] button`)?.setAttribute('aria-pressed', 'true');
}

/** Brings what belongs to a key into view, in the panes where the user is not. */
function show(key: string, from?: Element): void {
  for (const name of ['xml', 'command']) {
    const place = document.getElementById(name);
    const first = place?.querySelector(`[data-g="${escaped(key)}"]`);
    if (first && (from === undefined || pane(from) !== place)) bring(first);
  }
}

function keep(key: string | undefined, from?: Element): void {
  kept = key;
  if (key === undefined) {
    for (const element of document.querySelectorAll('.on')) element.classList.remove('on');
    press();
    return;
  }
  light(key);
  show(key, from);
}

function clicked({ target }: MouseEvent): void {
  if (!(target instanceof Element) || target.closest('a, header')) return;
  const key = keyOf(target);
  // Marking text to copy it is no click.
  if (key === undefined || !(getSelection()?.isCollapsed ?? true)) return;
  keep(key === kept ? undefined : key, target);
}

function pressed(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (target instanceof HTMLInputElement || ctrlKey || metaKey || altKey) return;
  if (key === 'Escape') keep(undefined);
  else if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
  else return;
  event.preventDefault();
}

/** To the next argument, or the one before. */
function step(by: number): void {
  const groups = [...document.querySelectorAll('#command .g')];
  const now = groups.findIndex((group) => group.classList.contains('on'));
  const next = groups[Math.min(Math.max(now + by, 0), groups.length - 1)];
  const key = next?.getAttribute('data-g');
  if (!next || key == null) return;
  next.querySelector('button')?.focus({ preventScroll: true });
  keep(key);
}
