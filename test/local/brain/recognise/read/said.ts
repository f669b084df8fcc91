import { readRequest } from "#local/brain/recognise/read/read.ts";

/** What a message is read as: each kind of record with its details as "Name type", and the words that are refused. */
export function said(...messages: string[]) {
  const { specification, ledger } = readRequest(messages);
  const entities = specification?.entities ?? [];
  return {
    names: entities.map(({ name }) => name),
    details: Object.fromEntries(
      entities.map(({ name, fields }) => [
        name,
        fields.map((field) => `${field.name} ${field.unit ?? field.reference?.entity ?? field.type}`),
      ]),
    ),
    options: Object.fromEntries(
      entities.flatMap(({ fields }) =>
        fields.flatMap(({ name, options }) => (options ? [[name, options.map((each) => each.name)]] : [])),
      ),
    ),
    refused: ledger.filter(({ outcome }) => outcome === "refused").map(({ words }) => words),
  };
}
