import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { attribute, button, click, fill, reload, see } from "#local/brain/blueprints/steps.ts";
import { defineTool } from "#local/brain/blueprints/tools/tool.ts";
import { CITIES_SETTING, cityNames } from "./cities.ts";
import { TEXTS } from "./texts.ts";

/** Cities that a test adds, with their offsets. */
const OTHERS = [
  ["Kathmandu", "UTC+5:45"],
  ["Kolkata", "UTC+5:30"],
  ["Dubai", "UTC+4"],
  ["Kabul", "UTC+4:30"],
] as const;

/** Shows the time in several cities. */
export const WORLD_CLOCK = defineTool({
  kind: "world-clock",
  title: "World Clock",
  spoken: "a world clock",
  hue: 230,
  names: {
    en: `world clock, world clock app, world clocks, international clock, time zone clock, timezone clock, time zone app,
      timezone app, multiple time zone clock, world time, world time clock, world time app, time zone converter`,
    de: "Weltuhr, Weltzeituhr, Weltzeit, Zeitzonenuhr",
    fr: "horloge mondiale, horloge du monde, horloge internationale, heure mondiale",
    es: "reloj mundial, reloj del mundo, reloj internacional, hora mundial",
  },
  purposes: "compare time zone, compare timezone, time zone, timezone, remote team",
  inherent: `time, clock, city, city list, list of city, zone, time zone, timezone, time zone list, add, add city, remove,
    remove city, add and remove city, date, day, current time, current date, live, daylight saving, daylight saving time,
    summer time, dst, utc, utc offset, offset, local time, Stadt, Städte, Städten, Zeitzone, Zeitzonen, Sommerzeit, ville,
    villes, several city, mehrere Städte, mehreren Städten, plusieurs villes, varias ciudades, fuseau horaire, fuseaux horaires, ciudad, ciudades, zona horaria, zonas horarias`,
  summary: "A world clock that runs in the browser: the time and date in any city, with summer time.",
  texts: TEXTS,
  features: [
    PERSISTENCE,
    {
      id: "difference",
      title: "Time difference",
      spoken: "the time difference",
      synonyms: phrases(
        `time difference, difference, hours ahead, hour ahead, hour difference, Zeitunterschied, Zeitverschiebung,
        décalage horaire, décalage, diferencia horaria, diferencia`,
      ),
      default: true,
    },
    {
      id: "hours_12",
      title: "12-hour clock",
      spoken: "a 12-hour clock",
      synonyms: phrases(
        `12 hour clock, 12 hour format, 12 hour, 24 hour, 12 and 24 hour, 24 hour format, 12 24 hour, 24 hour clock,
        am pm, am and pm, am/pm, hour format, time format`,
      ),
      default: true,
    },
    {
      id: "seconds",
      title: "Seconds",
      synonyms: phrases("second, show second, Sekunde, Sekunden, secondes, segundos"),
      default: true,
    },
    DARK_MODE,
    {
      id: "planner",
      title: "Other hours",
      spoken: "other hours of the day",
      synonyms: phrases(
        `planner, meeting planner, meeting time, plan meeting, meeting, time slider, slider, time travel, other time,
        Terminplaner, planificateur, planificador`,
      ),
      default: false,
      ask: "Should it also show other hours, to plan meetings?",
    },
  ],
  parts: ["difference", "planner"],
  settings: [CITIES_SETTING],
  promises: (value) => {
    const add = (city: string) => [fill(value("say_city"), city), click(button(value("say_add")))];
    const remove = (city: string) => click(button(value("say_remove").replace("%", city)));
    const count = (cities: number) => attribute("#clocks", "data-count", String(cities));
    const inList = (text: string) => see(text, { css: "#clocks" });
    const shown = cityNames(value("cities"));
    const [first = ""] = shown;
    // None of these has summer time, so that their offsets are the same on every day.
    const [another = "", offset = ""] = OTHERS.find(([city]) => !shown.includes(city)) ?? [];
    const spare = ["Nairobi", "Lima", "Suva"].find((city) => !shown.includes(city)) ?? "";
    return [
      {
        name: "The page shows the cities",
        steps: [count(shown.length), ...shown.map(inList)],
      },
      {
        name: "A city can be added, with its own time zone",
        steps: [...add(another.toLowerCase()), inList(another), inList(offset)],
      },
      {
        name: "A city can be removed, and an unknown one is refused",
        steps: [...add("Atlantis"), see(value("say_unknown")), remove(first), count(shown.length - 1)],
      },
      {
        feature: "persistence",
        name: "The cities are still there after a reload",
        steps: [
          ...add(spare),
          remove(first),
          count(shown.length),
          reload,
          inList(spare),
          count(shown.length),
        ],
      },
      {
        feature: "difference",
        name: "Of a city is told how far it is ahead or behind",
        steps: [...add("UTC"), attribute('[data-city="UTC"] .difference', "data-known", "true")],
      },
      {
        feature: "hours_12",
        name: "The clock can count to twelve",
        steps: [
          { do: "check", target: { label: value("say_hours_12") } },
          attribute("#clocks time", "data-half", "true"),
        ],
      },
      {
        feature: "seconds",
        name: "Seconds can be left out",
        steps: [
          { do: "check", target: { label: value("say_seconds") }, checked: false },
          attribute("#clocks time", "data-parts", "2"),
        ],
      },
      {
        feature: "planner",
        name: "The times some hours from now are shown",
        steps: [
          see(value("say_now"), { css: "#shifted" }),
          fill(value("say_shift"), "5"),
          see(value("say_later").replace("%", "5"), { css: "#shifted" }),
        ],
      },
    ];
  },
});
