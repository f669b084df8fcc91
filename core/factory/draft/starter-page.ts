import type { AcceptanceStep, Target } from "#core/factory/acceptance.ts";

/** An element of the starter page. Each of them contains the app's title and nothing else. */
interface Element {
  /** The simple selectors that match it. */
  readonly css: readonly string[];
  /** The roles by which a step can find it. */
  readonly role?: string;
  readonly lang?: string;
}

const ELEMENTS: readonly Element[] = [
  { css: ["*", "html", ":root"], lang: "en" },
  { css: ["*", "title"] },
  { css: ["*", "body"] },
  { css: ["*", "div", "#root", "div#root"] },
  { css: ["*", "main"], role: "main" },
  { css: ["*", "h1"], role: "heading" },
];

/**
 * Whether steps would pass on a page that has only a heading with the app's title, as the starters of all stacks do. Such
 * steps prove nothing of an app. False where that is not certain.
 */
export function passesOnStarter(steps: readonly AcceptanceStep[], title: string): boolean {
  return steps.every((step) => passes(step, title));
}

function passes(step: AcceptanceStep, title: string): boolean {
  switch (step.do) {
    case "open":
      return /^\/(?:[?#]|$)/.test(step.path);
    case "reload":
      return true;
    case "click":
      return find(step.target, title).length > 0;
    case "press":
      return !step.target || find(step.target, title).length > 0;
    case "see":
      return (!step.target || find(step.target, title).length > 0) && includes(title, step.text);
    case "not_see":
      return !includes(title, step.text);
    case "attribute":
      return find(step.target, title).some(({ lang }) => step.name === "lang" && lang === step.value);
    case "fill":
    case "select":
    case "check":
    case "upload":
      return false;
  }
}

/** The elements that a target finds. */
function find(target: Target, title: string): readonly Element[] {
  if ("role" in target)
    return ELEMENTS.filter(
      ({ role }) => role === target.role.toLowerCase() && named(role, target.name, title),
    );
  if ("text" in target) return includes(title, target.text) ? ELEMENTS.slice(-1) : [];
  if (!("css" in target)) return [];
  const selectors = target.css.split(",").map((each) => each.trim());
  return ELEMENTS.filter(({ css }) => selectors.some((selector) => matches(css, selector)));
}

/** A heading is named by its text, `main` by nothing. */
const named = (role: string | undefined, name: string | undefined, title: string): boolean =>
  name === undefined || (role === "heading" && includes(title, name));

/** Whether an element with these simple selectors matches a selector that names only elements of the page. */
function matches(css: readonly string[], selector: string): boolean {
  const parts = selector.split(/\s*>\s*|\s+/);
  const exists = (part: string) => ELEMENTS.some((element) => element.css.includes(part));
  return css.includes(parts.at(-1) ?? "") && parts.every(exists);
}

/** As the browser compares texts: without regard to case and white space. */
function includes(text: string, wanted: string): boolean {
  const plain = (value: string) => value.replace(/\s+/g, " ").trim().toLowerCase();
  return plain(text).includes(plain(wanted));
}
