import type { Blueprint, Values } from "#local/brain/blueprint.ts";
import { textsIn } from "#local/brain/blueprints/texts.ts";
import { BLUEPRINTS, findBlueprint } from "#local/brain/catalogue.ts";
import { type Head, readHead } from "./head.ts";

/** Stated values by the setting's id, and the message without the words that state them. */
interface Stated {
  readonly settings: ReadonlyMap<string, string>;
  readonly rest: string;
}

/** Finds the values that a message states for the settings of a kind of app. */
export function readSettings(message: string, kind: string): Stated {
  const start: Stated = { settings: new Map(), rest: message };
  return (findBlueprint(kind)?.settings ?? []).reduce(({ settings, rest }, { id, read }) => {
    const found = read(rest);
    return found
      ? { settings: new Map(settings).set(id, found.value), rest: found.rest }
      : { settings, rest };
  }, start);
}

/** Finds the head noun of a request, also behind the value of a setting: "a 30 second timer" is a timer. */
export function readHeadOfAny(message: string): Head {
  const head = readHead(message);
  if (head.is === "kind") return head;
  for (const { kind, settings } of BLUEPRINTS) {
    if (!settings) continue;
    const behind = readHead(readSettings(message, kind).rest);
    if (behind.is === "kind" && behind.kind === kind) return behind;
  }
  return head;
}

/** Returns the values of a blueprint's settings: the stated one, or the initial one; and its texts. */
export function valuesOf(blueprint: Blueprint, stated: ReadonlyMap<string, string>): Values {
  const locale = (blueprint.texts && stated.get("locale")) ?? "en";
  const texts = new Map(Object.entries(textsIn(blueprint, locale)));
  return (id) =>
    id === "locale"
      ? locale
      : (stated.get(id) ??
        blueprint.settings?.find((setting) => setting.id === id)?.initial ??
        texts.get(id) ??
        "");
}
