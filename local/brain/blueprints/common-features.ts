import type { BlueprintFeature } from "#local/brain/blueprint.ts";

/** Optional features of most apps; a blueprint can override their title or default. */
export const DARK_MODE: BlueprintFeature = {
  id: "dark_mode",
  title: "Dark mode",
  synonyms: [
    "dark mode",
    "darkmode",
    "dark theme",
    "night mode",
    "dark",
    "light and dark mode",
    "light and dark theme",
    "dark and light mode",
    "dark and light theme",
    "theme toggle",
    "theme switch",
    "theme switcher",
    "colour scheme",
    "Dunkelmodus",
    "dunkler Modus",
    "mode sombre",
    "thème sombre",
    "modo oscuro",
    "tema oscuro",
  ],
  default: true,
};
export const PERSISTENCE: BlueprintFeature = {
  id: "persistence",
  title: "Saving in the browser",
  synonyms: [
    "persistence",
    "persistent",
    "persist",
    "local storage",
    "localstorage",
    "save",
    "saving",
    "saved",
    "remember",
    "survive reload",
    "survive refresh",
    "keep data",
    "offline storage",
    "storage",
    "stored",
  ],
  default: true,
};
export const SEARCH: BlueprintFeature = {
  id: "search",
  title: "Search",
  synonyms: [
    "search",
    "searching",
    "searchable",
    "search bar",
    "search box",
    "find",
    "lookup",
    "full text search",
  ],
  default: true,
};
export const EXPORT: BlueprintFeature = {
  id: "export",
  title: "Export",
  synonyms: [
    "export",
    "exporting",
    "exportable",
    "download",
    "downloadable",
    "backup",
    "csv",
    "csv export",
    "export csv",
    "export to csv",
    "export as csv",
    "json export",
    "export json",
    "export to json",
    "export as json",
    "csv download",
    "csv and json export",
    "json and csv export",
    "export to csv and json",
    "export to json and csv",
  ],
  default: false,
};

/** Files of `shared/files` that belong to one feature. */
export const SHARED_MODULES: Readonly<Record<string, string>> = {
  "public/lib/theme.js": "dark_mode",
  "public/lib/theme-start.js": "dark_mode",
  "test/theme.test.js": "dark_mode",
  "public/lib/download.js": "export",
  "test/download.test.js": "export",
};

/** Files of `shared/items` that belong to one feature. */
export const ITEM_MODULES: Readonly<Record<string, string>> = {
  "public/features/due-dates.js": "due_dates",
  "test/due-dates.test.js": "due_dates",
  "public/features/search.js": "search",
  "test/search.test.js": "search",
  "public/features/tags.js": "tags",
  "test/tags.test.js": "tags",
};

export const DUE_DATES: BlueprintFeature = {
  id: "due_dates",
  title: "Due dates",
  synonyms: [
    "due date",
    "duedate",
    "deadline",
    "date",
    "due",
    "due by",
    "overdue",
    "overdue highlighting",
    "overdue task",
    "due time",
    "due day",
    "target date",
  ],
  default: true,
};
export const TAGS: BlueprintFeature = {
  id: "tags",
  title: "Tags",
  synonyms: [
    "tag",
    "tagging",
    "tagged",
    "label",
    "labelling",
    "labeling",
    "category",
    "categorise",
    "categorize",
  ],
  default: false,
};
