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
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches || element.closest(".long") !== null;
  element.scrollIntoView({ block: "center", inline: "center", behavior: calm ? "auto" : "smooth" });
}

export function selectIn(area: HTMLTextAreaElement, { start, end }: Span, focused: boolean): void {
  if (focused) area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
}
