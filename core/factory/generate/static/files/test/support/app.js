import { DomEvent, visibleText } from "./dom.js";

/** What a person does in the app, for tests. Import `./browser.js` first, then the app. */
export const page = {
  text: () => visibleText(document.body),
  /** Whether a text is on the page, however its white space is. */
  shows: (text) => page.text().includes(plain(text)),
  open(path) {
    location.hash = `#${path}`;
  },
  button: (name) => named("button", name),
  link: (name) => named("a", name),
  /** Clicks, and waits until what it began has been done. */
  async click(element) {
    element.click();
    await settled();
  },
  fill(selector, value) {
    const control = document.querySelector(selector);
    control.value = value;
    for (const type of ["input", "change"]) control.dispatchEvent(new DomEvent(type));
  },
  async press(key) {
    (document.activeElement ?? document.body).dispatchEvent(new DomEvent("keydown", { key }));
    await settled();
  },
};

/** Waits until the stored records and the page are up to date. */
export async function settled() {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const plain = (text) => text.replace(/\s+/g, " ").trim();

/** The first visible element with a name: its label or its text. */
function named(tag, name) {
  const found = document.querySelectorAll(tag).find((each) => !each.closest("[hidden]") && (each.getAttribute("aria-label") ?? visibleText(each)) === plain(name));
  if (!found) throw new Error(`There is no ${tag} "${name}" on the page: ${visibleText(document.body)}`);
  return found;
}
