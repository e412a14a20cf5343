import type { Span } from "./report";

/** Where things are on the page, and bringing them before the eyes or under the keyboard. */
export function markOf(root: ParentNode, id: string): HTMLElement | null {
  const marks = `.report [data-findings~="${CSS.escape(id)}"]`;
  return root.querySelector<HTMLElement>(`${marks}[tabindex]`) || root.querySelector<HTMLElement>(marks);
}

export function itemOf(root: ParentNode, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
}

/** Moves the page only if the element is out of sight. */
export function focus(element: HTMLElement | null): boolean {
  if (!element) return false;
  element.focus({ preventScroll: true });
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom < 0 || top > window.innerHeight) scrollTo(element);
  return true;
}

/** The list scrolls by itself beside the report; only there may it be moved too. */
export function showInList(item: HTMLElement | null): void {
  const list = item && item.closest<HTMLElement>(".side");
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const whole = item!.closest("li") || item!;
  whole.scrollIntoView({ block: whole.clientHeight > list.clientHeight ? "start" : "nearest" });
}

export function scrollTo(element: HTMLElement | null): void {
  if (!element) return;
  // What lies between of a long report has no certain height until it is passed: a smooth way would end beside the aim.
  const long = element.closest(".long") !== null;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", inline: "center", behavior: calm || long ? "auto" : "smooth" });
  if (long) settle(element, 10);
}

/** While the parts around it find their height, an element may be pushed out of sight again. */
function settle(element: HTMLElement, frames: number): void {
  requestAnimationFrame(() => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) element.scrollIntoView({ block: "center", inline: "center" });
    if (frames > 0) settle(element, frames - 1);
  });
}

export function selectIn(area: HTMLTextAreaElement, { start, end }: Span, focused: boolean): void {
  if (focused) area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
}
