import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import type { Check } from "#sdk/typescript/api.ts";
import { checks } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";

const STATES = {
  ok: { icon: CircleCheck, color: "text-good" },
  warn: { icon: TriangleAlert, color: "text-wait" },
  fail: { icon: CircleX, color: "text-bad" },
} as const;

/** What the running installation knows about itself, and which command knows the rest. */
export function Checks() {
  const { checks: words } = useWords();
  const query = useQuery(checks);
  return (
    <div className="space-y-3">
      <Async query={query} lines={6}>
        {({ checks: found }) => (
          <ul
            aria-label={words.title}
            className="divide-y divide-line rounded-panel border border-line bg-panel"
          >
            {found.map((check) => (
              <Row key={check.name} check={check} />
            ))}
          </ul>
        )}
      </Async>
      <p className="text-sm text-muted">
        {inline(
          words.elsewhere(
            <code key="here" className="font-mono">
              gantry doctor
            </code>,
            <code key="aws" className="font-mono">
              gantry doctor --aws
            </code>,
          ),
        )}
      </p>
      <Button busy={query.isFetching} onClick={() => void query.refetch()}>
        {words.again}
      </Button>
    </div>
  );
}

function Row({ check: { name, state, detail, fix } }: { readonly check: Check }) {
  const { checks: words } = useWords();
  const { icon: Icon, color } = STATES[state];
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", color)} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{name.replaceAll("_", " ")}</span>{" "}
          <span className={state === "ok" ? "sr-only" : cx("text-sm", color)}>{words.states[state]}</span>
        </p>
        <p lang="en" className="text-sm text-muted">
          {detail}
        </p>
        {fix && (
          <p lang="en" className="mt-1 text-sm">
            {words.fix(fix)}
          </p>
        )}
      </div>
    </li>
  );
}
