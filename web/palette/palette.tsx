import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { cx } from "../ui/cx.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useWords } from "../words/words.ts";
import { type Command, type Group, useCommands } from "./use-commands.ts";

/** Finds pages, records and actions by their names: a combobox with a list (WAI-ARIA APG) in a dialog. */
export default function Palette({ close }: { readonly close: () => void }) {
  const { palette } = useWords();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const { commands, isSearching } = useCommands(query);
  const active = commands[Math.min(at, commands.length - 1)];
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && commands.length > 0)
      setAt((Math.min(at, commands.length - 1) + step + commands.length) % commands.length);
    else if (event.key === "Enter") run(active);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={palette.title} filled close={close}>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={palette.title}
          aria-expanded={commands.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={active?.id}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={palette.hint}
          value={query}
          className="min-h-12 w-full bg-transparent outline-none placeholder:text-muted"
          onChange={({ target }) => {
            setQuery(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <Results commands={commands} active={active} run={run} />
      <p role="status" className={commands.length > 0 ? "sr-only" : "px-4 py-8 text-center text-muted"}>
        {commands.length > 0
          ? palette.results(commands.length)
          : isSearching
            ? palette.searching
            : palette.nothing(query.trim())}
      </p>
    </Dialog>
  );
}

interface ResultsProps {
  readonly commands: readonly Command[];
  readonly active: Command | undefined;
  readonly run: (command: Command) => void;
}

function Results({ commands, active, run }: ResultsProps) {
  const { palette } = useWords();
  const groups = [...Map.groupBy(commands, ({ group }) => group)];
  return (
    <div
      id="palette-list"
      role="listbox"
      aria-label={palette.title}
      className="max-h-[min(60vh,26rem)] overflow-y-auto p-2 empty:hidden"
    >
      {groups.map(([group, entries]) => (
        <Section key={group} group={group}>
          {entries.map((command) => (
            <Option key={command.id} command={command} isActive={command === active} run={run} />
          ))}
        </Section>
      ))}
    </div>
  );
}

function Section({ group, children }: { readonly group: Group; readonly children: React.ReactNode }) {
  const { palette } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options is no group of form controls
    <div role="group" aria-label={palette.groups[group]} className="not-first:mt-2">
      <div aria-hidden className="px-2 py-1 text-xs font-semibold text-muted">
        {palette.groups[group]}
      </div>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly command: Command;
  readonly isActive: boolean;
  readonly run: (command: Command) => void;
}

function Option({ command, isActive, run }: OptionProps) {
  const { id, title, detail } = command;
  useEffect(() => {
    if (isActive) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [isActive, id]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text box of the combobox has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text box
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={cx(
        "flex min-h-9 gap-3 cursor-pointer items-center rounded-control px-2 hover:bg-raised pointer-coarse:min-h-11",
        isActive && "bg-tint text-accent",
      )}
      onClick={() => run(command)}
    >
      <bdi className="truncate">{title}</bdi>
      {detail && <span className="ms-auto shrink-0 text-sm text-muted">{detail}</span>}
    </div>
  );
}
