/**
 * What is worked out of a thing that never changes, a report or a form, once: long reports take their time, and all of the page is
 * rendered anew at each step that someone takes in them. What is given besides goes with the thing, as a report's text.
 */
export function derived<Of extends object, Besides extends unknown[], T>(work: (of: Of, ...besides: Besides) => T): (of: Of, ...besides: Besides) => T {
  const known = new WeakMap<Of, { is: T }>();
  return (of, ...besides) => {
    const one = known.get(of) || { is: work(of, ...besides) };
    known.set(of, one);
    return one.is;
  };
}
