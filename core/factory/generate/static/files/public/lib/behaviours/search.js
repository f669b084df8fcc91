import { h } from "../dom.js";
import { fieldsOf } from "../entity.js";
import { fill } from "../words.js";

/** A box above the records of an entity that narrows them to those with all of its words in `fields`. */
export function search({ entity, fields }) {
  const id = `search-${entity}`;
  return {
    kind: "search",
    entity,
    controls: (app, state) => [searchBox(app, state, id, fill(app.words.searchLabel, { plural: app.entities.get(entity).plural }))],
    select: (records, app, state) => {
      const wanted = folded(state.query ?? "").split(/\s+/).filter(Boolean);
      if (wanted.length === 0) return records;
      return records.filter((record) => {
        const text = folded(textOf(record, fieldsOf(app.entities.get(entity), fields), app));
        return wanted.every((word) => contains(text, word));
      });
    },
    keys: () => new Map([["/", () => document.getElementById(id)?.focus()]]),
  };
}

/** Whether a text contains a word; one of a letter or two only at the beginning of a word of the text. */
function contains(text, word) {
  if (word.length > 2) return text.includes(word);
  return text.startsWith(word) || text.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word));
}

/** A text without case and accents. */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLocaleLowerCase();
}

function textOf(record, fields, app) {
  return fields.map((field) => field.format(record[field.id], app)).join("\n");
}

function searchBox(app, state, id, label) {
  const box = h("input", {
    class: "input",
    id,
    type: "search",
    value: state.query ?? "",
    autocomplete: "off",
    oninput: () => state.set({ query: box.value }),
    onkeydown: (event) => {
      if (event.key !== "Escape" || box.value === "") return;
      event.stopPropagation();
      box.value = "";
      state.set({ query: "" });
    },
  });
  return h("div", { class: "field control control-search" }, h("label", { htmlFor: id }, label), box);
}
