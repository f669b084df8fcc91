import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readBplist } from "./bplist.ts";

/** What a phone gives to a Shortcut. */
export interface PhoneWorld {
  /** The replies to the questions at import, in their order. */
  readonly answers: readonly string[];
  readonly dictated: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly random: () => number;
  /** Minutes of the phone's zone from UTC. */
  readonly zone?: number;
}

/** The request that a Shortcut sends. */
export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Reads a Shortcut with Python's plistlib where there is a Python, and always with the reader of the tests. */
export function readShortcut(bytes: Buffer): any {
  const own = readBplist(bytes);
  const python = byPython(bytes);
  if (python !== undefined && JSON.stringify(python) !== JSON.stringify(own))
    throw new Error("Python reads the property list differently");
  return own;
}

function byPython(bytes: Buffer): unknown {
  const run = (program: string, input: Buffer) => spawnSync("python3", ["-c", program], { input });
  if (run("import plistlib", Buffer.alloc(0)).status !== 0) return undefined;
  const { stdout } = run(
    "import json,plistlib,sys;print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))",
    bytes,
  );
  return JSON.parse(stdout.toString());
}

/**
 * Runs the actions of a Shortcut as its documentation describes them, up to its request; `reply` is what the request
 * returns. Returns the request and what is spoken.
 */
export async function runShortcut(
  shortcut: any,
  world: PhoneWorld,
  send: (request: SentRequest) => Promise<Record<string, unknown>>,
): Promise<{ request: SentRequest; spoken: string }> {
  const outputs = new Map<string, any>();
  const actions = imported(shortcut, world.answers);
  let request: SentRequest | undefined;
  let spoken = "";
  const outputOf = (parameter: any): any => {
    if (parameter?.WFSerializationType === "WFTextTokenAttachment")
      return outputs.get(parameter.Value.OutputUUID);
    return textOf(parameter);
  };
  const textOf = (parameter: any): string => {
    if (parameter?.WFSerializationType !== "WFTextTokenString") return String(parameter ?? "");
    const { string, attachmentsByRange } = parameter.Value;
    let text = "";
    for (let at = 0; at < string.length; at++) {
      const attached = attachmentsByRange[`{${at}, 1}`];
      text += attached ? String(outputs.get(attached.OutputUUID) ?? "") : string[at];
    }
    return text;
  };
  const pairsOf = (parameter: any) =>
    Object.fromEntries(
      parameter.Value.WFDictionaryFieldValueItems.map((item: any) => [
        textOf(item.WFKey),
        textOf(item.WFValue),
      ]),
    );
  for (const { WFWorkflowActionIdentifier: identifier, WFWorkflowActionParameters: given } of actions) {
    const result = await act(identifier.replace("is.workflow.actions.", ""), given);
    if (given.UUID !== undefined) outputs.set(given.UUID, result);
  }
  if (!request) throw new Error("the Shortcut sends no request");
  return { request, spoken };

  async function act(action: string, given: any): Promise<unknown> {
    switch (action) {
      case "gettext":
        return textOf(given.WFTextActionText);
      case "dictatetext":
        return world.dictated;
      case "date":
        if (given.WFDateActionMode !== "Current Date") throw new Error("only the current date is known");
        return world.now;
      case "format.date":
        return iso8601(Number(textOf(given.WFDate)), given, world.zone ?? 0);
      case "number.random": {
        const { WFRandomNumberMinimum: least, WFRandomNumberMaximum: most } = given;
        return least + Math.floor(world.random() * (most - least + 1));
      }
      case "hash":
        if (given.WFHashType !== "SHA256") throw new Error(`unexpected hash ${given.WFHashType}`);
        // In capitals, so that nothing relies on how Shortcuts writes digits.
        return createHash("sha256").update(outputOf(given.WFInput), "utf8").digest("hex").toUpperCase();
      case "text.changecase":
        if (given.WFCaseType !== "lowercase") throw new Error(`unexpected case ${given.WFCaseType}`);
        return textOf(given.text).toLowerCase();
      case "downloadurl": {
        if (given.WFHTTPBodyType !== "JSON") throw new Error("the body must be JSON");
        request = {
          url: textOf(given.WFURL),
          method: given.WFHTTPMethod,
          headers: { "content-type": "application/json", ...pairsOf(given.WFHTTPHeaders) },
          body: JSON.stringify(pairsOf(given.WFJSONValues)),
        };
        return send(request);
      }
      case "getvalueforkey":
        return outputOf(given.WFInput)[textOf(given.WFDictionaryKey)] ?? "";
      case "speaktext":
        spoken = textOf(given.WFText);
        return undefined;
      default:
        throw new Error(`unknown action ${action}`);
    }
  }
}

/** The actions after the person replied to the questions. */
function imported(shortcut: any, answers: readonly string[]): any[] {
  const actions = structuredClone(shortcut.WFWorkflowActions);
  if (shortcut.WFWorkflowImportQuestions.length !== answers.length) throw new Error("other questions");
  for (const [index, question] of shortcut.WFWorkflowImportQuestions.entries())
    actions[question.ActionIndex].WFWorkflowActionParameters[question.ParameterKey] = answers[index];
  return actions;
}

function iso8601(ms: number, given: any, zone: number): string {
  if (given.WFDateFormatStyle !== "ISO 8601" || given.WFISO8601IncludeTime !== true)
    throw new Error("the time must be in ISO 8601, with the time of day");
  const local = new Date(ms + zone * 60_000).toISOString().slice(0, 19);
  const digits = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${local}${zone < 0 ? "-" : "+"}${digits(zone / 60)}:${digits(zone % 60)}`;
}
