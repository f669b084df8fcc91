import { h, icon } from "./dom.js";
import { readSetting, writeSetting } from "./settings.js";

/** The theme to show: the one that was chosen, otherwise what the system prefers. */
export function initialTheme(stored, prefersDark) {
  if (stored === "light" || stored === "dark") return stored;
  return prefersDark ? "dark" : "light";
}

/** The button that switches between light and dark and keeps the choice. Without one, the theme follows the system. */
export function themeButton(app) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = h("button", { type: "button", class: "icon-button", onclick: change });
  let chosen = readSetting(app.database, "theme");
  const show = () => {
    const theme = initialTheme(chosen, system.matches);
    root.dataset.theme = theme;
    const label = theme === "dark" ? app.words.useLight : app.words.useDark;
    button.setAttribute("aria-label", label);
    button.title = label;
    button.replaceChildren(icon(theme === "dark" ? "sun" : "moon"));
  };
  show();
  system.addEventListener("change", show);
  return button;

  function change() {
    chosen = root.dataset.theme === "dark" ? "light" : "dark";
    writeSetting(app.database, "theme", chosen);
    show();
  }
}
