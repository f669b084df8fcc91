import { h } from "./dom.js";

/** Tells the person, above the page, that stored data was put aside, and offers it as a file. Without a page, nothing. */
export function tellUnreadable({ name, text, discard }) {
  if (!globalThis.document) return;
  const file = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const notice = h(
    "aside",
    { class: "notice", role: "alert" },
    h("p", {}, "{{say_unreadable}}"),
    h(
      "div",
      { class: "actions" },
      h("a", { class: "button small", href: file, download: `${name}.txt` }, "{{say_download_it}}"),
      h("button", { type: "button", class: "button quiet small", onclick: close }, "{{say_keep_it}}"),
      h("button", { type: "button", class: "button quiet small", onclick: remove }, "{{say_delete_it}}"),
    ),
  );
  document.body.prepend(notice);

  function close() {
    URL.revokeObjectURL(file);
    notice.remove();
  }

  function remove() {
    if (!confirm("{{say_delete_sure}}")) return;
    discard();
    close();
  }
}
