import { focusHeading, h } from "./dom.js";

/** How long a message stays, in milliseconds; one with an action stays longer, and for as long as it is pointed at. */
const STAYS = 6_000;
const STAYS_WITH_ACTION = 12_000;

/**
 * The place where the app tells what it has done: a live region with one message at a time. `announce(text, tone)` shows
 * a message, `offerUndo(text, undo)` one with a button that takes the change back. The button has the focus at once where
 * the control that was used by keyboard is gone, as that of a deleted record: it would be far away otherwise.
 */
export function createToast(words) {
  const message = h("p", { class: "toast-text", role: "status" });
  const actions = h("div", { class: "toast-actions" });
  const node = h("div", { class: "toast", hidden: true, onpointerenter: hold, onpointerleave: release, onfocusin: hold, onfocusout: release, onkeydown: closeOnEscape }, message, actions);
  let timer;
  let stays = STAYS;

  function show(text, tone, buttons) {
    message.textContent = text;
    node.dataset.tone = tone ?? "";
    actions.replaceChildren(...buttons);
    node.hidden = false;
    stays = buttons.length > 0 ? STAYS_WITH_ACTION : STAYS;
    release();
  }

  function hold() {
    clearTimeout(timer);
  }

  function release() {
    clearTimeout(timer);
    timer = setTimeout(close, stays);
    timer.unref?.();
  }

  function close() {
    clearTimeout(timer);
    node.hidden = true;
    message.textContent = "";
    actions.replaceChildren();
  }

  function closeOnEscape(event) {
    if (event.key !== "Escape") return;
    close();
    focusHeading();
  }

  return {
    node,
    announce: (text, tone) => show(text, tone, []),
    offerUndo(text, undo) {
      const run = async () => {
        const hadFocus = actions.contains(document.activeElement);
        close();
        await undo();
        show(words.undone, "", []);
        if (hadFocus) focusHeading();
      };
      const button = h("button", { type: "button", class: "toast-button", onclick: run }, words.undo);
      show(text, "", [button]);
      const at = document.activeElement;
      if (at?.tagName === "H1" && at.matches(":focus-visible")) button.focus();
    },
  };
}
