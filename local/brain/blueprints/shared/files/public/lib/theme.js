import { ICONS, icon } from "./dom.js";

const KEY = "{{project_name}}.theme";

/** The theme to start with: the one chosen before, otherwise what the system prefers. */
export function initialTheme(stored, prefersDark) {
  if (stored === "light" || stored === "dark") return stored;
  return prefersDark ? "dark" : "light";
}

export function otherTheme(theme) {
  return theme === "dark" ? "light" : "dark";
}

/** Shows the theme on the page, keeps the person's choice, and makes `button` switch it. */
export function setUpTheme(button) {
  const root = document.documentElement;
  const show = (theme) => {
    root.dataset.theme = theme;
    const label = theme === "dark" ? "{{say_use_light}}" : "{{say_use_dark}}";
    button.setAttribute("aria-label", label);
    button.title = label;
    button.replaceChildren(icon(theme === "dark" ? ICONS.sun : ICONS.moon));
  };
  show(initialTheme(read(), matchMedia("(prefers-color-scheme: dark)").matches));
  button.addEventListener("click", () => {
    const theme = otherTheme(root.dataset.theme);
    show(theme);
    try {
      localStorage.setItem(KEY, theme);
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
