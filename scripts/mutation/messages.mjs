/** Errors with a code: tests find the code of an error, and its text where that matters. */
const WITH_CODE = new Set(["GantryError", "Refusal"]);

const nameOf = ({ callee }) => (callee?.type === "Identifier" ? callee.name : undefined);

/** Whether a text is the message of an error that has a code too. */
function isMessage({ node, parent }) {
  if (node.type !== "StringLiteral" && node.type !== "TemplateLiteral") return false;
  return parent?.type === "NewExpression" && WITH_CODE.has(nameOf(parent)) && parent.arguments[1] === node;
}

/** A plugin for Stryker, which leaves the messages of errors as they are. */
export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "messages",
    value: {
      shouldIgnore: (path) =>
        isMessage(path) ? "The message of an error: its code tells what is wrong." : undefined,
    },
  },
];
