import type { Page } from "playwright-core";
import { barriersOf } from "#adapters/browser/barriers.ts";
import { createSession, inBrowser } from "#adapters/browser/session.ts";

/** Widths in pixels at which a page is inspected: the narrowest that WCAG 2.2 names, a tablet, a screen. */
const WIDTHS = [320, 768, 1280];
const HEIGHT = 800;

/** How a page looks, apart from what it does. */
export interface PageLook {
  /** Whether it shows neither text nor a picture. */
  readonly blank: boolean;
  /** Widths at which it scrolls sideways. */
  readonly overflows: readonly number[];
  /** Serious violations of WCAG 2 A and AA, by rule and element; null without axe-core. */
  readonly barriers: readonly string[] | null;
}

interface Inspection {
  readonly url: string;
  /** Folder in which the bundled browser is unpacked. */
  readonly folder: string;
  readonly seconds: number;
  /** The source of axe-core; without it contrast and names are not checked. */
  readonly axe: string | null;
}

/**
 * Opens a page in a new browser. Null when it cannot be opened or the time is over; throws EnvironmentFailure when there
 * is no browser.
 */
export async function inspectPage({ url, folder, seconds, axe }: Inspection): Promise<PageLook | null> {
  const session = createSession(url, seconds, { folder });
  const look = await inBrowser(session, async (page) => {
    if (!(await opens(page, url))) return null;
    const overflows: number[] = [];
    const barriers = new Set<string>();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      if ((await page.evaluate<number>("document.documentElement.scrollWidth")) > width)
        overflows.push(width);
      for (const barrier of axe === null ? [] : await barriersOf(page, axe)) barriers.add(barrier);
    }
    return { blank: await isBlank(page), overflows, barriers: axe === null ? null : [...barriers] };
  });
  return look ?? null;
}

const opens = (page: Page, url: string): Promise<boolean> =>
  page.goto(url, { waitUntil: "networkidle" }).then(
    () => true,
    () => false,
  );

const isBlank = (page: Page) =>
  page.evaluate<boolean>(
    "document.body.innerText.trim() === '' && !document.body.querySelector('img, svg, canvas, video')",
  );
