/**
 * The page as it is drawn: an element with an open shadow root shows what stands in that root, and a slot what the
 * page puts into it. Closed roots are their components' own business, and are left alone.
 */

/** Elements that hold a story and may have a shadow root, beside those of a component's own name. */
const HOSTS = new Set('ARTICLE BODY DIV MAIN SECTION'.split(' '));

/** The open shadow root of an element, if it may show a story. */
export const shadowOf = (element: Element, name = element.nodeName): ShadowRoot | null =>
  HOSTS.has(name) || name.includes('-') ? element.shadowRoot : null;

/** The element that a node is drawn in. */
export function above(node: Node): Element | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot || node.parentElement) return slot ?? node.parentElement;
  const root = node instanceof ShadowRoot ? node : node.parentNode;
  return root instanceof ShadowRoot ? root.host : null;
}

/** Visits the nodes that are drawn in an element, in order. */
export function eachIn(element: Element, visit: (node: Node) => void, root = shadowOf(element)): void {
  const slotted = element.nodeName === 'SLOT' ? (element as HTMLSlotElement).assignedNodes() : [];
  if (slotted.length > 0) slotted.forEach(visit);
  else for (let node = (root ?? element).firstChild; node; node = node.nextSibling) visit(node);
}

/** A node with all elements that it is drawn in. */
export function around(node: Node | null | undefined): ReadonlySet<Node> {
  const nodes = new Set<Node>();
  for (let at = node ?? null; at; at = above(at)) nodes.add(at);
  return nodes;
}

/** Whether a node is drawn in an element, or is that element. */
export const holds = (element: Element, node: Node | undefined): boolean =>
  node !== undefined && (element.contains(node) || around(node).has(element));

/** Whether a reader sees what stands in an element. */
export function isSeen(element: Element | null): boolean {
  if (!element) return false;
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // It has no box of its own, as many components and all slots.
  return getComputedStyle(element).display === 'contents' && isSeen(above(element));
}

/** The lowest element that all of these are drawn in; they are in document order. */
export function commonAncestor(nodes: readonly Node[]): Element | null {
  const [first, last] = [nodes[0], nodes.at(-1)];
  let ancestor = first ? above(first) : null;
  const whole = around(last);
  while (ancestor && !whole.has(ancestor)) ancestor = above(ancestor);
  return ancestor;
}

/** The open shadow roots that these stand in, and those around them. */
export function rootsAround(nodes: Iterable<Node>): ShadowRoot[] {
  const roots = new Set<ShadowRoot>();
  for (const node of nodes) {
    for (let at = node.getRootNode(); at instanceof ShadowRoot && !roots.has(at); at = at.host.getRootNode())
      roots.add(at);
  }
  return [...roots];
}
