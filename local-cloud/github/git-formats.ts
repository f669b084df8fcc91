/** A row of a tree. Modes have six digits, as on GitHub; git omits the leading zero. */
export interface TreeRow {
  readonly mode: string;
  readonly name: string;
  readonly id: string;
}

export const FOLDER = "040000";

/** The bytes of a tree object (git's hash-object format): rows in git's order, ids raw. */
export function formatTree(rows: readonly TreeRow[]): Buffer {
  const sorted = [...rows].sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  return Buffer.concat(
    sorted.flatMap(({ mode, name, id }) => [
      Buffer.from(`${mode.replace(/^0/, "")} ${name}\0`),
      Buffer.from(id, "hex"),
    ]),
  );
}

/** git compares names as bytes, a folder as if its name ended in '/'. */
const sortKey = ({ mode, name }: TreeRow) => Buffer.from(mode === FOLDER ? `${name}/` : name);

export function parseTree(data: Buffer): TreeRow[] {
  const rows: TreeRow[] = [];
  for (let at = 0; at < data.length; ) {
    const space = data.indexOf(0x20, at);
    const end = data.indexOf(0, space);
    rows.push({
      mode: data.toString("latin1", at, space).padStart(6, "0"),
      name: data.toString("utf8", space + 1, end),
      id: data.toString("hex", end + 1, end + 21),
    });
    at = end + 21;
  }
  return rows;
}

/** Author or committer; `date` is ISO 8601 with whole seconds, in UTC. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export function formatCommit({ tree, parents, author, committer, message }: Commit): Buffer {
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(author)}`,
    `committer ${formatSignature(committer)}`,
  ];
  return Buffer.from(`${lines.join("\n")}\n\n${message}`);
}

export function parseCommit(data: Buffer): Commit {
  const text = data.toString("utf8");
  const end = text.indexOf("\n\n");
  const fields = text.slice(0, end).split("\n").map(field);
  const values = (name: string) => fields.filter(([key]) => key === name).map(([, value]) => value);
  const [tree = ""] = values("tree");
  const [author = ""] = values("author");
  const [committer = ""] = values("committer");
  return {
    tree,
    parents: values("parent"),
    author: parseSignature(author),
    committer: parseSignature(committer),
    message: text.slice(end + 2),
  };
}

function field(line: string): [string, string] {
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
}

const formatSignature = ({ name, email, date }: Signature) =>
  `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;

function parseSignature(text: string): Signature {
  const [, name = "", email = "", seconds = "0"] = /^(.*) <(.*)> (\d+) /.exec(text) ?? [];
  return { name, email, date: isoSeconds(new Date(Number(seconds) * 1000)) };
}

/** `2026-01-31T12:00:00Z`, GitHub's date format. */
export const isoSeconds = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
