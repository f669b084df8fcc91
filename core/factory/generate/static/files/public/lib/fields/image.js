import { h } from "../dom.js";
import { field } from "../field.js";
import { keepPicture, showPicture } from "../images.js";
import { isKept } from "../kept-files.js";
import { compareText } from "../text-field.js";
import { fill } from "../words.js";

/** A picture, kept in the browser with at most 1600 pixels on its longest side, and shown as a thumbnail. */
export function image(options) {
  return field(options, {
    type: "image",
    accepts: (value) => value === null || isKept(value),
    invalid: ({ words }) => fill(words.imageInvalid, { name: options.name }),
    format: (value) => value?.name ?? "",
    cell: (value) => (value ? showPicture(h("img", { class: "thumbnail", alt: value.name }), value) : ""),
    input,
    compare: (a, b, app) => compareText(a.name, b.name, app),
    fromText: (text) => (text.trim() === "" ? null : undefined),
  });
}

/** A picture that is not yet ready or cannot be shown is `undefined`, which the form refuses. */
function input(value, { words }, { id, describedBy }) {
  let chosen = value ?? null;
  const control = h("input", { class: "input", id, type: "file", accept: "image/*", "aria-describedby": describedBy });
  const shown = h("span", { class: "chosen", role: "status" });
  const remove = h("button", { class: "button quiet", type: "button" }, words.imageRemove);
  const show = (next, message) => {
    chosen = next;
    shown.replaceChildren(next ? showPicture(h("img", { class: "thumbnail", alt: next.name }), next) : (message ?? ""));
    remove.hidden = next === null;
  };
  control.addEventListener("change", async () => {
    const [file] = control.files;
    if (!file) return;
    show(undefined, words.imagePreparing);
    const picture = await keepPicture(file).catch(() => undefined);
    if (control.files[0] === file) show(picture, words.imageUnreadable);
  });
  remove.addEventListener("click", () => {
    control.value = "";
    show(null);
    control.focus();
  });
  show(chosen);
  return { node: h("span", { class: "file-input" }, shown, control, remove), control, read: () => chosen };
}
