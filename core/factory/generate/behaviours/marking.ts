import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import {
  attribute,
  button,
  check,
  click,
  notSee,
  reload,
  see,
  seeBadge,
  seeIn,
} from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { BehaviourModule, BehaviourPlace } from "./behaviour-module.ts";
import { entityOf, isListed, openList, plural } from "./places.ts";

type Kind = "check_in" | "favorite" | "archive" | "duplicate" | "manual_order" | "bulk";
type Of<K extends Behaviour["kind"]> = Extract<Behaviour, { kind: K }>;

/** A behaviour without settings: its function, by whose name the plan has its title and promise, and what it does. */
interface Simple {
  readonly kind: Kind;
  readonly factory: string;
  /** How many example records there are. */
  readonly records: number;
  readonly effect: (name: (n: number) => string, place: BehaviourPlace, entity: string) => AcceptanceStep[];
}

function simple<K extends Kind>({ kind, factory, records, effect }: Simple & { kind: K }) {
  const module: BehaviourModule<Of<Kind>> = {
    kind,
    factory,
    options: () => ({}),
    title: ({ entity }, specification) => {
      const key = `title${factory.charAt(0).toUpperCase()}${factory.slice(1)}`;
      return planText(key, specification.locale, { plural: plural(specification, entity) });
    },
    promise: ({ entity }, specification) =>
      isListed(specification, entity)
        ? planText(factory, specification.locale, { plural: plural(specification, entity) })
        : null,
    steps: ({ entity }, place) => {
      const steps = place.form(entity);
      const created = Array.from({ length: records }, (_, n) => steps.create(n)).flat();
      const open = openList(place.specification, entity);
      return [...steps.start(), ...created, ...open, ...effect(steps.named, place, entity)];
    },
  };
  return module as BehaviourModule<Of<K>>;
}

export const CHECK_IN = simple({
  kind: "check_in",
  factory: "checkIn",
  records: 1,
  effect: (name, { specification: { locale } }) => [
    click(button(`${translate("checkInToday", locale)}: ${name(0)}`)),
    seeBadge(translate("checkInStreak", locale, { count: 1 })),
  ],
});

export const FAVORITE = simple({
  kind: "favorite",
  factory: "favorite",
  records: 1,
  effect: (name, { specification: { locale } }) => {
    const star = button(`${translate("favorite", locale)}: ${name(0)}`);
    const marked = attribute(star, "aria-pressed", "true");
    return [click(star), marked, reload, marked];
  },
});

export const ARCHIVE = simple({
  kind: "archive",
  factory: "archive",
  records: 1,
  effect: (name, { specification: { locale } }) => [
    click(button(`${translate("archive", locale)}: ${name(0)}`)),
    see(translate("archiveDone", locale, { name: name(0) })),
    reload,
    notSee(name(0)),
    check(translate("archiveShow", locale)),
    see(name(0)),
  ],
});

export const DUPLICATE = simple({
  kind: "duplicate",
  factory: "duplicate",
  records: 1,
  effect: (name, { specification }, entity) => {
    const { locale } = specification;
    const { fields, display } = entityOf(specification, entity);
    const named = fields.some(({ id, type, unique }) => id === display && type === "text" && !unique);
    return [
      click(button(`${translate("duplicate", locale)}: ${name(0)}`)),
      see(translate(named ? "duplicateName" : "duplicateDone", locale, { name: name(0) })),
      reload,
      seeIn(".count", translate("count", locale, { count: 2 })),
    ];
  },
});

export const MANUAL_ORDER = simple({
  kind: "manual_order",
  factory: "manualOrder",
  records: 2,
  effect: (name, { specification: { locale } }) => [
    click(button(`${translate("orderDown", locale)}: ${name(0)}`)),
    see(translate("orderMoved", locale, { place: 2, count: 2 })),
    seeIn("[data-record]:last-child", name(0)),
  ],
});

export const BULK = simple({
  kind: "bulk",
  factory: "bulk",
  records: 2,
  effect: (name, { specification: { locale } }) => [
    check(translate("bulkSelect", locale, { name: name(0) })),
    click(button(translate("bulkDelete", locale))),
    see(translate("deleted", locale, { name: name(0) })),
    reload,
    notSee(name(0)),
    see(name(1)),
  ],
});
