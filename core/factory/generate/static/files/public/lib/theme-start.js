// Runs before the first paint, so that a dark page never flashes white.
(() => {
  const root = document.documentElement;
  let stored = null;
  try {
    stored = localStorage.getItem(`${root.dataset.app}.theme`);
  } catch {
    // No storage: go by the system.
  }
  const dark = stored ? stored === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "dark" : "light";
})();
