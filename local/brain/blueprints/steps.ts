import type { Acceptance, AcceptanceStep, Target } from "#core/factory/acceptance.ts";

/** Short functions for acceptance steps, so that a list of steps is readable. */
export const open = (path = "/"): AcceptanceStep => ({ do: "open", path });
export const reload: AcceptanceStep = { do: "reload" };
export const button = (name: string): Target => ({ role: "button", name });
export const click = (target: Target): AcceptanceStep => ({ do: "click", target });
export const fill = (label: string, value: string): AcceptanceStep => ({
  do: "fill",
  target: { label },
  value,
});
export const choose = (label: string, value: string): AcceptanceStep => ({
  do: "select",
  target: { label },
  value,
});
export const press = (key: string): AcceptanceStep => ({ do: "press", key });
/** Waits for a text, anywhere or inside `target`. */
export const see = (text: string, target?: Target): AcceptanceStep => ({
  do: "see",
  text,
  ...(target && { target }),
});
export const attribute = (css: string, name: string, value: string): AcceptanceStep => ({
  do: "attribute",
  target: { css },
  name,
  value,
});
export const notSee = (text: string): AcceptanceStep => ({ do: "not_see", text });
const theme = (value: string) => attribute("html", "data-theme", value);

/**
 * Acceptance of the dark mode, which works in the same way in every app: a toggle whose state survives a
 * reload.
 */
export function darkModeAcceptance(label = "Use dark mode"): Acceptance {
  return {
    name: "Dark mode can be switched on and stays on after a reload",
    steps: [open(), click(button(label)), theme("dark"), reload, theme("dark")],
  };
}
