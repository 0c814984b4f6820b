/** Brings an element to the middle of its pane; the page itself stays where it is, unless the element is in no pane. */
export function bring(element: Element): void {
  const pane = element.closest('.pane');
  if (pane === null) {
    element.scrollIntoView({ block: 'center' });
    return;
  }
  const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  const seen = inner.top >= outer.top && inner.bottom <= outer.bottom;
  if (!seen) pane.scrollTop += inner.top - outer.top - outer.height / 3;
}
