import { announce, h, ICONS, icon, replaceKeepingFocus } from "./lib/dom.js";
import { createStore } from "./lib/store.js";
import { createTaskModel } from "./model/tasks.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature due_dates */
import { dueDates } from "./features/due-dates.js";
/* @end */
/* @feature priorities */
import { priorities } from "./features/priorities.js";
/* @end */
/* @feature tags */
import { tags, tagsOf } from "./features/tags.js";
/* @end */
/* @feature search */
import { search } from "./features/search.js";
/* @end */
/* @feature export */
import { exportTasks } from "./features/export.js";
/* @end */

/** What a task can have beyond title and state. Each feature reads, shows, sorts or filters; none knows the page. */
const features = [
  /* @feature due_dates */
  dueDates,
  /* @end */
  /* @feature priorities */
  priorities,
  /* @end */
  /* @feature tags */
  tags,
  /* @end */
  /* @feature search */
  search,
  /* @end */
];

const model = createTaskModel(features);
const store = createStore({
  key: "{{project_name}}.tasks",
  version: 1,
  parse: model.parse,
  empty: () => [],
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
const view = { show: "all", query: "", tag: "" };
const $ = (id) => document.getElementById(id);

function change(tasks, said) {
  const kept = store.set(tasks);
  announce(kept ? said : `${said} The browser's storage is full: this will not be kept.`);
}

function render() {
  const tasks = store.get();
  const shown = model.visible(tasks, view);
  const { open, done } = model.count(tasks);
  replaceKeepingFocus($("tasks"), shown.map(taskRow));
  $("progress").textContent = progressText(open, done);
  $("count").textContent = `${open} open, ${done} done`;
  $("count").hidden = tasks.length === 0;
  $("clear").hidden = done === 0;
  $("empty").hidden = shown.length > 0;
  $("empty").replaceChildren(...emptyText(tasks.length));
  for (const button of $("filters").children)
    button.setAttribute("aria-pressed", String(button.dataset.show === view.show));
  /* @feature tags */
  const known = tagsOf(tasks);
  if (!known.includes(view.tag)) view.tag = "";
  replaceKeepingFocus($("tag-filter"), known.map(tagButton));
  /* @end */
}

function progressText(open, done) {
  if (open + done === 0) return "Nothing planned yet.";
  if (open === 0) return "Everything is done. Well done!";
  return open === 1 ? "One thing left to do." : `${open} things left to do.`;
}

function emptyText(total) {
  const [title, hint] =
    total === 0
      ? ["A clear desk", "Add your first task above."]
      : ["No task matches", "Show all tasks, or look for something else."];
  return [icon(total === 0 ? ICONS.inbox : ICONS.search), h("strong", {}, title), h("span", {}, hint)];
}

function taskRow(task) {
  const toggle = () => change(model.toggle(store.get(), task.id), task.done ? "Opened again." : "Done.");
  return h(
    "li",
    { class: task.done ? "task done" : "task" },
    h(
      "div",
      { class: "task-main" },
      h("input", {
        type: "checkbox",
        class: "task-check",
        id: `check-${task.id}`,
        checked: task.done,
        "aria-label": `Complete: ${task.title}`,
        onchange: toggle,
      }),
      h(
        "div",
        {},
        h("p", { class: "task-title" }, task.title),
        h("p", { class: "badges" }, model.badges(task, new Date()).map(badge)),
      ),
    ),
    h(
      "button",
      { type: "button", class: "icon-button", id: `edit-${task.id}`, "aria-label": `Edit: ${task.title}`, onclick: () => edit(task) },
      icon(ICONS.pencil),
    ),
    h(
      "button",
      {
        type: "button",
        class: "icon-button danger",
        "aria-label": `Delete: ${task.title}`,
        onclick: () => {
          change(model.remove(store.get(), task.id), `Deleted “${task.title}”.`);
          $("tasks").focus();
        },
      },
      icon(ICONS.trash),
    ),
  );
}

function badge({ text, tone }) {
  return h("span", { class: tone ? `badge ${tone}` : "badge" }, text);
}

/** Edits in a dialog whose fields are copies of the composer's own, so that both always offer the same. */
function edit(task) {
  const values = model.toForm(task);
  const fields = [...$("composer").querySelectorAll("[name]")].map((original) => {
    const field = original.cloneNode(true);
    field.id = `edit-${original.name}`;
    field.value = values[original.name] ?? "";
    const name = original.name === "title" ? "Title" : original.labels[0].textContent;
    return h("div", { class: "field" }, h("label", { htmlFor: field.id }, name), field);
  });
  const form = h(
    "form",
    { class: "stack", autocomplete: "off" },
    fields,
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", class: "button quiet", onclick: () => dialog.close() }, "Cancel"),
      h("button", { type: "submit", class: "button" }, "Save changes"),
    ),
  );
  const dialog = h("dialog", { "aria-labelledby": "edit-heading" }, h("h2", { id: "edit-heading" }, "Edit task"), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(model.edit(store.get(), task.id, Object.fromEntries(new FormData(form))), "Saved.");
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    $(`edit-${task.id}`)?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const fields = { ...Object.fromEntries(new FormData(form)), id: crypto.randomUUID() };
  const next = model.add(store.get(), fields);
  if (next === store.get()) return announce("A task needs a title.");
  change(next, "Task added.");
  form.reset();
  $("new-title").focus();
});
$("filters").addEventListener("click", (event) => {
  view.show = event.target.dataset.show ?? view.show;
  render();
});
$("clear").addEventListener("click", () => {
  change(model.clearDone(store.get()), "Completed tasks cleared.");
  $("new-title").focus();
});
/* @feature search */
$("query").addEventListener("input", (event) => {
  view.query = event.target.value;
  render();
});
/* @end */
/* @feature tags */
function tagButton(tag) {
  const pick = () => {
    view.tag = view.tag === tag ? "" : tag;
    render();
  };
  return h("button", { type: "button", id: `tag-${tag}`, "aria-pressed": String(view.tag === tag), onclick: pick }, `#${tag}`);
}
/* @end */
/* @feature export */
for (const format of ["csv", "json"])
  $(`export-${format}`).addEventListener("click", () => {
    const tasks = store.get();
    exportTasks(tasks, format, "{{project_name}}");
    announce(`Exported ${tasks.length} ${tasks.length === 1 ? "task" : "tasks"}.`);
  });
/* @end */
/* @feature dark_mode */
setUpTheme($("theme"));
/* @end */

store.subscribe(render);
render();
