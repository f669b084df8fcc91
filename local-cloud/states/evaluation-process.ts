// The process that evaluates expressions; see evaluator.ts. It ends with its parent, when the channel closes.
import { type Evaluation, evaluateHere } from "./evaluation.ts";
import type { EvaluationReply } from "./evaluator.ts";
import { QueryError } from "./jsonata.ts";

process.on("message", (evaluation: Evaluation) => {
  evaluateHere(evaluation).then(
    (value) => reply({ value }),
    (error: Error) => reply({ error: error.message, expected: error instanceof QueryError }),
  );
});

function reply(message: EvaluationReply): void {
  process.send?.(message);
}
