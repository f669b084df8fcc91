import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { fileText } from "#core/kernel/files.ts";

/** What the page of an app is made of, up to its scripts. */
const PAGE = /^(?:public\/)?index\.html$/;
const TAG = /<(\/?)([a-z][\w-]*)([^>]*)>([^<]*)/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** Elements that say what a part of the page is, rather than what the app has to tell. */
const NAMING = /^(?:h[1-6]|title|label|legend|button|th|a)$/i;
/** Elements that a page shows only at times. */
const CLOSED = /^(?:dialog|template|details|noscript|script|style|option)$/i;
/** What an app may use to show an element only at times. */
const SWITCH = /\s(?:hidden|id|class|style|data-[\w-]+|aria-[\w-]+|popover)\b/i;
/** An element around the whole app. */
const WHOLE = /^\s*id\s*=\s*["']?(?:app|root|main)\b["']?\s*$/i;

/** The headings, labels and other names that the page of a draft shows all the time, whatever its scripts do. */
export function fixedTexts({ files }: Pick<Manifest, "files">): string[] {
  const page = files.find(({ path }) => PAGE.test(path));
  if (!page) return [];
  const texts: string[] = [];
  const open: { readonly name: string; readonly fixed: boolean }[] = [];
  for (const [, closing, name = "", attributes = "", text = ""] of fileText(page).matchAll(TAG)) {
    if (!closing && !VOID.test(name)) open.push({ name, fixed: isFixed(name, attributes) });
    const closed = closing ? open.findLastIndex((each) => each.name === name) : -1;
    if (closed >= 0) open.length = closed;
    const names = open.some((each) => NAMING.test(each.name));
    if (names && text.trim() !== "" && open.every(({ fixed }) => fixed)) texts.push(text);
  }
  return texts;
}

const isFixed = (name: string, attributes: string): boolean =>
  !CLOSED.test(name) && (!SWITCH.test(attributes) || WHOLE.test(attributes));
