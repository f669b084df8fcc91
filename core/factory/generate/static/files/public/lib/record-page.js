import { collect } from "./behaviours.js";
import { h, icon, replaceAround, replaceKeepingFocus } from "./dom.js";
import { namedBy, ownerField, pathOf, titleOf } from "./entity.js";
import { isEmpty } from "./field.js";
import { openForm } from "./form.js";
import { actionsOf, badges, cellOf, facts, labelButton, recordLink } from "./record-parts.js";
import { fill, inSentence } from "./words.js";

/**
 * The page of one record: its fields, what behaviours add, what can be done with it, and the records that name it. The
 * card with the editors of behaviours stays in its place when the rest is drawn again.
 */
export function recordPage(app, entity, fields, id) {
  const first = app.records.get(entity.id, id);
  if (!first) return missing(app);
  const editors = collect(app, entity.id, "editor", first, app);
  if (editors.length === 0) return h("div", { class: "page record-page" }, head(app, entity, first), body(app, entity, fields, first));
  const shown = fields.filter((field) => !editors.some((editor) => editor.field === field.id));
  const card = h("div", { class: "card record" }, editors.map(({ node }) => node));
  const node = h("div", { class: "page record-page" }, head(app, entity, first), card, body(app, entity, shown, first));
  node.update = () => {
    const record = app.records.get(entity.id, id);
    if (!record) return replaceKeepingFocus(node, [missing(app)]);
    for (const editor of editors) editor.update(record);
    replaceAround(node, card, head(app, entity, record), body(app, entity, shown, record));
  };
  return node;
}

function head(app, entity, record) {
  return [
    backLink(app, entity, record),
    h(
      "div",
      { class: "view-head" },
      h("div", { class: "view-title" }, h("h1", { tabIndex: -1 }, titleOf(app, entity, record)), h("p", { class: "badges" }, badges(app, entity, record))),
      h("div", { class: "button-row" }, actionsOf(app, entity, record).map((action) => labelButton(leaving(app, entity, record, action)))),
    ),
  ];
}

/** What the record holds, what behaviours add to it, and the records that name it. */
function body(app, entity, fields, record) {
  const shown = fields.filter((field) => field.id !== entity.display);
  const held = [details(app, shown, record), ...collect(app, entity.id, "detail", record, app)].filter(Boolean);
  const card = held.length > 0 ? [h("div", { class: "card record" }, held)] : [];
  return [...card, ...namedBy(app, entity.id).map((other) => relatedPart(app, other, entity, record))];
}

/** The action; once the record is deleted, its page is left. */
function leaving(app, entity, record, action) {
  if (action.id !== "delete") return action;
  const { href } = backTarget(app, entity, record);
  return { ...action, run: async () => (await action.run()) && app.open(href.slice(1)) };
}

function missing(app) {
  return h(
    "div",
    { class: "page" },
    h("div", { class: "card empty" }, icon("search"), h("h1", { tabIndex: -1 }, app.words.notFound), h("p", {}, app.words.notFoundHint), h("a", { class: "button", href: "#/" }, app.words.home)),
  );
}

function backLink(app, entity, record) {
  const { href, name } = backTarget(app, entity, record);
  return h("nav", { class: "back", "aria-label": app.words.back }, icon("left"), h("a", { href }, name));
}

/** The record that this one belongs to, or the first view of its entity that is no sheet for printing. */
function backTarget(app, entity, record) {
  const owner = ownerField(entity);
  const ownerEntity = owner && app.entities.get(owner.reference.entity);
  const ownerRecord = owner && app.records.get(ownerEntity.id, [record[owner.id]].flat()[0]);
  if (ownerRecord) return { href: `#${pathOf(ownerEntity, ownerRecord)}`, name: titleOf(app, ownerEntity, ownerRecord) };
  const pages = app.pages.filter((each) => each.entity === entity.id);
  const page = pages.find(({ sheet }) => !sheet) ?? pages[0] ?? app.pages[0];
  return { href: `#${page.path}`, name: page.entity === entity.id ? entity.plural : page.name };
}

function details(app, fields, record) {
  if (fields.length === 0) return null;
  const row = (field) => [
    h("dt", {}, field.name),
    h("dd", { class: `value-${field.type}` }, isEmpty(record[field.id]) && field.type !== "boolean" ? h("span", { class: "nothing" }, "–") : cellOf(app, field, record)),
  ];
  return h("dl", { class: "details" }, fields.map((field) => h("div", { "data-field": field.id }, row(field))));
}

/** The records of another entity that name this one, with a button that adds one. */
function relatedPart(app, { entity, field }, target, record) {
  const found = app.records.naming(entity.id, field.id, record.id);
  const several = namedBy(app, target.id).filter((each) => each.entity === entity).length > 1;
  const heading = several ? `${entity.plural} (${field.name})` : entity.plural;
  const id = `related-${entity.id}-${field.id}`;
  const others = entity.fields.filter((each) => each !== field && each.id !== entity.display && !each.reference).slice(0, 4);
  const preset = { [field.id]: field.reference.many ? [record.id] : record.id };
  const add = { id: "add", key: `add-${id}`, label: fill(app.words.addRecord, { name: entity.name }), icon: "plus", run: () => openForm(app, entity, null, { preset }) };
  return h(
    "section",
    { class: "related", "aria-labelledby": id },
    h("div", { class: "related-head" }, h("h2", { id }, heading, h("span", { class: "badge" }, String(found.length))), labelButton(add)),
    found.length === 0
      ? h("p", { class: "nothing" }, fill(app.words.empty, { plural: inSentence(entity.plural, app.locale) }))
      : h("ul", { class: "card records" }, found.map((each) => h("li", { class: "record-row" }, h("div", { class: "record-main" }, recordLink(app, entity, each), h("div", { class: "badges" }, badges(app, entity, each)), facts(app, others, each))))),
  );
}
