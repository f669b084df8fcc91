type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a terminal shows hyperlinks (OSC 8), as its own variables tell. Multiplexers pass the variables of the
 * terminal on but not always the links, so inside one there are none. FORCE_HYPERLINK decides where it is set.
 */
export function supportsHyperlinks(env: Environment): boolean {
  if (env.FORCE_HYPERLINK) return env.FORCE_HYPERLINK !== "0";
  if (env.TMUX || env.STY || env.CI || env.TERM === "dumb") return false;
  return (
    Number(env.VTE_VERSION) >= 5000 ||
    ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"].includes(env.TERM_PROGRAM ?? "") ||
    ["xterm-kitty", "xterm-ghostty", "alacritty", "foot"].includes(env.TERM ?? "") ||
    Boolean(env.WT_SESSION || env.KONSOLE_VERSION)
  );
}

/** An http or https address in its normal form, in ASCII and without a password; undefined for anything else. */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (!isWeb || url.username || url.password) return undefined;
  return url.pathname === "/" && !url.search && !url.hash && !text.endsWith("/") ? url.origin : url.href;
}
