import type { Page } from 'playwright-core';

/** What a page points to and what can be pointed to in it. */
export interface PageLinks {
  /** Every reference that the page makes, as absolute addresses. */
  readonly references: readonly string[];
  readonly identifiers: readonly string[];
}

/** The values of an attribute of the elements that a selector finds, in the page's own SVG too. */
function attributes(page: Page, selector: string, name: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll(
      (elements: { getAttribute(name: string): string | null }[], attribute) =>
        elements.map((element) => element.getAttribute(attribute) ?? ''),
      name,
    );
}

/** Reads the links of the page that is open. */
export async function linksOf(page: Page): Promise<PageLinks> {
  const written = [
    ...(await attributes(page, '[href]:not(link[rel^="schema."])', 'href')),
    ...(await attributes(page, '[src]', 'src')),
  ];
  return {
    references: written.map((reference) => new URL(reference, page.url()).href),
    identifiers: await attributes(page, '[id]', 'id'),
  };
}
