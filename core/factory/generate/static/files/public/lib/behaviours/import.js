import { h } from "../dom.js";
import { planImport } from "../import-plan.js";
import { newId } from "../identifiers.js";
import { fill } from "../words.js";

const FAULTS_SHOWN = 8;
/** The largest file that is read, in bytes. */
const MAX_BYTES = 50_000_000;

/** Reads records from a CSV or JSON file, after showing what would be added and changed. */
export function importing() {
  return {
    kind: "import",
    menu: (app) => [{ id: "import", label: app.words.import, icon: "upload", run: () => openDialog(app) }],
  };
}

function openDialog(app) {
  const file = h("input", { type: "file", id: "import-file", accept: ".csv,.json,text/csv,application/json", onchange: read });
  const target = h("select", { class: "input", id: "import-entity", onchange: read }, [...app.entities.values()].map(({ id, plural }) => h("option", { value: id }, plural)));
  const preview = h("div", { class: "import-preview", role: "status" });
  const dialog = h(
    "dialog",
    { class: "dialog import", "aria-labelledby": "import-title", onclose: () => dialog.remove() },
    h("h2", { id: "import-title" }, app.words.importTitle),
    app.entities.size > 1 && h("div", { class: "field" }, h("label", { htmlFor: "import-entity" }, app.words.importInto), target),
    h("div", { class: "field" }, h("label", { htmlFor: "import-file" }, app.words.importFile), file),
    preview,
    h("button", { type: "button", class: "button quiet", onclick: () => dialog.close() }, app.words.cancel),
  );
  document.body.append(dialog);
  dialog.showModal();

  async function read() {
    const [chosen] = file.files;
    if (!chosen) return;
    if (chosen.size > MAX_BYTES) {
      preview.replaceChildren(h("p", { class: "fault" }, app.words.importTooLarge));
      return;
    }
    const plan = planImport(app, { text: await chosen.text(), entity: app.entities.get(target.value) });
    preview.replaceChildren(...previewOf(app, plan, (replace) => carryOut(app, plan, replace, dialog)));
  }
}

/** What an import would do, with the button that does it. Records that are there are changed only if that is chosen. */
function previewOf(app, plan, run) {
  const { added, changed, same, faults } = plan;
  const replace = h("input", { type: "checkbox", id: "import-replace", onchange: update });
  const button = h("button", { type: "button", class: "button", onclick: () => run(replace.checked) }, app.words.importRun);
  update();
  return [
    h("p", {}, fill(app.words.importAdded, { count: added.length })),
    same > 0 && h("p", {}, fill(app.words.importSame, { count: same })),
    changed.length > 0 && h("p", { class: "control-check" }, replace, h("label", { htmlFor: "import-replace" }, fill(app.words.importReplace, { count: changed.length }))),
    faults.length > 0 && h("p", { class: "fault" }, fill(app.words.importFaults, { count: faults.length })),
    h("ul", { class: "import-faults" }, faults.slice(0, FAULTS_SHOWN).map((fault) => h("li", {}, fault))),
    button,
  ].filter(Boolean);

  function update() {
    button.disabled = added.length === 0 && !(replace.checked && changed.length > 0);
  }
}

async function carryOut(app, { added, changed }, replace, dialog) {
  const edits = [...added, ...(replace ? changed : [])];
  for (const edit of edits) edit.record.id ??= newId();
  if (!(await app.attempt(() => app.records.saveAll(edits)))) return;
  dialog.close();
  app.offerUndo(fill(app.words.importDone, { count: edits.length }), () => undo(app, edits));
}

/** Removes what was added and gives records that were changed their values again. */
async function undo(app, edits) {
  const changed = edits.filter(({ base }) => base).map(({ entityId, record, base }) => ({ entityId, record: { ...base }, base: record }));
  const [first, ...others] = edits.filter(({ base }) => !base).map(({ entityId, record }) => [entityId, record.id]);
  if (changed.length > 0) await app.records.saveAll(changed);
  if (first) await app.records.remove(...first, others);
}
