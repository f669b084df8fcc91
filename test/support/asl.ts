type States = Record<string, object>;

/** A chain of states that starts at the first of them. */
const chain = (states: States) => ({ StartAt: Object.keys(states)[0], States: states });

/** A JSONata machine of these states. */
export const machine = Object.assign((states: States) => ({ QueryLanguage: "JSONata", ...chain(states) }), {
  chain,
});

/** A Task that invokes the function `name` with the state's input, unless `fields` say otherwise. */
export const invoke = (name: string, fields: object) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: name, Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  ...fields,
});
