import type { Locator } from "playwright-core";

/**
 * Enters a value into a field within `ms`. Rejects if the field takes no such value: those for a day or a time remain
 * empty then, without an error of the browser.
 */
export async function fill(field: Locator, value: string, ms: number): Promise<void> {
  if (value !== "" && (await remainsEmpty(field, value, ms))) throw new Error(`it does not take "${value}"`);
  await field.fill(value, { timeout: ms });
}

/** Tried with a field of the same type that no script of the page looks at. */
const remainsEmpty = (field: Locator, value: string, ms: number): Promise<boolean> =>
  field.evaluate(
    (element, value) => {
      if (element.tagName !== "INPUT") return false;
      const probe = element.ownerDocument.createElement("input");
      probe.type = element.getAttribute("type") ?? "";
      probe.value = value;
      return probe.value === "";
    },
    value,
    { timeout: ms },
  );
