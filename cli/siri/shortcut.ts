import { createHash } from "node:crypto";
import { type PlistValue, writeBplist } from "./bplist.ts";
import { type FieldValue, STEPS, type Step } from "./steps.ts";

/** The oldest version of Shortcuts that has all actions: that of iOS 13. */
const MINIMUM_VERSION = 900;
/** A blue icon with a microphone. */
const ICON = { WFWorkflowIconStartColor: 463_140_863, WFWorkflowIconGlyphNumber: 59_770 };

/**
 * The Shortcut as a file in the format of Shortcuts, unsigned. It contains no address and no key: Shortcuts asks for
 * them when it is added. iOS 15 and later only add files that a Mac has signed.
 */
export function shortcutFile(): Buffer {
  const questions = STEPS.flatMap(({ question }, ActionIndex) =>
    question === undefined
      ? []
      : [
          {
            ActionIndex,
            Category: "Parameter",
            ParameterKey: "WFTextActionText",
            Text: question,
            DefaultValue: "",
          },
        ],
  );
  return writeBplist({
    WFWorkflowMinimumClientVersion: MINIMUM_VERSION,
    WFWorkflowMinimumClientVersionString: String(MINIMUM_VERSION),
    WFWorkflowClientVersion: String(MINIMUM_VERSION),
    WFWorkflowIcon: ICON,
    WFWorkflowTypes: ["NCWidget", "WatchKit"],
    WFWorkflowInputContentItemClasses: ["WFStringContentItem"],
    WFWorkflowOutputContentItemClasses: [],
    WFWorkflowHasOutputFallback: false,
    WFWorkflowHasShortcutInputVariables: false,
    WFWorkflowImportQuestions: questions,
    WFWorkflowActions: STEPS.map(actionOf),
  });
}

function actionOf({ identifier, output, fields, hidden }: Step): PlistValue {
  const named = output === null ? {} : { UUID: uuidOf(output), CustomOutputName: output };
  const parameters = fields.map(({ key, value }) => [key, parameterOf(value)] as const);
  return {
    WFWorkflowActionIdentifier: `is.workflow.actions.${identifier}`,
    WFWorkflowActionParameters: { ...named, ...Object.fromEntries(parameters), ...hidden },
  };
}

function parameterOf(value: FieldValue): PlistValue {
  if ("choice" in value) return value.choice;
  if ("text" in value) return tokenText(value.text);
  if ("output" in value)
    return { Value: reference(value.output), WFSerializationType: "WFTextTokenAttachment" };
  const items = Object.entries(value.pairs).map(([name, text]) => ({
    WFItemType: 0,
    WFKey: tokenText(name),
    WFValue: tokenText(text),
  }));
  return {
    Value: { WFDictionaryFieldValueItems: items },
    WFSerializationType: "WFDictionaryFieldValue",
  };
}

/** A text whose outputs are replaced by U+FFFC, with a reference for each place. */
function tokenText(template: string): PlistValue {
  const attachments: Record<string, PlistValue> = {};
  let string = "";
  for (const [part, name] of template.matchAll(/\{([^}]+)\}|[^{]+/g)) {
    if (name !== undefined) attachments[`{${string.length}, 1}`] = reference(name);
    string += name === undefined ? part : "\ufffc";
  }
  if (!template.includes("{")) return template;
  return { Value: { string, attachmentsByRange: attachments }, WFSerializationType: "WFTextTokenString" };
}

const reference = (output: string) => ({
  Type: "ActionOutput",
  OutputName: output,
  OutputUUID: uuidOf(output),
});

/** The same file is written each time, so the ids of outputs follow from their names. */
function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex").toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
