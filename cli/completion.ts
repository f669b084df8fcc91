/** What a shell completes: commands with their options, and the words that can follow. */
export interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly summary: string }[];
  readonly words: readonly string[];
}

const SCRIPTS = new Map(Object.entries({ bash, zsh, fish }));

export const SHELLS: readonly string[] = [...SCRIPTS.keys()];

/** The completion script of a shell for these commands; undefined for a shell that is not known. */
export function completionScript(shell: string, commands: readonly Completed[]): string | undefined {
  return SCRIPTS.get(shell)?.(commands);
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(
    ({ name, options, words }) =>
      `    ${name}) options="${options.map(({ flag }) => flag).join(" ")}" words="${words.join(" ")}" ;;`,
  );
  return `# bash completion of gantry
_gantry() {
  local current=\${COMP_WORDS[COMP_CWORD]} options="--help --version" words="${names(commands)}"
  if ((COMP_CWORD > 1)); then
    options="" words=""
    case \${COMP_WORDS[1]} in
${cases.join("\n")}
    esac
  fi
  case $current in
  -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
  *) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
  esac
}
complete -o default -F _gantry gantry
`;
}

function zsh(commands: readonly Completed[]): string {
  const described = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.map(({ flag, summary }) => quote(`${flag}[${summary.replace(/[[\]]/g, "")}]`));
    const rest = words.length > 0 ? quote(`*:word:(${words.join(" ")})`) : quote("*:file:_files");
    return `    ${name}) _arguments ${[...specs, rest].join(" ")} ;;`;
  });
  return `#compdef gantry
_gantry() {
  local -a commands=(
${described.join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join("\n")}
  esac
}
if [[ $funcstack[1] == _gantry ]]; then _gantry "$@"; else compdef _gantry gantry; fi
`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, summary, options, words }) => {
    const seen = `-n "__fish_seen_subcommand_from ${name}"`;
    return [
      `complete -c gantry -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
      ...options.map(
        ({ flag, summary: what }) => `complete -c gantry ${seen} -l ${flag.slice(2)} -d ${quote(what)}`,
      ),
      ...(words.length > 0 ? [`complete -c gantry ${seen} -f -a ${quote(words.join(" "))}`] : []),
    ];
  });
  return `# fish completion of gantry\n${lines.join("\n")}\n`;
}

function names(commands: readonly Completed[]): string {
  return commands.map(({ name }) => name).join(" ");
}

/** A word in single quotes, for all three shells. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
