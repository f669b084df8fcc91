import { h, ICONS, icon } from "../lib/dom.js";
import { questionFault } from "../model/quiz.js";

/** Questions from storage: what cannot be used is left out; throws when it is no list. */
export function parseQuestions(value) {
  if (!Array.isArray(value)) throw new TypeError("questions must be a list");
  return value
    .filter((question) => question && questionFault(question) === "")
    .map(({ text, options, answer, why }) => ({ text, options, answer, why: typeof why === "string" ? why : "" }));
}

/** A question from the editor's form: `option-0` to `option-3` (the last two may be empty), `answer` from 1. */
export function readQuestion(fields) {
  const options = [0, 1, 2, 3].map((index) => String(fields[`option-${index}`] ?? "").trim());
  return {
    text: String(fields.text ?? "").trim(),
    options: options.filter((option, index) => index < 2 || option !== ""),
    answer: Number(fields.answer) - 1,
    why: "",
  };
}

/** Shows the editor in a dialog: the person's own questions, and a form for one more. */
export function openEditor(store) {
  const list = h("ul", { class: "own" });
  const fault = h("p", { class: "badge danger", role: "alert", hidden: true });
  const field = (label, name, more = {}) =>
    h("div", { class: "field" }, h("label", { htmlFor: `own-${name}` }, label), h("input", { class: "input", id: `own-${name}`, name, maxlength: 160, ...more }));
  const form = h(
    "form",
    { class: "stack", autocomplete: "off", noValidate: true },
    field("Question text", "text"),
    [1, 2, 3, 4].map((number) => field(`Option ${number}`, `option-${number - 1}`)),
    field("Number of the right option", "answer", { inputMode: "numeric", value: "1" }),
    fault,
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", class: "button quiet", onclick: () => dialog.close() }, "Close"),
      h("button", { type: "submit", class: "button" }, "Add question"),
    ),
  );
  const render = () =>
    list.replaceChildren(
      ...store.get().map((question) =>
        h(
          "li",
          {},
          question.text,
          h(
            "button",
            {
              type: "button",
              class: "icon-button danger",
              "aria-label": `Delete: ${question.text}`,
              onclick: () => remove(question),
            },
            icon(ICONS.trash),
          ),
        ),
      ),
    );
  /** What was deleted last, which can be undone until the editor is closed. */
  let deleted = null;
  const undoButton = h("button", { type: "button", class: "button quiet small", hidden: true, onclick: undo }, "Undo");
  const note = h("p", { class: "actions" }, h("span", { role: "status" }), undoButton);

  function remove(question) {
    deleted = question;
    note.firstChild.textContent = `Deleted “${question.text}”.`;
    undoButton.hidden = false;
    store.set(store.get().filter((other) => other !== question));
    undoButton.focus();
  }

  function undo() {
    store.set([...store.get(), deleted]);
    note.firstChild.textContent = "Undone.";
    undoButton.hidden = true;
    form.elements.text.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = readQuestion(Object.fromEntries(new FormData(form)));
    fault.textContent = questionFault(question);
    fault.hidden = fault.textContent === "";
    if (!fault.hidden) return;
    store.set([...store.get(), question]);
    form.reset();
    form.elements.text.focus();
  });
  const leave = store.subscribe(render);
  const dialog = h("dialog", { "aria-labelledby": "own-title" }, h("h2", { id: "own-title" }, "Own questions"), list, note, form);
  dialog.addEventListener("close", () => {
    leave();
    dialog.remove();
  });
  render();
  document.body.append(dialog);
  dialog.showModal();
}
