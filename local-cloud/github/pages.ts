import { diffCommits, type FileChange } from "./git-diff.ts";
import { FOLDER } from "./git-formats.ts";
import { commitsBetween } from "./git-history.ts";
import type { GitRepository } from "./git-repository.ts";
import { listTree } from "./git-trees.ts";
import type { Pull, Repository } from "./state.ts";
import { pullRange } from "./views/pull.ts";
import { repositoryPage } from "./views/repository.ts";
import type { World } from "./world.ts";

/** The pages behind links: HTML without scripts, with all content of the repository escaped. */
export function repositoryHtml(world: World, repository: Repository, git: GitRepository): string {
  const link = repositoryPage(world, repository);
  const pulls = world.state.pulls(repository.id).toReversed();
  const branches = git.refs("refs/heads");
  const head = git.commit(git.ref(`refs/heads/${repository.default_branch}`) ?? "");
  const files = head ? listTree(git.objects, head.tree, true).filter(({ mode }) => mode !== FOLDER) : [];
  return document(
    `${repository.owner}/${repository.name}`,
    text("p", repository.description ?? ""),
    `<pre>git clone ${escapeHtml(link)}.git</pre>`,
    "<h2>Pull requests</h2>",
    list(
      pulls.map(
        (pull) =>
          `<a href="${link}/pull/${pull.number}">#${pull.number} ${escapeHtml(pull.title)}</a> ${stateOf(pull)}`,
      ),
    ),
    "<h2>Branches</h2>",
    list(branches.map(escapeHtml)),
    `<h2>Files of ${escapeHtml(repository.default_branch)}</h2>`,
    list(files.map(({ name }) => escapeHtml(name))),
  );
}

export async function pullHtml(world: World, repository: Repository, git: GitRepository, pull: Pull) {
  const { from, base, head } = pullRange(git, pull);
  const files = await diffCommits(git.dir, from, head);
  const commits = commitsBetween(git, base, head);
  const link = repositoryPage(world, repository);
  return document(
    `#${pull.number} ${pull.title}`,
    `<p>${stateOf(pull)}: <b>${escapeHtml(pull.head)}</b> into <b>${escapeHtml(pull.base)}</b> of <a href="${link}">${escapeHtml(
      `${repository.owner}/${repository.name}`,
    )}</a></p>`,
    pull.state === "open"
      ? `<pre>git clone --branch ${escapeHtml(pull.head)} ${escapeHtml(link)}.git</pre>`
      : "",
    text("pre", pull.body ?? ""),
    ...world.state
      .comments(pull.id)
      .map((comment) => text("blockquote", `${comment.author}: ${comment.body}`)),
    "<h2>Commits</h2>",
    list(commits.map((id) => `<code>${id.slice(0, 10)}</code> ${escapeHtml(firstLine(git, id))}`)),
    `<h2>${files.length} files</h2>`,
    ...files.map(fileHtml),
  );
}

const stateOf = (pull: Pull): string => (pull.merged ? "merged" : pull.state);

export const notFoundHtml = (): string =>
  document("Not found", text("p", "There is no such repository or pull request here."));

function fileHtml({ filename, status, additions, deletions, patch }: FileChange): string {
  const lines = (patch ?? "Binary file, or nothing but its name or mode changed.")
    .split("\n")
    .map((line) => `<span class="${LINE_CLASS[line[0] ?? ""] ?? ""}">${escapeHtml(line)}</span>`);
  const title = `${escapeHtml(filename)} <small>${status} +${additions} −${deletions}</small>`;
  return `<details open><summary>${title}</summary><pre>${lines.join("\n")}</pre></details>`;
}

const LINE_CLASS: Record<string, string> = { "+": "add", "-": "del", "@": "at" };

function firstLine(git: GitRepository, id: string): string {
  return git.commit(id)?.message.split("\n")[0] ?? "";
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
pre { overflow-x: auto; padding: .75rem; border: 1px solid #8884; border-radius: .5rem; font-size: 13px }
summary { cursor: pointer; font-weight: 600; margin-top: 1rem }
.add { color: #1a7f37 } .del { color: #cf222e } .at { color: #8250df }
`;

function document(title: string, ...parts: string[]): string {
  const safe = escapeHtml(title);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe}</title>`;
  return `<!doctype html><html lang="en"><head>${head}<style>${STYLE}</style></head><body><h1>${safe}</h1>${parts.join("\n")}</body></html>\n`;
}

const text = (tag: string, content: string) => `<${tag}>${escapeHtml(content)}</${tag}>`;

const list = (items: readonly string[]) =>
  items.length === 0 ? "<p>None.</p>" : `<ul>${items.map((item) => `<li>${item}</li>`).join("\n")}</ul>`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(content: string): string {
  return content.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
