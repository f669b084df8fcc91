import {
  attribute,
  openPath,
  reload,
  see,
  seeBadge,
  seeIn,
} from "#core/factory/generate/acceptance/steps.ts";
import { samplesOf } from "#core/factory/generate/samples/samples.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { choose } from "./menu.ts";
import { isListed, openList } from "./places.ts";

type Of<K extends Behaviour["kind"]> = Extract<Behaviour, { kind: K }>;

export const EXPORT: BehaviourModule<Of<"export">> = {
  kind: "export",
  factory: "exporting",
  options: ({ formats }) => ({ formats }),
  title: (behaviour, { locale }) => ofFormats("titleExport", behaviour, locale),
  promise: (behaviour, { locale }) => ofFormats("export", behaviour, locale),
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
        ...choose(translate(entry, locale, { plural: first?.plural ?? "" }), locale),
        see(exported(locale)),
      ]),
    ];
  },
};

/** A sentence about the formats, of which there are one or both. */
function ofFormats(key: string, { formats }: Of<"export">, locale: Locale): string {
  const both = new Set(formats).size > 1;
  return planText(both ? `${key}Both` : key, locale, { formats: formats.join().toUpperCase() });
}

/** The last word of the message after an export, which is part of it for any number. */
function exported(locale: Locale): string {
  return translate("exportDone", locale, { count: 1 }).replace(".", "").split(" ").at(-1) ?? "";
}

export const SAMPLE_DATA: BehaviourModule<Of<"sample_data">> = {
  kind: "sample_data",
  factory: "sampleData",
  options: (_behaviour, specification) => ({ samples: samplesOf(specification) }),
  title: (_behaviour, { locale }) => planText("titleSampleData", locale),
  promise: (_behaviour, specification) =>
    isListed(specification, specification.entities[0]?.id ?? "")
      ? planText("sampleData", specification.locale)
      : null,
  steps: (_behaviour, { specification }) => {
    const { locale, entities } = specification;
    const { length } = samplesOf(specification);
    return [
      openPath("/"),
      ...choose(translate("sampleAdd", locale), locale),
      // The list opens with a reload, which would break off the saving.
      see(translate("sampleAdded", locale, { count: length })),
      ...openList(specification, entities[0]?.id ?? ""),
      seeBadge(translate("sampleBadge", locale)),
    ];
  },
};

export const SHORTCUTS: BehaviourModule<Of<"shortcuts">> = {
  kind: "shortcuts",
  factory: "shortcuts",
  options: () => ({}),
  title: (_behaviour, { locale }) => planText("titleShortcuts", locale),
  promise: (_behaviour, { locale }) => planText("shortcuts", locale),
  steps: (_behaviour, { specification: { name, locale }, form }) => [
    ...form().start(),
    see(name),
    { do: "press", key: "?" },
    see(translate("shortcutsHelp", locale)),
    { do: "press", key: "Escape" },
    { do: "press", key: "n" },
    seeIn("dialog[open]", translate("save", locale)),
  ],
};

export const OFFLINE: BehaviourModule<Of<"offline">> = {
  kind: "offline",
  factory: "offline",
  options: () => ({}),
  files: ["public/lib/service-worker.js"],
  title: (_behaviour, { locale }) => planText("titleOffline", locale),
  promise: (_behaviour, { locale }) => planText("offline", locale),
  steps: () => [
    openPath("/"),
    attribute({ css: 'link[rel="manifest"]' }, "href", "manifest.webmanifest"),
    openPath("/service-worker.js"),
    see("lib/service-worker.js"),
  ],
};
