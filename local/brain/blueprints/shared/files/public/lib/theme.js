import { ICONS, icon } from "./dom.js";

const KEY = "{{project_name}}.theme";

/** The theme to show: the one that was chosen, otherwise what the system prefers. */
export function initialTheme(stored, prefersDark) {
  if (stored === "light" || stored === "dark") return stored;
  return prefersDark ? "dark" : "light";
}

export function otherTheme(theme) {
  return theme === "dark" ? "light" : "dark";
}

/** Shows the theme on the page, makes `button` switch it and keeps that choice. Without one, the theme follows the system. */
export function setUpTheme(button) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = read();
  const show = () => {
    const theme = initialTheme(chosen, system.matches);
    root.dataset.theme = theme;
    const label = theme === "dark" ? "{{say_use_light}}" : "{{say_use_dark}}";
    button.setAttribute("aria-label", label);
    button.title = label;
    button.replaceChildren(icon(theme === "dark" ? ICONS.sun : ICONS.moon));
  };
  show();
  system.addEventListener("change", show);
  button.addEventListener("click", () => {
    chosen = otherTheme(root.dataset.theme);
    show();
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // The choice then lasts as long as the page.
    }
  });
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
