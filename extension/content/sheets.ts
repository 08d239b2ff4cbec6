/** Sheets of our own on a page or in one of its shadow roots: no node is added, and the page's own sheets stay. */

type Tree = Document | ShadowRoot;

export function adopt(tree: Tree, sheet: CSSStyleSheet): void {
  if (!hasAdopted(tree, sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
}

export function abandon(tree: Tree, sheet: CSSStyleSheet): void {
  if (hasAdopted(tree, sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets].filter((own) => own !== sheet);
}

export const hasAdopted = (tree: Tree, sheet: CSSStyleSheet): boolean => [...tree.adoptedStyleSheets].includes(sheet);
