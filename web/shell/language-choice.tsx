import { useMutation } from "@tanstack/react-query";
import { LANGUAGES, type Language } from "../words/language.ts";
import { chooseLanguage, useWords } from "../words/words.ts";

/** The language of the client on this device. */
export function LanguageChoice() {
  const { language, shell } = useWords();
  const choose = useMutation({ mutationFn: chooseLanguage });
  return (
    <select
      aria-label={shell.language}
      value={language}
      className="mt-1 min-h-9 w-full rounded-control bg-transparent px-1.5 text-muted hover:bg-raised hover:text-text pointer-coarse:min-h-11"
      onChange={({ target }) => choose.mutate(target.value as Language)}
    >
      {Object.entries(LANGUAGES).map(([id, name]) => (
        <option key={id} value={id} lang={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
