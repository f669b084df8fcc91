import { make } from "./make.js";

/** In this order: first what is not built. Context, such as `please`, is not shown. */
const OUTCOMES = ["refused", "asked", "met", "met_by_kind"];
const MARKS = { refused: "✗", asked: "?", met: "✓", met_by_kind: "✓" };
/** The kind of a plan that a model designed. */
const DESIGNED = "custom";

/** Shows a plan in its section: what is built, what becomes of each word of the request, and what limits it. */
export function showPlan(section, plan, notices) {
  const part = (name) => section.querySelector(`.${name}`);
  part("title").textContent = plan?.title ?? "";
  part("summary").textContent = plan?.summary ?? "";
  part("features").replaceChildren(...(plan?.features ?? []).map(feature));
  fill(part("change"), plan?.change ? change(plan.change) : []);
  fill(part("ledger"), plan ? ledger(plan) : []);
  fill(part("specification"), plan?.specification ? specification(plan.specification) : []);
  part("warning").textContent = notices
    .map(({ sentence, fix }) => (fix === null ? sentence : `${sentence} To fix it: ${fix}`))
    .join("\n");
}

/** Puts items into the list of a part, which is hidden without them. */
function fill(part, items) {
  part.hidden = items.length === 0;
  part.querySelector("ul, dl").replaceChildren(...items);
}

/** What a plan changes in an app that exists: the edits, then the files where they are known. */
function change({ edits, files }) {
  const marked = (mark, paths) => paths.map((path) => make("li", `${mark} ${path}`, "file"));
  return [
    ...edits.map((edit) => make("li", edit)),
    ...(files
      ? [...marked("+", files.added), ...marked("~", files.changed), ...marked("−", files.deleted)]
      : []),
  ];
}

const feature = ({ title, included }) =>
  make("li", (included ? "✓ " : "– ") + title, included ? "" : "left-out");

function ledger(plan) {
  const entries = OUTCOMES.flatMap((outcome) =>
    (plan.ledger ?? []).filter((entry) => entry.outcome === outcome),
  );
  const said = new Map(
    entries.map((entry) => [JSON.stringify([entry.words, entry.outcome, entry.by]), entry]),
  );
  return [...said.values()].map((entry) => {
    const item = make("li", "", `entry ${entry.outcome}`);
    const mark = make("span", MARKS[entry.outcome], "mark");
    mark.setAttribute("aria-hidden", "true");
    item.append(mark, make("strong", entry.words), make("span", becomes(entry, plan)));
    return item;
  });
}

function becomes({ outcome, by }, { kind, specification, questions }) {
  if (outcome === "refused") {
    const refusal = kind === DESIGNED ? "not in this app" : "not without a model";
    return by ? `${refusal}: ${by}` : refusal;
  }
  if (outcome === "asked") return questions.find(({ id }) => id === by)?.question ?? "asked";
  if (outcome === "met") return partName(by, specification) ?? "yes";
  return "comes with it";
}

/** The names of what concerns the whole app. */
const WHOLE = new Map([
  ["name", "the title"],
  ["locale", "the language"],
  ["currency", "the currency"],
  ["look.accent", "the accent color"],
  ["look.background", "the background color"],
  ["look.density", "the spacing"],
  ["look.scheme", "light and dark mode"],
  ["trade", "what the site is about"],
  ["facts.phone", "the phone number"],
  ["facts.email", "the e-mail address"],
  ["facts.address", "the address"],
  ["facts.place", "the place"],
]);

/** The name of a part of the specification: `Plants: Photo` for `entities.plant.photo`. */
function partName(path, specification) {
  const [parts, id, field] = (path ?? "").split(".");
  const found = (list) => list?.find((each) => each.id === id);
  if (parts === "sections") return found(specification?.sections)?.title;
  if (parts === "views" || parts === "custom") return found(specification?.[parts])?.name;
  if (parts === "behaviours") return words(specification?.behaviours?.find(({ kind }) => kind === id)?.kind);
  if (parts === "absent") return "left out";
  if (parts !== "entities") return WHOLE.get(path);
  const entity = found(specification?.entities);
  if (!entity || field === undefined) return entity?.plural;
  const named = entity.fields.find((each) => each.id === field);
  return named && `${entity.plural}: ${named.name}`;
}

function specification({ entities, views, behaviours, sections, custom = [] }) {
  if (sections)
    return row(
      "Sections",
      sections.map(({ title }) => title),
    );
  return [
    ...entities.flatMap(({ plural, fields }) =>
      row(
        plural,
        fields.map((field) => describeField(field, entities)),
      ),
    ),
    ...row(
      "Pages",
      views.map(({ name, kind }) => `${name} (${kind})`),
    ),
    ...(custom.length > 0
      ? row(
          "Written by a model",
          custom.map(({ name, purpose }) => `${name}: ${purpose}`),
        )
      : []),
    ...(behaviours.length > 0
      ? row(
          "With",
          behaviours.map(({ kind }) => words(kind)),
        )
      : []),
  ];
}

const row = (term, items) => [make("dt", term), make("dd", [...new Set(items)].join(", "))];

function describeField({ name, type, options, required, reference }, entities) {
  const target = entities.find(({ id }) => id === reference?.entity);
  const kind = target ? `→ ${reference.many ? target.plural : target.name}` : words(type);
  const details = [
    ...(type === "text" ? [] : [options ? `${kind}: ${options.map((each) => each.name).join(", ")}` : kind]),
    ...(required ? ["required"] : []),
  ];
  return details.length === 0 ? name : `${name} (${details.join("; ")})`;
}

/** An identifier of the schema as words: `low stock`. */
const words = (id) => id?.replaceAll("_", " ");
