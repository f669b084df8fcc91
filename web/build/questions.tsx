import type { ShownPlan } from "#sdk/typescript/api.ts";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/words.ts";

interface QuestionsProps {
  readonly questions: ShownPlan["questions"];
  readonly answer: (text: string) => void;
}

/** The plan's next open question, with its answers to choose from. */
export function Questions({ questions, answer }: QuestionsProps) {
  const { build } = useWords();
  const [next] = questions;
  if (!next || next.options.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{next.question}</legend>
      <div className="flex flex-wrap gap-2">
        {next.options.map((option) => (
          <Button key={option} onClick={() => answer(option)}>
            {option}
            {option === next.default && <span className="text-muted">{build.byDefault}</span>}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
