import { useQuery } from "@tanstack/react-query";
import { gate } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Part } from "../ui/panel.tsx";
import { useWords } from "../words/words.ts";

/** What is to be decided on, as the decision's digest covers it. */
export function Snapshot({ gate: id }: { readonly gate: string }) {
  const words = useWords().gates;
  const query = useQuery(gate(id));
  return (
    <Part title={words.decidedOn}>
      <Async query={query} lines={3}>
        {({ snapshot }) => (
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
            tabIndex={0}
            data-part="snapshot"
            className="max-h-72 overflow-auto rounded-lg border border-line bg-raised p-3 font-mono text-sm"
          >
            {readable(snapshot)}
          </pre>
        )}
      </Async>
    </Part>
  );
}

function readable(snapshot: string): string {
  try {
    return JSON.stringify(JSON.parse(snapshot), null, 2);
  } catch {
    return snapshot;
  }
}
