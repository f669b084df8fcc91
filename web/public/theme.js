// Runs before the first paint, so that the page never flashes in the other scheme.
const chosen = localStorage.getItem("gantry-theme");
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
