import assert from "node:assert/strict";
import { test } from "node:test";
import "../support/browser.js";
import { settled } from "../support/app.js";
import { DomEvent } from "../support/dom.js";
import { h } from "../../public/lib/dom.js";
import { createToast } from "../../public/lib/toast.js";

function shown() {
  const toast = createToast({ undo: "Undo", undone: "Undone" });
  const heading = h("h1", { tabindex: "-1" }, "Plants");
  const other = h("button", {}, "Edit");
  document.body.replaceChildren(toast.node, h("main", {}, heading, other));
  return { toast, heading, other };
}

test("who deleted a record by keyboard has the focus on the button that restores it, and then on the heading", async () => {
  const { toast, heading } = shown();
  let undone = false;
  heading.focus();
  toast.offerUndo("Fern was deleted.", () => {
    undone = true;
  });
  assert.equal(document.activeElement.textContent, "Undo");
  document.activeElement.click();
  await settled();
  assert.equal(undone, true);
  assert.equal(document.activeElement, heading);
});

test("a message does not take the focus from a control that is still there, and Escape closes it", () => {
  const { toast, heading, other } = shown();
  other.focus();
  toast.offerUndo("Fern was changed.", () => {});
  assert.equal(document.activeElement, other);
  toast.node.dispatchEvent(new DomEvent("keydown", { key: "Escape" }));
  assert.equal(toast.node.hidden, true);
  assert.equal(document.activeElement, heading);
});
