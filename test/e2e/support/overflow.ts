import type { Page } from "playwright-core";

/** By how many CSS pixels a page is wider than the window; more than 0 if it has to be scrolled sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
