import type { Labelled } from "#cli/eval/request.ts";
import type { Judgement } from "#cli/eval/result.ts";
import type { ShownPlan } from "#cli/service/replies.ts";
import { partIdOf } from "#core/factory/specification/names.ts";
import type { Site } from "#core/factory/specification/site.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";

/** Of a request that led to no plan. */
export const NOTHING_COMPARED = {
  held: [],
  labels: { right: 0, of: 0 },
  records: { same: 0, labelled: 0, built: 0 },
} as const satisfies Partial<Judgement>;

interface Reply {
  readonly plan: ShownPlan | null;
  readonly question: string | null;
}

/** Compares the last reply of a consultation with the labels of its request. */
export function judge(request: Labelled, { plan, question }: Reply): Judgement {
  const outcome = plan ? "planned" : question ? "asked" : "declined";
  const expected = request.is === undefined ? null : isExpected(request.is, outcome);
  if (!plan) {
    const missed = expected === false ? [`${request.is} expected, ${outcome}`] : [];
    return { outcome, expected, ...NOTHING_COMPARED, wrong: [], missed };
  }
  const checked = labelsOf(request).map((label) => ({ ...label, holds: label.holds(plan) }));
  const known = checked.filter(({ holds }) => holds !== null);
  const failed = known.filter(({ holds }) => holds === false);
  const refuses = (plan.ledger ?? []).some((entry) => entry.outcome === "refused");
  const isMissed = ({ optional }: (typeof failed)[number]) => optional && refuses;
  return {
    outcome,
    expected,
    held: known.filter(({ holds }) => holds).map(({ name }) => name),
    labels: { right: known.length - failed.length, of: known.length },
    records: recordsOf(request, plan),
    wrong: [
      ...(request.is === "none" ? ["planned what is not an app"] : []),
      ...failed.filter((label) => !isMissed(label)).map(({ name }) => name),
    ],
    missed: failed.filter(isMissed).map(({ name }) => name),
  };
}

function recordsOf({ lang, entities }: Labelled, { specification }: ShownPlan): Judgement["records"] {
  if (lang !== "en" || entities.length === 0 || specification?.kind !== "app")
    return NOTHING_COMPARED.records;
  const same = entities.filter((name) => hasEntity(specification, name)).length;
  return { same, labelled: entities.length, built: specification.entities.length };
}

function isExpected(is: NonNullable<Labelled["is"]>, outcome: Judgement["outcome"]): boolean {
  switch (is) {
    case "plan":
    case "blueprint":
    case "site":
      return outcome === "planned";
    case "ask":
      return outcome === "asked";
    default:
      return outcome !== "planned";
  }
}

interface Label {
  readonly name: string;
  /** Whether the plan may refuse something instead. */
  readonly optional: boolean;
  /** Null if the label cannot be compared with this plan. */
  readonly holds: (plan: ShownPlan) => boolean | null;
}

function labelsOf({ lang, is, entities, met, absent, refused, sections, without }: Labelled): Label[] {
  return [
    ...(is === "site" ? [ofSite("a site", () => true)] : []),
    ...sections.map((kind) => ofSite(`section ${kind}`, (site) => hasSection(site, kind))),
    ...without.map((kind) => ofSite(`without section ${kind}`, (site) => !hasSection(site, kind))),
    ...entities.map((name) => ({
      name: `records '${name}'`,
      optional: true,
      holds: (plan: ShownPlan) => appOf(plan, (app) => (lang === "en" ? hasEntity(app, name) : null)),
    })),
    ...met.map((part) => ({
      name: part,
      optional: true,
      holds: (plan: ShownPlan) => appOf(plan, (app) => hasPart(app, part, lang)),
    })),
    ...absent.map((part) => ({
      name: `without ${part}`,
      optional: false,
      holds: (plan: ShownPlan) => negated(appOf(plan, (app) => hasPart(app, part, lang))),
    })),
    ...refused.map((words) => ({
      name: `'${words}' is refused`,
      optional: false,
      holds: ({ ledger }: ShownPlan) => (ledger ? refuses(ledger, words) : null),
    })),
  ];
}

/** A label that only a site can fulfil. */
const ofSite = (name: string, holds: (site: Site) => boolean): Label => ({
  name,
  optional: false,
  holds: ({ specification }) => specification?.kind === "site" && holds(specification),
});

const hasSection = ({ sections }: Site, name: string) => sections.some(({ kind }) => kind === name);

/** Compares the specification of an app; null for any other plan. */
function appOf(
  { specification }: ShownPlan,
  compare: (app: Specification) => boolean | null,
): boolean | null {
  return specification?.kind === "app" ? compare(specification) : null;
}

const negated = (holds: boolean | null) => (holds === null ? null : !holds);

function refuses(ledger: NonNullable<ShownPlan["ledger"]>, words: string): boolean {
  return ledger.some(
    (entry) => entry.outcome === "refused" && entry.words.toLowerCase().includes(words.toLowerCase()),
  );
}

/** Whether the specification has a part; null for a part that is named in English in an app of another language. */
function hasPart(specification: Specification, part: string, lang: string): boolean | null {
  const { name, look, views, behaviours, entities } = specification;
  const [what = "", value = ""] = part.split(" ");
  switch (what) {
    case "name":
      return name !== "";
    case "look.accent":
      return look.accent !== null;
    case "look.theme":
      return look.theme !== undefined && (value === "" || look.theme === value);
    case "view":
      return views.some(({ kind }) => kind === value);
    case "behaviour":
      return behaviours.some(({ kind }) => kind === value);
    case "type":
      return entities.some(({ fields }) => fields.some(({ type }) => type === value));
    case "entity":
    case "noun":
      return lang === "en" ? hasEntity(specification, value) : null;
    case "field":
      return lang === "en" ? hasField(specification, value) : null;
    default:
      return null;
  }
}

function entitiesNamed({ entities }: Specification, name: string): Entity[] {
  const ids = name.split("|").map((each) => partIdOf(each.replace(/^~/, "").replaceAll("_", " "), "record"));
  return entities.filter((entity) =>
    [entity.id, partIdOf(entity.name, "record"), partIdOf(entity.plural, "record")].some((id) =>
      ids.includes(id),
    ),
  );
}

const hasEntity = (specification: Specification, name: string) =>
  entitiesNamed(specification, name).length > 0;

/** `plant.photo`, or `photo` of any kind of records. */
function hasField(specification: Specification, path: string): boolean {
  const [first = "", last] = path.split(".");
  const entities = last === undefined ? specification.entities : entitiesNamed(specification, first);
  const id = partIdOf((last ?? first).replaceAll("_", " "), "field");
  return entities.some(({ fields }) =>
    fields.some((field) => field.id.startsWith(id) || partIdOf(field.name, "field").startsWith(id)),
  );
}
