/** Which links of a page stay on its site: what it recommends is its own, what a story cites is mostly not. */
import type { PageElement } from './snapshot';

/** Tells whether a link leads to a page of this site. */
export function ownSite(page: Document): (link: PageElement) => boolean {
  const addresses = [
    page.baseURI,
    page.querySelector('link[rel=canonical]')?.getAttribute('href'),
    page.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ];
  const own = new Set(addresses.map((address) => siteOf(address, page)));
  return (link) => own.has(siteOf(link.attribute('href'), page));
}

/** The end of a host name, which most sites have in common; the page's own for what is no address. */
function siteOf(address: string | null | undefined, page: Document): string {
  const url = URL.canParse(address ?? '', page.baseURI) ? new URL(address ?? '', page.baseURI) : new URL(page.baseURI);
  return url.hostname.split('.').slice(-2).join('.');
}
