import { announce, h, ICONS, icon, replaceKeepingFocus } from "./lib/dom.js";
import { createStore } from "./lib/store.js";
import { createNoteModel, nameOf, previewOf } from "./model/notes.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature pins */
import { pins } from "./features/pins.js";
/* @end */
/* @feature tags */
import { tags } from "./features/tags.js";
/* @end */
/* @feature search */
import { search } from "./features/search.js";
/* @end */
/* @feature word_count */
import { wordCountText } from "./features/word-count.js";
/* @end */
/* @feature export */
import { download } from "./lib/download.js";
/* @end */

/** What a note can have beyond title and text. */
const features = [
  /* @feature pins */
  pins,
  /* @end */
  /* @feature tags */
  tags,
  /* @end */
  /* @feature search */
  search,
  /* @end */
];

const model = createNoteModel(features);
const store = createStore({
  key: "{{project_name}}.notes",
  version: 1,
  parse: model.parse,
  empty: () => [],
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
const view = { query: "", tag: "" };
const $ = (id) => document.getElementById(id);
let currentId = model.visible(store.get(), view)[0]?.id ?? null;
const current = () => store.get().find(({ id }) => id === currentId);

function renderList() {
  const notes = store.get();
  const shown = model.visible(notes, view);
  replaceKeepingFocus($("notes"), shown.map(noteLink));
  $("no-match").hidden = shown.length > 0 || notes.length === 0;
  $("count").textContent = notes.length === 1 ? "One note" : `${notes.length} notes`;
  $("sheet").hidden = !current();
  $("empty").hidden = Boolean(current());
}

function noteLink(note) {
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: "note-link",
        id: `note-${note.id}`,
        "aria-current": String(note.id === currentId),
        onclick: () => show(note.id),
      },
      h("strong", {}, nameOf(note)),
      h("span", { class: "preview" }, previewOf(note)),
      h(
        "span",
        { class: "badges" },
        model.badges(note).map(({ text, tone }) => h("span", { class: tone ? `badge ${tone}` : "badge" }, text)),
      ),
    ),
  );
}

/** Opens a note in the editor. The field that is typed in is filled here alone, so that it never loses the cursor. */
function show(id) {
  currentId = id;
  $("saved").textContent = "";
  fillFields();
  renderDetails();
  renderList();
}

/** Fills the editor's fields; `typing`, the one that the person writes in, is left alone. */
function fillFields(typing = null) {
  const note = current();
  if (!note) return;
  const fields = {
    title: note.title,
    text: note.text,
    /* @feature tags */
    tags: note.tags.join(", "),
    /* @end */
  };
  for (const [id, value] of Object.entries(fields)) if ($(id) !== typing && $(id).value !== value) $(id).value = value;
}

function renderDetails() {
  const note = current();
  if (!note) return;
  /* @feature pins */
  $("pin").setAttribute("aria-pressed", String(note.pinned));
  $("pin").setAttribute("aria-label", note.pinned ? "Unpin note" : "Pin note");
  /* @end */
  /* @feature word_count */
  $("words").textContent = wordCountText(note.text);
  /* @end */
}

function edit(fields) {
  const kept = store.set(model.edit(store.get(), currentId, fields, Date.now()));
  $("saved").textContent = kept ? "Saved" : "Not saved: the browser's storage is full";
}

$("new").addEventListener("click", () => {
  const id = crypto.randomUUID();
  store.set(model.add(store.get(), id, Date.now()));
  show(id);
  $("title").focus();
});
$("title").addEventListener("input", () => edit({ title: $("title").value }));
$("text").addEventListener("input", () => edit({ text: $("text").value }));
$("delete").append(icon(ICONS.trash));
$("delete").addEventListener("click", () => {
  const name = nameOf(current());
  store.set(model.remove(store.get(), currentId));
  show(model.visible(store.get(), view)[0]?.id ?? null);
  announce(`Deleted “${name}”.`);
  $("new").focus();
});
$("empty").append(
  icon(ICONS.note),
  h("strong", {}, "Nothing written yet"),
  h("span", {}, "Start with “New note”. It is saved as you type."),
);
/* @feature pins */
$("pin").append(icon(ICONS.pin));
$("pin").addEventListener("click", () => edit({ pinned: !current().pinned }));
/* @end */
/* @feature tags */
$("tags").addEventListener("change", () => edit({ tags: $("tags").value }));
/* @end */
/* @feature search */
$("query").addEventListener("input", () => {
  view.query = $("query").value;
  renderList();
});
/* @end */
/* @feature export */
$("export").addEventListener("click", () => {
  download("{{project_name}}.json", "application/json", `${JSON.stringify(store.get(), null, 2)}\n`);
  announce("Exported all notes.");
});
/* @end */
/* @feature dark_mode */
setUpTheme($("theme"));
/* @end */

store.subscribe(() => {
  // Another tab may have deleted the note that is open here, or changed it.
  if (currentId !== null && !current()) return show(model.visible(store.get(), view)[0]?.id ?? null);
  fillFields(document.activeElement);
  renderDetails();
  renderList();
});
show(currentId);
