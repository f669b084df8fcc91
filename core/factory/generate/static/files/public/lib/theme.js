import { h, icon } from "./dom.js";
import { readSetting, writeSetting } from "./settings.js";

/** The theme to start with: the one chosen before, otherwise what the system prefers. */
export function initialTheme(stored, prefersDark) {
  if (stored === "light" || stored === "dark") return stored;
  return prefersDark ? "dark" : "light";
}

/** The button that switches between light and dark and keeps the choice. */
export function themeButton(app) {
  const root = document.documentElement;
  const button = h("button", { type: "button", class: "icon-button", onclick: change });
  const show = (theme) => {
    root.dataset.theme = theme;
    const label = theme === "dark" ? app.words.useLight : app.words.useDark;
    button.setAttribute("aria-label", label);
    button.title = label;
    button.replaceChildren(icon(theme === "dark" ? "sun" : "moon"));
  };
  show(initialTheme(readSetting(app.database, "theme"), matchMedia("(prefers-color-scheme: dark)").matches));
  return button;

  function change() {
    const theme = root.dataset.theme === "dark" ? "light" : "dark";
    show(theme);
    writeSetting(app.database, "theme", theme);
  }
}
