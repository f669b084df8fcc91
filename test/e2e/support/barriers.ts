import axe from "axe-core";
import type { Page } from "playwright-core";
import * as adapter from "#adapters/browser/barriers.ts";

/** Violations that keep people from using a page, by rule and element (axe-core, WCAG 2 A and AA). */
export const barriersOf = (page: Page): Promise<string[]> => adapter.barriersOf(page, axe.source);
