import { h } from "./dom.js";

/** Tells the person, above the page, that stored data was put aside, and offers it as a file. Without a page, nothing. */
export function tellUnreadable({ name, text, discard }) {
  if (!globalThis.document) return;
  const file = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const notice = h(
    "aside",
    { class: "notice", role: "alert" },
    h("p", {}, "Some stored data could not be read. It was put aside; nothing of it was deleted."),
    h(
      "div",
      { class: "actions" },
      h("a", { class: "button small", href: file, download: `${name}.txt` }, "Download it"),
      h("button", { type: "button", class: "button quiet small", onclick: close }, "Keep it for later"),
      h("button", { type: "button", class: "button quiet small", onclick: remove }, "Delete it"),
    ),
  );
  document.body.prepend(notice);

  function close() {
    URL.revokeObjectURL(file);
    notice.remove();
  }

  function remove() {
    if (!confirm("Delete the data that could not be read? It cannot be brought back.")) return;
    discard();
    close();
  }
}
