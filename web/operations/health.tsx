import { queryOptions, useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX } from "lucide-react";
import { client } from "../service/client.ts";
import { Async } from "../ui/async.tsx";
import { Panel } from "../ui/panel.tsx";
import { useWords } from "../words/words.ts";

const readiness = queryOptions({
  queryKey: ["readiness"],
  queryFn: ({ signal }) => client.ready({}, { signal }),
  refetchInterval: 15_000,
});

/** Everything that Gantry needs, and whether it replies. */
export function Health() {
  const { operations: words } = useWords();
  const query = useQuery(readiness);
  return (
    <Panel aria-label={words.health}>
      <h2 className="mb-3 font-semibold">{words.health}</h2>
      <Async query={query} lines={1}>
        {({ checks }) => (
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            {Object.entries(checks).map(([name, replies]) => {
              const Icon = replies ? CircleCheck : CircleX;
              return (
                <li key={name} className="flex items-center gap-2">
                  <Icon aria-hidden className={replies ? "size-4 text-good" : "size-4 text-bad"} />
                  {name.replaceAll("_", " ")}
                  <span className={replies ? "sr-only" : "text-bad"}>
                    {replies ? words.replies : words.silent}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </Async>
    </Panel>
  );
}
