import { h } from "../dom.js";
import { field } from "../field.js";
import { downloadFile, isKept, keep, sizeText } from "../kept-files.js";
import { compareText } from "../text-field.js";
import { fill } from "../words.js";

/** The largest file that is kept, in bytes. */
const MAX_SIZE = 20_000_000;

/** A file, kept in the browser and offered as a download. */
export function file(options) {
  return field(options, {
    type: "file",
    accepts: (value) => value === null || isKept(value),
    check: (value, app) =>
      value && value.size > MAX_SIZE ? fill(app.words.fileTooLarge, { name: options.name, max: sizeText(MAX_SIZE, app) }) : null,
    format: (value) => value?.name ?? "",
    cell: (value, app) => (value ? download(value, app) : ""),
    input,
    compare: (a, b, app) => compareText(a.name, b.name, app),
    fromText: (text) => (text.trim() === "" ? null : undefined),
  });
}

function download(value, app) {
  const button = h("button", { type: "button", onclick: () => downloadFile(value) }, value.name);
  return h("span", { class: "file" }, button, h("span", { class: "file-size" }, sizeText(value.size, app)));
}

function input(value, app, { id, describedBy }) {
  let chosen = value ?? null;
  const control = h("input", { class: "input", id, type: "file", "aria-describedby": describedBy });
  const shown = h("span", { class: "chosen" });
  const remove = h("button", { class: "button quiet", type: "button" }, app.words.fileRemove);
  const show = (next) => {
    chosen = next;
    shown.textContent = next ? `${next.name} (${sizeText(next.size, app)})` : "";
    remove.hidden = next === null;
  };
  control.addEventListener("change", () => control.files[0] && show(keep(control.files[0].name, control.files[0])));
  remove.addEventListener("click", () => {
    control.value = "";
    show(null);
    control.focus();
  });
  show(chosen);
  return { node: h("span", { class: "file-input" }, control, shown, remove), control, read: () => chosen };
}
