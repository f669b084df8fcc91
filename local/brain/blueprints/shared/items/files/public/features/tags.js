/** Gives an item up to five tags, shows them, and filters by one (`view.tag`). */
export const tags = {
  read: ({ tags: raw }) => ({ tags: readTags(raw) }),
  toForm: ({ tags: list }) => ({ tags: list.join(", ") }),
  badges: (item) => item.tags.map((tag) => ({ text: `#${tag}`, tone: "accent" })),
  matches: (item, view) => !view.tag || item.tags.includes(view.tag),
};

/** Tags from "home, Errands" or a list: lower case, one word each, none twice. */
export function readTags(raw) {
  const parts = Array.isArray(raw)
    ? raw.filter((part) => typeof part === "string")
    : String(raw ?? "").split(",");
  const clean = parts
    .map((part) => part.trim().toLowerCase().replace(/^#/, "").replace(/\s+/g, "-").slice(0, 24))
    .filter((part) => part !== "");
  return [...new Set(clean)].slice(0, 5);
}

/** Every tag in use, in alphabetical order. */
export function tagsOf(items) {
  return [...new Set(items.flatMap((item) => item.tags))].sort((a, b) => a.localeCompare(b));
}
