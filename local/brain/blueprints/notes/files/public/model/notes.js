/**
 * The notes themselves: lists go in, new lists come out. A feature may have `read(fields)` (its own part of a note,
 * always well-formed), `badges(note)`, `compare(a, b)` and `matches(note, view)`.
 */
export function createNoteModel(features) {
  const call = (name, ...args) => features.filter((feature) => feature[name]).map((feature) => feature[name](...args));
  const own = (fields) => Object.assign({}, ...call("read", fields));

  return {
    add: (notes, id, now) => [...notes, { id, title: "", text: "", changed: now, ...own({}) }],
    /** Changes some fields of one note, and when it was last changed. */
    edit: (notes, id, fields, now) =>
      notes.map((note) => (note.id === id ? clean({ ...note, ...fields, changed: now }) : note)),
    remove: (notes, id) => notes.filter((note) => note.id !== id),
    /** The notes of a view: each feature's own order first, then the newest. */
    visible(notes, view) {
      return notes
        .filter((note) => call("matches", note, view).every(Boolean))
        .sort((a, b) => call("compare", a, b).find((order) => order !== 0) || b.changed - a.changed);
    },
    badges: (note) => call("badges", note).flat(),
    parse(value) {
      if (!Array.isArray(value)) throw new TypeError("notes must be a list");
      return value.filter((note) => typeof note?.id === "string").map(clean);
    },
  };

  function clean(note) {
    return {
      id: note.id,
      title: typeof note.title === "string" ? note.title.slice(0, 120) : "",
      text: typeof note.text === "string" ? note.text.slice(0, 100_000) : "",
      changed: Number.isFinite(note.changed) ? note.changed : 0,
      ...own(note),
    };
  }
}

/** What a note is called in the list: its title, else its first words. */
export function nameOf(note) {
  const first = note.text.trim().split("\n")[0].slice(0, 60);
  return note.title.trim() || first || "Untitled note";
}

/** One line of what the note says below its name. */
export function previewOf(note) {
  const text = note.title.trim() ? note.text : note.text.trim().split("\n").slice(1).join(" ");
  return text.replace(/\s+/g, " ").trim().slice(0, 90) || "No more text";
}
