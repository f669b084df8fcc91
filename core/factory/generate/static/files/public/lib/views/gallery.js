import { collectionPage } from "../collection.js";
import { h, icon } from "../dom.js";
import { fieldsOf, pathOf, titleOf } from "../entity.js";
import { showPicture } from "../images.js";
import { actions, badges, facts, pickers, recordLink } from "../record-parts.js";

/** The records of an entity as cards with their pictures. */
export function galleryView(app, { id, name, entity, image, fields, sort, filter }) {
  const shown = fieldsOf(entity, fields).filter((field) => field.id !== entity.display && field.id !== image);
  const draw = (records) => h("ul", { class: "gallery" }, records.map((record) => card(app, { entity, image, shown }, record)));
  return { id, name, path: `/${id}`, icon: "gallery", render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "gallery" }, draw) };
}

function card(app, { entity, image, shown }, record) {
  return h(
    "li",
    { class: "gallery-card card", "data-record": record.id },
    picture(app, entity, record[image], record),
    h(
      "div",
      { class: "gallery-text" },
      h("div", { class: "gallery-name" }, pickers(app, entity, record), recordLink(app, entity, record)),
      h("div", { class: "badges" }, badges(app, entity, record)),
      facts(app, shown, record),
      actions(app, entity, record),
    ),
  );
}

/** The name stands beside the picture as a link, so the picture itself is skipped by the Tab key. */
function picture(app, entity, kept, record) {
  if (!kept) return h("div", { class: "gallery-picture gallery-none" }, icon("gallery"));
  const image = showPicture(h("img", { alt: titleOf(app, entity, record), loading: "lazy", decoding: "async" }), kept);
  return h("a", { class: "gallery-picture", href: `#${pathOf(entity, record)}`, tabindex: "-1" }, image);
}
