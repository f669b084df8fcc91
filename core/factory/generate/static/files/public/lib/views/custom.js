import { customApi } from "../custom-api.js";
import { h } from "../dom.js";
import { viewHead } from "../view-head.js";

/** Loads the module that fills a slot. */
const loadSlot = (id) => import(`../../custom/${id}.js`);

/**
 * A page that `public/custom/<id>.js` draws, a file that is not generated. It exports `render(container, api)`, which
 * is called with an empty element when the page opens and after each change of records. A slot that is missing or fails
 * leaves a sentence in its place; the rest of the app is not affected.
 */
export function customView(app, { id, name, entity, load = loadSlot }) {
  const render = () => {
    const place = h("div", { class: "card custom", id: `custom-${id}` }, app.words.loading);
    const node = h("div", { class: "page" }, viewHead(app, { id, name, entity, count: null }), place);
    const slot = load(id).catch(() => null);
    node.update = () => draw(app, slot, place);
    node.ready = node.update();
    return node;
  };
  return { id, name, path: `/${id}`, icon: "star", render };
}

async function draw(app, slot, place) {
  const module = await slot;
  if (!module) return tell(place, "missing", app.words.customMissing);
  const content = h("div");
  try {
    await module.render(content, customApi(app));
    place.replaceChildren(content);
    place.dataset.state = "ready";
  } catch (error) {
    console.error(error);
    tell(place, "failed", app.words.customFailed);
  }
}

function tell(place, state, text) {
  place.replaceChildren(h("p", { role: "alert" }, text));
  place.dataset.state = state;
}
