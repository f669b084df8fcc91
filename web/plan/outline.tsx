import type { Specification } from "#sdk/typescript/api.ts";
import { useWords } from "../words/words.ts";
import { Commentable } from "./commentable.tsx";
import type { Commenting } from "./comments.ts";
import { rowsOf } from "./outline-rows.ts";

interface OutlineProps {
  readonly specification: Specification;
  readonly commenting: Commenting | undefined;
}

/** What an app or a site is made of, folded. */
export function Outline({ specification, commenting }: OutlineProps) {
  const words = useWords();
  return (
    <details className="mt-5">
      <summary className="font-semibold text-muted">{words.plan.madeOf[specification.kind]}</summary>
      <dl className="mt-2 space-y-2">
        {rowsOf(words, specification).map(([term, items]) => (
          <div key={term}>
            <dt className="font-medium">{term}</dt>
            <dd className="text-muted">
              <Commentable line={`${term}: ${[...new Set(items)].join(", ")}`} commenting={commenting}>
                {[...new Set(items)].join(", ")}
              </Commentable>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
