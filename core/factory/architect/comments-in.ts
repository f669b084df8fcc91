interface Comment {
  readonly line: number;
  readonly text: string;
}

/** How comments begin in files of a kind. */
const KINDS: readonly { readonly files: RegExp; readonly starts: RegExp }[] = [
  { files: /\.(?:md|txt|xml|svg)$/i, starts: /<!--/g },
  {
    files: /\.(?:py|rb|sh|ya?ml|toml|ini|conf)$|(?:^|\/)(?:Dockerfile|Makefile|requirements\.txt|\.[\w.]+)$/i,
    starts: /(?<=^|\s)#/g,
  },
];
/** In scripts and style sheets, which pages contain as well. The slashes of an address begin no comment. */
const USUAL = /(?<!:)\/\/|\/\*|<!--/g;
const ENDS: ReadonlyMap<string, string> = new Map([
  ["/*", "*/"],
  ["<!--", "-->"],
]);
/** Whether a line begins with a comment, so that its start is in no string. */
const BEGINS = /^\s*\{?(?:\/\*|<!--)/;

/** The comments of a file, each in one line of text, without what marks its start, its lines and its end. */
export function commentsIn(path: string, lines: readonly string[]): Comment[] {
  const starts = KINDS.find(({ files }) => files.test(path))?.starts ?? USUAL;
  const comments: Comment[] = [];
  for (let line = 0; line < lines.length; line++) {
    const content = lines[line] as string;
    for (const { 0: start, index } of content.matchAll(starts)) {
      const rest = content.slice(index + start.length);
      const end = ENDS.get(start);
      if (end === undefined || rest.includes(end) || !BEGINS.test(content))
        comments.push({ line, text: end === undefined ? rest : upTo(rest, end) });
      else {
        const last = lines.findIndex((each, at) => at > line && each.includes(end));
        const more = lines.slice(line + 1, last < 0 ? undefined : last + 1);
        comments.push({ line, text: [rest, ...more.map((each) => inner(upTo(each, end)))].join(" ") });
        line += more.length;
        break;
      }
    }
  }
  return comments;
}

const inner = (line: string): string => line.replace(/^\s*\*?\s*/, "");
const upTo = (text: string, end: string): string => text.split(end)[0] as string;
