/**
 * What is worked out of a thing that never changes, a report or a form, once: long reports take their time, and all of the page is
 * rendered anew at each step that someone takes in them.
 */
export function derived<Of extends object, T>(work: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { is: T }>();
  return (of) => {
    const one = known.get(of) || { is: work(of) };
    known.set(of, one);
    return one.is;
  };
}
