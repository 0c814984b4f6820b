/**
 * `make`, whose last answer is kept for as long as the same thing is asked about: what passes look up in a guest, over
 * and over, before they come to the next. Not a WeakMap: a table that has grown old holds what it was given until the
 * next full collection, and a batch spent a fifth of its time on moving guests that nobody needed.
 */
export function keepLast<K extends object, V>(make: (of: K) => V): (of: K) => V {
  let last: { readonly of: K; readonly answer: V } | undefined;
  return (of) => {
    if (last === undefined || last.of !== of) last = { of, answer: make(of) };
    return last.answer;
  };
}
