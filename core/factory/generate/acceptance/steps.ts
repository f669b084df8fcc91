import type { AcceptanceStep, Target } from "#core/factory/acceptance.ts";

/** Steps of acceptances, by short names. */
export const reload: AcceptanceStep = { do: "reload" };
export const openPath = (path: string): AcceptanceStep => ({ do: "open", path });
export const button = (name: string): Target => ({ role: "button", name });
export const click = (target: Target): AcceptanceStep => ({ do: "click", target });
export const fill = (target: Target, value: string): AcceptanceStep => ({ do: "fill", target, value });
export const select = (label: string, value: string): AcceptanceStep => ({
  do: "select",
  target: { label },
  value,
});
export const check = (label: string, checked = true): AcceptanceStep => ({
  do: "check",
  target: { label },
  checked,
});
export const see = (text: string): AcceptanceStep => ({ do: "see", text });
export const seeIn = (css: string, text: string): AcceptanceStep => ({ do: "see", text, target: { css } });
/** That the page lists a record of this name; its name alone can be a part of any other text, such as a count. */
export const seeListed = (name: string): AcceptanceStep => seeIn("[data-record]", name);
/** That a badge says this of a record. */
export const seeBadge = (text: string): AcceptanceStep => seeIn(".badge", text);
export const notSee = (text: string): AcceptanceStep => ({ do: "not_see", text });
export const attribute = (target: Target, name: string, value: string): AcceptanceStep => ({
  do: "attribute",
  target,
  name,
  value,
});
