/**
 * The value of a field of an action: a text with outputs of earlier actions as `{Name}`, one such output, something that
 * Shortcuts offers for the field, or named texts.
 */
export type FieldValue =
  | { readonly text: string }
  | { readonly output: string }
  | { readonly choice: string | number | boolean }
  | { readonly pairs: Readonly<Record<string, string>> };

interface Field {
  /** The label in Shortcuts. */
  readonly label: string;
  /** The name in the file. */
  readonly key: string;
  readonly value: FieldValue;
}

/** An action of the Shortcut, as the recipe describes it and as the file contains it. */
export interface Step {
  /** The name in Shortcuts. */
  readonly action: string;
  /** The name in the file, without `is.workflow.actions.`. */
  readonly identifier: string;
  /** What the recipe renames the output to; null for the last action. */
  readonly output: string | null;
  readonly fields: readonly Field[];
  /** Parameters of the file that Shortcuts does not show as fields. */
  readonly hidden?: Readonly<Record<string, boolean>>;
  /** What Shortcuts asks for when the file is added; the reply becomes the text of the action. */
  readonly question?: string;
}

function asked(output: string, question: string): Step {
  const fields = [{ label: "Text", key: "WFTextActionText", value: { text: "" } }];
  return { action: "Text", identifier: "gettext", output, fields, question };
}

function text(output: string, content: string): Step {
  const fields = [{ label: "Text", key: "WFTextActionText", value: { text: content } }];
  return { action: "Text", identifier: "gettext", output, fields };
}

function randomNumber(output: string): Step {
  const fields = [
    { label: "Minimum", key: "WFRandomNumberMinimum", value: { choice: 0 } },
    { label: "Maximum", key: "WFRandomNumberMaximum", value: { choice: 999_999_999 } },
  ];
  return { action: "Random Number", identifier: "number.random", output, fields };
}

/** Hashes an output; the digest is put into lower case, whatever Shortcuts writes. */
function hash(input: string, output: string): readonly Step[] {
  return [
    {
      action: "Generate Hash",
      identifier: "hash",
      output: `${output} as hashed`,
      fields: [
        { label: "Hash Type", key: "WFHashType", value: { choice: "SHA256" } },
        { label: "Input", key: "WFInput", value: { output: input } },
      ],
    },
    {
      action: "Change Case",
      identifier: "text.changecase",
      output,
      fields: [
        { label: "Case", key: "WFCaseType", value: { choice: "lowercase" } },
        { label: "Text", key: "text", value: { text: `{${output} as hashed}` } },
      ],
    },
  ];
}

function memberOfReply(output: string, name: string): Step {
  const fields = [
    { label: "Key", key: "WFDictionaryKey", value: { text: name } },
    { label: "Dictionary", key: "WFInput", value: { output: "Reply" } },
  ];
  return { action: "Get Dictionary Value", identifier: "getvalueforkey", output, fields };
}

/** The Shortcut: it takes a sentence, signs it in the scheme `gantry-siri-v1`, sends it, and speaks the reply. */
export const STEPS: readonly Step[] = [
  asked("Address", "The address of your Gantry, such as https://gantry.example.com"),
  asked("Key id", "The id of the Siri key, which starts with sk_"),
  asked("Part 1", "Part 1 of the Siri key (64 characters)"),
  asked("Part 2", "Part 2 of the Siri key (64 characters)"),
  { action: "Dictate Text", identifier: "dictatetext", output: "Words", fields: [] },
  {
    action: "Date",
    identifier: "date",
    output: "Now",
    fields: [{ label: "Date", key: "WFDateActionMode", value: { choice: "Current Date" } }],
  },
  {
    action: "Format Date",
    identifier: "format.date",
    output: "Time",
    fields: [
      { label: "Date", key: "WFDate", value: { text: "{Now}" } },
      { label: "Date Format", key: "WFDateFormatStyle", value: { choice: "ISO 8601" } },
      { label: "Include ISO 8601 Time", key: "WFISO8601IncludeTime", value: { choice: true } },
    ],
  },
  randomNumber("Number 1"),
  randomNumber("Number 2"),
  text("Nonce text", "{Time}:{Number 1}:{Number 2}:{Words}"),
  ...hash("Nonce text", "Nonce"),
  ...hash("Words", "Digest"),
  text("Inner text", "{Part 1}gantry-siri-v1:{Key id}:{Time}:{Nonce}:{Digest}"),
  ...hash("Inner text", "Inner hash"),
  text("Outer text", "{Part 2}{Inner hash}"),
  ...hash("Outer text", "Signature"),
  {
    action: "Get Contents of URL",
    identifier: "downloadurl",
    output: "Reply",
    fields: [
      { label: "URL", key: "WFURL", value: { text: "{Address}/gantry/siri" } },
      { label: "Method", key: "WFHTTPMethod", value: { choice: "POST" } },
      {
        label: "Headers",
        key: "WFHTTPHeaders",
        value: {
          pairs: {
            "X-Gantry-Key": "{Key id}",
            "X-Gantry-Timestamp": "{Time}",
            "X-Gantry-Nonce": "{Nonce}",
            "X-Gantry-Signature": "v1={Signature}",
          },
        },
      },
      { label: "Request Body", key: "WFHTTPBodyType", value: { choice: "JSON" } },
      { label: "JSON", key: "WFJSONValues", value: { pairs: { text: "{Words}" } } },
    ],
    hidden: { ShowHeaders: true },
  },
  memberOfReply("Speech", "speech"),
  memberOfReply("Problem", "detail"),
  {
    action: "Speak Text",
    identifier: "speaktext",
    output: null,
    fields: [{ label: "Text", key: "WFText", value: { text: "{Speech}{Problem}" } }],
  },
];
