import { useQuery } from "@tanstack/react-query";
import type { Theme } from "#sdk/typescript/api.ts";
import { themes } from "../service/queries.ts";
import { useWords } from "../words/words.ts";

export type ThemeId = Theme["id"];

interface ThemeChoiceProps {
  readonly chosen: ThemeId | undefined;
  readonly choose: (theme: ThemeId | undefined) => void;
}

/** Looks after famous apps, each with a picture. Without a choice, the request decides. */
export function ThemeChoice({ chosen, choose }: ThemeChoiceProps) {
  const { build } = useWords();
  const { data } = useQuery(themes);
  if (!data) return null;
  const title = data.themes.find(({ id }) => id === chosen)?.title;
  return (
    <details className="mt-3">
      <summary className="w-fit rounded-control px-2 py-1 text-muted hover:text-text">
        {build.look(title ?? build.asRequestedShort)}
      </summary>
      <fieldset className="mt-2">
        <legend className="sr-only">{build.lookOfTheApp}</legend>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          <Choice name={build.asRequested} checked={chosen === undefined} choose={() => choose(undefined)} />
          {data.themes.map(({ id, title: name, preview }) => (
            <Choice
              key={id}
              name={name}
              picture={preview}
              checked={chosen === id}
              choose={() => choose(id)}
            />
          ))}
        </div>
      </fieldset>
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly picture?: string;
  readonly checked: boolean;
  readonly choose: () => void;
}

function Choice({ name, picture, checked, choose }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer flex-col gap-1 rounded-lg border border-line p-2 has-checked:border-accent has-checked:bg-tint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      {picture ? (
        <img src={picture} alt="" className="w-full rounded" loading="lazy" />
      ) : (
        <span className="flex-1" />
      )}
      <span className="flex items-center gap-2">
        <input type="radio" name="look" checked={checked} onChange={choose} className="accent-(--solid)" />
        {name}
      </span>
    </label>
  );
}
