import { useId } from "react";

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** The values with their names, in order. */
  readonly options: Readonly<Record<T, string>>;
  readonly value: T;
  readonly choose: (value: T) => void;
  /** Whether the names are those of languages, each in its own. */
  readonly languages?: boolean;
}

/** One of a few values, all of them visible. */
export function Choice<T extends string>({ label, options, value, choose, languages }: ChoiceProps<T>) {
  const name = useId();
  const all = Object.entries(options) as [T, string][];
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <div className="flex w-fit flex-wrap gap-1 rounded-lg border border-line bg-raised p-1">
        {all.map(([each, text]) => (
          <label
            key={each}
            className="flex min-h-8 cursor-pointer items-center rounded-control px-3 text-muted hover:text-text has-checked:bg-panel has-checked:font-medium has-checked:text-text has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              checked={each === value}
              onChange={() => choose(each)}
              className="sr-only"
            />
            <span lang={languages ? each : undefined}>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
