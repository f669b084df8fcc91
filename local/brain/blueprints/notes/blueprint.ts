import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
import {
  DARK_MODE,
  EXPORT,
  ITEM_MODULES,
  PERSISTENCE,
  SEARCH,
  SHARED_MODULES,
  TAGS,
} from "#local/brain/blueprints/common-features.ts";
import { doing } from "#local/brain/blueprints/phrases.ts";
import {
  button,
  click,
  darkModeAcceptance,
  fill,
  notSee,
  open,
  reload,
  see,
} from "#local/brain/blueprints/steps.ts";

/** A notes app: a list beside an editor that saves while the person types. */
export const NOTES: Blueprint = {
  kind: "notes",
  stack: "static",
  title: "Notes",
  spoken: "a notes app",
  synonyms: [
    "note",
    "note app",
    "notes app",
    "note taking app",
    "note taking",
    "note taker",
    "notebook",
    "notepad",
    "note pad",
    "notebook app",
    "notepad app",
    "note keeper",
    "memo app",
    "memo pad",
    "jotter",
    "sticky note app",
  ],
  purposes: [
    ...doing(
      ["take", "write", "keep", "jot down", "organise", "organize", "write down", "store"],
      ["note", "memo", "idea", "thought"],
    ),
    "for note",
  ],
  inherent: [
    "note",
    "write",
    "writing",
    "edit",
    "editing",
    "add",
    "delete",
    "title",
    "text",
    "list",
    "autosave",
    "auto save",
    "automatically",
    "type",
    "typing",
    "take",
    "idea",
    "thought",
    "read",
    "editor",
    "sort",
    "newest",
    "entry",
    "item",
  ],
  summary: "A notes app that runs in the browser: a list of notes beside an editor that keeps what you type.",
  features: [
    SEARCH,
    DARK_MODE,
    PERSISTENCE,
    {
      id: "pins",
      title: "Pinned notes",
      synonyms: [
        "pin",
        "pinned",
        "pinning",
        "pinned note",
        "favourite",
        "favorite",
        "star",
        "starred",
        "bookmark",
      ],
      default: false,
      ask: "Should notes be pinnable?",
    },
    { ...TAGS, ask: "Should notes have tags?" },
    {
      id: "word_count",
      title: "Word count",
      spoken: "a word count",
      synonyms: ["word count", "word counter", "count word", "reading time", "character count"],
      default: false,
    },
    EXPORT,
  ],
  modules: {
    ...SHARED_MODULES,
    ...ITEM_MODULES,
    "public/features/pins.js": "pins",
    "test/pins.test.js": "pins",
    "public/features/word-count.js": "word_count",
    "test/word-count.test.js": "word_count",
  },
  folders: ["shared/look/files", "shared/files", "shared/items/files", "notes/files"],
  audit_command: "node --test",
  run_command: "npx serve public",
  acceptance,
};

const write = (title: string, text: string): AcceptanceStep[] => [
  click(button("New note")),
  fill("Title", title),
  fill("Text", text),
];

function acceptance(has: Switches, title: string): Acceptance[] {
  const promises: Acceptance[] = [
    {
      name: "The page opens and a note can be written",
      steps: [open(), see(title), ...write("Packing list", "Two shirts"), see("Packing list")],
    },
  ];
  if (has("persistence"))
    promises.push({
      name: "Notes are still there after a reload",
      steps: [open(), ...write("Recipe", "Flour and water"), reload, see("Recipe"), see("Flour and water")],
    });
  if (has("dark_mode")) promises.push(darkModeAcceptance());
  if (has("search"))
    promises.push({
      name: "Search narrows the list to matching notes",
      steps: [
        open(),
        ...write("Garden plan", "tulips"),
        ...write("Meeting", "budget"),
        fill("Search notes", "tulips"),
        see("Garden plan"),
        notSee("Meeting"),
      ],
    });
  if (has("pins"))
    promises.push({
      name: "A note can be pinned",
      steps: [open(), ...write("Passwords hint", "none"), click(button("Pin note")), see("Pinned")],
    });
  if (has("tags"))
    promises.push({
      name: "A note can be tagged",
      steps: [
        open(),
        ...write("Trip", "Lisbon"),
        fill("Tags", "travel"),
        { do: "press", target: { label: "Tags" }, key: "Enter" },
        see("#travel"),
      ],
    });
  if (has("word_count"))
    promises.push({
      name: "The words of a note are counted",
      steps: [open(), ...write("Haiku", "old pond frog leaps in"), see("5 words")],
    });
  if (has("export"))
    promises.push({
      name: "Notes can be exported",
      steps: [open(), ...write("Backup", "text"), click(button("Export JSON")), see("Exported all notes")],
    });
  return promises;
}
