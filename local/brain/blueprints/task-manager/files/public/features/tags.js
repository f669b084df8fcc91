/** Gives a task up to five tags, shows them, and filters by one (`view.tag`). */
export const tags = {
  read: ({ tags: raw }) => ({ tags: readTags(raw) }),
  toForm: ({ tags: list }) => ({ tags: list.join(", ") }),
  badges: (task) => task.tags.map((tag) => ({ text: `#${tag}`, tone: "accent" })),
  matches: (task, view) => !view.tag || task.tags.includes(view.tag),
};

/** Tags from "home, Errands" or a list: lower case, one word each, none twice. */
export function readTags(raw) {
  const parts = Array.isArray(raw) ? raw.filter((part) => typeof part === "string") : String(raw ?? "").split(",");
  const clean = parts
    .map((part) => part.trim().toLowerCase().replace(/^#/, "").replace(/\s+/g, "-").slice(0, 24))
    .filter((part) => part !== "");
  return [...new Set(clean)].slice(0, 5);
}

/** Every tag in use, in alphabetical order. */
export function tagsOf(tasks) {
  return [...new Set(tasks.flatMap((task) => task.tags))].sort((a, b) => a.localeCompare(b));
}
