/** The columns of `options` of the choice `field` should hold at most `max` cards; a board shows it and marks what is more. */
export function columnLimit({ entity, field, options, max }) {
  return {
    kind: "column_limit",
    entity,
    limit: (choice, option) => (choice === field && options.includes(option) ? max : null),
  };
}
