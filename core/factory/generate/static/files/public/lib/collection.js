import { collect } from "./behaviours.js";
import { h, icon, replaceKeepingFocus } from "./dom.js";
import { comparing, fieldOf, ownerField } from "./entity.js";
import { openForm } from "./form.js";
import { labelButton } from "./record-parts.js";
import { viewHead } from "./view-head.js";
import { fill, inSentence } from "./words.js";

/**
 * The page of a view that shows many records of an entity: heading, primary action, the controls of behaviours, what
 * `draw(records, refresh)` makes of the records that are to be seen, and the behaviours' summaries. Without records it
 * shows how to begin; with `frame`, `draw` is called nevertheless, for a view that has a shape without records. `refresh`
 * draws again.
 *
 * The controls stay while records change; `node.update()` draws the records again.
 */
export function collectionPage(app, { id, name, entity, sort, filter, kind, frame = false }, draw) {
  const state = stateOf(app, id ?? name, () => update());
  const body = h("div", { class: `view view-${kind}` });
  const count = h("p", { class: "count", "aria-live": "polite" });
  const summary = h("div", { class: "view-summary" });
  const controls = h("div", { class: "controls" });
  const node = h("div", { class: "page" }, viewHead(app, { id, name, entity, count }), controls, body, summary);
  drawControls();
  update();
  node.update = () => {
    if (!controls.contains(document.activeElement)) drawControls();
    update();
  };
  return node;

  function drawControls() {
    const parts = collect(app, entity.id, "controls", app, state);
    controls.replaceChildren(...(parts.length > 1 ? [controlsToggle(app, state)] : []), ...parts);
    controls.hidden = controls.childNodes.length === 0 || app.records.all(entity.id).length === 0;
  }

  function update() {
    const all = app.records.all(entity.id).filter((record) => !filter || filter(record, app));
    const shown = selected(app, entity, sorted(app, entity, all, sort), state);
    count.textContent = all.length === 0 ? "" : countText(app, shown.length, all.length);
    const parts = shown.length > 0 || frame ? [draw(shown, update)].flat() : [nothing(app, entity, all.length, state)];
    replaceKeepingFocus(body, parts.filter(Boolean));
    replaceKeepingFocus(summary, shown.length > 0 ? collect(app, entity.id, "summary", shown, app) : []);
  }
}

/** On a narrow screen, all controls but the search are behind this button. */
function controlsToggle(app, state) {
  const toggle = () => {
    state.open = !state.open;
    button.setAttribute("aria-expanded", String(state.open));
  };
  const button = h(
    "button",
    { type: "button", class: "button quiet small controls-toggle", "aria-expanded": String(state.open === true), onclick: toggle },
    icon("filter"),
    app.words.filters,
  );
  return button;
}

function sorted(app, entity, records, sort) {
  return sort ? [...records].sort(comparing(app, fieldOf(entity, sort.field), sort.descending)) : records;
}

function selected(app, entity, records, state) {
  return app.behaviours
    .filter((behaviour) => behaviour.entity === entity.id && behaviour.select)
    .reduce((kept, behaviour) => behaviour.select(kept, app, state), records);
}

function countText(app, shown, all) {
  return shown === all ? fill(app.words.count, { count: all }) : fill(app.words.countOf, { count: all, shown });
}

/** What a view keeps while the app is open, such as what was searched for. */
function stateOf(app, key, update) {
  if (!app.states.has(key)) app.states.set(key, {});
  const state = app.states.get(key);
  Object.defineProperty(state, "set", {
    configurable: true,
    value: (values) => {
      Object.assign(state, values);
      update();
    },
  });
  return state;
}

function nothing(app, entity, hidden) {
  if (hidden > 0) return emptyState("search", app.words.noMatch, app.words.noMatchHint, []);
  const title = fill(app.words.empty, { plural: inSentence(entity.plural, app.locale) });
  const picture = entity.icon ?? "inbox";
  if (ownerField(entity)) return emptyState(picture, title, "", []);
  const first = { id: "first", label: fill(app.words.newRecord, { name: entity.name }), icon: "plus", run: () => openForm(app, entity) };
  return emptyState(picture, title, app.words.emptyHint, [
    labelButton(first, ""),
    ...collect(app, entity.id, "empty", app).map((action) => labelButton(action, "quiet")),
  ]);
}

function emptyState(name, title, hint, buttons) {
  return h("div", { class: "card empty" }, icon(name), h("strong", {}, title), hint && h("p", {}, hint), buttons.length > 0 && h("div", { class: "empty-actions" }, buttons));
}
