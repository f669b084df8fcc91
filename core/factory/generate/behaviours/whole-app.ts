import { attribute, openPath, reload, see, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { say } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { choose } from "./menu.ts";
import { isListed, openList } from "./places.ts";
import { samplesOf } from "./samples.ts";

type Of<K extends Behaviour["kind"]> = Extract<Behaviour, { kind: K }>;

export const EXPORT: BehaviourModule<Of<"export">> = {
  kind: "export",
  factory: "exporting",
  options: ({ formats }) => ({ formats }),
  title: ({ formats }) => `Export as ${formats.map((format) => format.toUpperCase()).join(" and ")}`,
  promise: ({ formats }) =>
    `Everything can be exported as ${formats.map((each) => each.toUpperCase()).join(" and ")}`,
  steps: ({ formats }, { specification: { locale, entities }, form }) => {
    const [first] = entities;
    const csv = entities.length > 1 ? "exportCsvOf" : "exportCsv";
    const entries = formats.map((format) => (format === "csv" ? csv : "exportJson"));
    const steps = form();
    return [
      ...steps.start(),
      ...steps.create(0),
      ...entries.flatMap((entry) => [
        reload,
        ...choose(say(entry, locale, { plural: first?.plural ?? "" }), locale),
        see(exported(locale)),
      ]),
    ];
  },
};

/** The last word of the message after an export, which is part of it for any number. */
function exported(locale: Locale): string {
  return say("exportDone", locale, { count: 1 }).replace(".", "").split(" ").at(-1) ?? "";
}

export const SAMPLE_DATA: BehaviourModule<Of<"sample_data">> = {
  kind: "sample_data",
  factory: "sampleData",
  options: (_behaviour, specification) => ({ samples: samplesOf(specification) }),
  title: () => "Sample data that can be added and removed in one step",
  promise: (_behaviour, { entities, ...rest }) =>
    isListed({ entities, ...rest }, entities[0]?.id ?? "")
      ? "Sample data can be added, and is marked as such"
      : null,
  steps: (_behaviour, { specification }) => {
    const { locale, entities } = specification;
    return [
      openPath("/"),
      ...choose(say("sampleAdd", locale), locale),
      ...openList(specification, entities[0]?.id ?? ""),
      see(say("sampleBadge", locale)),
    ];
  },
};

export const SHORTCUTS: BehaviourModule<Of<"shortcuts">> = {
  kind: "shortcuts",
  factory: "shortcuts",
  options: () => ({}),
  title: () => "Keyboard shortcuts, listed by ?",
  promise: () => "The key ? lists the keyboard shortcuts, and n begins an entry",
  steps: (_behaviour, { specification: { name, locale }, form }) => [
    ...form().start(),
    see(name),
    { do: "press", key: "?" },
    see(say("shortcutsHelp", locale)),
    { do: "press", key: "Escape" },
    { do: "press", key: "n" },
    seeIn("dialog[open]", say("save", locale)),
  ],
};

export const OFFLINE: BehaviourModule<Of<"offline">> = {
  kind: "offline",
  factory: "offline",
  options: () => ({}),
  files: ["public/lib/service-worker.js"],
  title: () => "Can be installed and opens without a connection",
  promise: () => "The app can be installed on a device, which keeps its files",
  steps: () => [
    openPath("/"),
    attribute({ css: 'link[rel="manifest"]' }, "href", "manifest.webmanifest"),
    openPath("/service-worker.js"),
    see("lib/service-worker.js"),
  ],
};
