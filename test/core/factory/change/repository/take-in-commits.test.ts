import { describe, expect, it } from "@jest/globals";
import { generateApp } from "#core/factory/generate/generate.ts";
import type { Plan, Proposal } from "#core/factory/plan/plan.ts";
import type { Release } from "#core/factory/project/release.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { fileBytes, fileOf, fileText, type SourceFile } from "#core/kernel/files.ts";
import { gitTreeId, type TreeFile } from "#core/kernel/tree.ts";
import type { ModelRequest } from "#core/model/converser.ts";
import { consult as brain } from "#local/brain/roles/consultant.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { createMission, MISSION } from "#test/support/samples.ts";
import { changed, ID, inputOf, release, say, store } from "../released.ts";

const COMMIT = "2".repeat(40);
const PICTURE = Uint8Array.from([137, 80, 78, 71, 0, 255, 254]);

const asTree = (files: readonly SourceFile[]): TreeFile[] =>
  files.map((file) => ({ path: file.path, bytes: fileBytes(file) }));

/** A world with a released and published app to whose repository `commit` was applied. */
async function committed(
  commit: (files: readonly TreeFile[]) => readonly TreeFile[],
  { words = "plant watering tracker", ...facts }: Partial<Release> & { words?: string } = {},
) {
  const world = memoryWorld({
    models: { consultant: (request: ModelRequest) => brain(inputOf(request)) },
  });
  const proposal = brain({ messages: [words] }).proposal as Proposal;
  const plan: Plan = { ...proposal, deploy: true, publish: true, request: [words], design_image: null };
  await createMission(world, { plan });
  const base = generateApp(
    { ...plan, specification: plan.specification as Specification },
    await world.library(),
  );
  const source = await store(world, base);
  const tree = gitTreeId(asTree(base.files));
  const pull_request = "https://git.test/gantry/plants/pull/1";
  await release(world, { source, generated_base: source, pull_request, ...facts }, tree);
  const files = commit(asTree(base.files));
  const head = { branch: "main", commit: COMMIT, tree: gitTreeId(files) };
  world.repositories.committed.set(ID, { head, files });
  return { world, base };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const appended = (path: string, text: string) => (files: readonly TreeFile[]) =>
  files.map((file) =>
    file.path === path ? { path, bytes: bytes(new TextDecoder().decode(file.bytes) + text) } : file,
  );
/** Edits two files, adds two and deletes one. */
const edited = (files: readonly TreeFile[]): TreeFile[] => [
  ...appended(
    "README.md",
    "\nBy hand.\n",
  )(appended("public/index.html", "<!-- by hand -->\n")(files)).filter(({ path }) => path !== "LICENSE"),
  { path: "docs/notes.txt", bytes: bytes("Notes\n") },
  { path: "public/leaf.png", bytes: PICTURE },
];

describe("a change after commits to the repository", () => {
  it("starts from them, and its plan names the branch, the commit and the files", async () => {
    const { world } = await committed(edited);
    const { plan, speech } = await say(world, "make it blue");
    expect(speech).toMatch(
      /^Takes in what was committed to main since the release: README\.md, public\/index\.html, docs\/notes\.txt, public\/leaf\.png( and \d more)?\. Changes the accent/,
    );
    expect(plan?.change?.repository).toMatchObject({
      branch: "main",
      commit: COMMIT,
      files: { added: ["docs/notes.txt", "public/leaf.png"], changed: ["README.md", "public/index.html"] },
    });
    expect(plan?.change?.files?.changed).not.toContain("README.md");
    expect(plan?.change?.files?.changed).toContain("public/theme.css");
  });

  it("keeps them, byte for byte, beside what it changes", async () => {
    const { world, base } = await committed(edited);
    const { manifest } = await changed(world, "make it blue");
    const after = new Map(manifest.files.map((file) => [file.path, file]));
    for (const { path, bytes: wanted } of edited(asTree(base.files))) {
      if (["public/icon.svg", "public/theme.css", "specification/app.json"].includes(path)) continue;
      expect(fileBytes(after.get(path) as SourceFile)).toEqual(wanted);
    }
    const theme = base.files.find(({ path }) => path === "public/theme.css") as SourceFile;
    expect(fileText(after.get("public/theme.css") as SourceFile)).not.toBe(fileText(theme));
    expect(manifest.acceptance.length).toBeGreaterThan(0);
  });

  it("reads only the files that differ from the release", async () => {
    const { world } = await committed(edited);
    await say(world, "make it blue");
    expect(world.repositories.readPaths.sort()).toEqual([
      "README.md",
      "docs/notes.txt",
      "public/index.html",
      "public/leaf.png",
    ]);
  });

  it.each([
    ["a plant watering tracker", "release what I committed"],
    ["eine App für Pflanzen mit Fotos", "Veröffentliche meine Änderungen"],
    ["une application pour mes plantes", "publie ce que j'ai commité"],
    ["una app para mis plantas", "publica mis cambios"],
  ])("may change nothing else: %s, %s", async (words, message) => {
    const { world, base } = await committed(edited, { words });
    const { plan } = await say(world, message);
    expect(plan?.change?.edits).toHaveLength(1);
    expect(plan?.change?.files).toEqual({ added: [], changed: [], deleted: [] });
    const { manifest } = await changed(world, message);
    expect(gitTreeId(asTree(manifest.files))).toBe(gitTreeId(edited(asTree(base.files))));
  });

  it("has no plan if all that was asked for is refused", async () => {
    const { world } = await committed(edited);
    const { plan, speech } = await say(world, "with a blockchain");
    expect(plan).toBeNull();
    expect(speech).toMatch(/nothing to change/);
  });

  it("has no plan where both need the same lines to be different, and names the place", async () => {
    const { world } = await committed((files) =>
      files.map((file) =>
        file.path === "public/theme.css"
          ? {
              ...file,
              bytes: bytes(
                new TextDecoder()
                  .decode(file.bytes)
                  .replaceAll(/--accent: #[0-9a-f]{6};/g, "--accent: #123456;"),
              ),
            }
          : file,
      ),
    );
    const { plan, speech } = await say(world, "make it blue");
    expect(plan).toBeNull();
    expect(speech).toMatch(/public\/theme\.css/);
  });
});

describe("the repository of an app", () => {
  const untouched = async (
    facts: Partial<Release>,
    prepare = (_: Awaited<ReturnType<typeof committed>>) => {},
  ) => {
    const made = await committed(edited, facts);
    prepare(made);
    const { plan } = await say(made.world, "make it blue");
    expect(plan?.change?.edits).toHaveLength(1);
    expect(plan?.change?.repository).toBeUndefined();
    expect(made.world.repositories.readPaths).toEqual([]);
  };

  it("is not read if the app was never published", () => untouched({ pull_request: null }));

  it("is not read after a rollback, because it still has what was rolled back", () =>
    untouched({ restores: 1 }));

  it("may be gone, or without its branch", () =>
    untouched({}, ({ world }) => world.repositories.committed.set(ID, { head: null, files: [] })));

  it("may have nothing but the release", () =>
    untouched({}, ({ world, base }) => {
      const files = asTree(base.files);
      const head = { branch: "main", commit: COMMIT, tree: gitTreeId(files) };
      world.repositories.committed.set(ID, { head, files });
    }));
});

describe("a file in the repository that cannot be part of an app", () => {
  const with_ = (file: TreeFile) => (files: readonly TreeFile[]) => [...files, file];
  it.each([
    [
      "a symbolic link",
      { path: "link", bytes: bytes("/etc/passwd"), mode: "120000" },
      /'link' is a symbolic link/,
    ],
    ["a submodule", { path: "sub", bytes: bytes(""), mode: "160000" }, /'sub' is a submodule/],
    ["an executable file", { path: "run.sh", bytes: bytes("ls"), mode: "100755" }, /'run\.sh' is executable/],
    [
      "a lock file",
      { path: "package-lock.json", bytes: bytes("{}") },
      /must not contain 'package-lock\.json'/,
    ],
    ["settings of a package manager", { path: ".npmrc", bytes: bytes("x") }, /must not contain '\.npmrc'/],
    ["another alphabet", { path: "größe.md", bytes: bytes("x") }, /'gr\?\?e\.md' must consist of/],
    ["the same name in capitals", { path: "readme.MD", bytes: bytes("x") }, /'readme\.MD' is a duplicate/],
    ["11 MB", { path: "a.bin", bytes: new Uint8Array(11 * 2 ** 20) }, /'a\.bin' has \d+ bytes; at most/],
  ])("refuses the change, and nothing is read: %s", async (_, file, message) => {
    const { world } = await committed(with_(file as TreeFile));
    await expect(say(world, "make it blue")).rejects.toMatchObject({
      code: "UnsupportedRequest",
      message: expect.stringMatching(message),
    });
    expect(world.repositories.readPaths).toEqual([]);
  });
});

describe("what is read", () => {
  it("is what the commit contains, or nothing is planned", async () => {
    const { world } = await committed(edited);
    const { files } = world.repositories.committed.get(ID) ?? { files: [] };
    const head = { branch: "main", commit: COMMIT, tree: "3".repeat(40) };
    world.repositories.committed.set(ID, { head, files });
    await expect(say(world, "make it blue")).rejects.toMatchObject({ code: "Internal" });
  });

  it("is asked for by the name of the project and the branch of its mission", async () => {
    const { world } = await committed(edited);
    const asked: unknown[] = [];
    world.repositories.findHead = async (published) => {
      asked.push(published);
      return null;
    };
    await say(world, "make it blue");
    expect(asked).toEqual([{ name: ID, branch: `gantry/${MISSION.mission_id}` }]);
  });
});

describe("bytes of a file", () => {
  it("become text only if the text is exactly these bytes", () => {
    expect(fileOf("a", bytes("größe\r\n"))).toEqual({ path: "a", content: "größe\r\n" });
    expect(fileOf("a", Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toEqual({ path: "a", content: "\uFEFFa" });
    for (const raw of [PICTURE, Uint8Array.from([0xff]), bytes("a\0b")]) {
      expect(fileOf("a", raw).encoding).toBe("base64");
      expect(fileBytes(fileOf("a", raw))).toEqual(raw);
    }
  });
});
