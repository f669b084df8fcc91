import { randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { unzipSync } from "fflate";
import { readBuildLog } from "#core/factory/mission/attempts/build-log.ts";
import { readFile, readFiles } from "#core/factory/mission/attempts/files.ts";
import { readAttempts } from "#core/factory/mission/attempts/read-attempts.ts";
import { readScreenshot } from "#core/factory/mission/attempts/screenshot.ts";
import { readSourceArchive } from "#core/factory/mission/attempts/source-archive.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { openMission, record } from "#core/factory/steps/context.ts";
import { verifyPreview } from "#core/factory/steps/verify.ts";
import { buildFolder, putArtifact } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { inspected, missionWorld, runUntil } from "#test/core/factory/steps/mission-run.ts";
import { OWNER, PASSED, STRANGER, type World } from "#test/support/memory-world.ts";
import { MANIFEST, MISSION, redResult } from "#test/support/samples.ts";

const picture = (name: string) => new TextEncoder().encode(`png ${name}`);

/** A mission whose first attempt failed in its build and whose second was repaired by a rule. */
async function repaired(): Promise<World> {
  const world = await missionWorld();
  await runUntil(world, "build");
  const started = (attempt: number) =>
    missionSignal("gantry.build.started", { attempt, retry: 0, task: "t" });
  await record(await openMission(world, MISSION), [started(1)]);
  await inspected(world, redResult(1, "not ok 1"));
  const [page, test] = MANIFEST.files as [
    { path: string; content: string },
    { path: string; content: string },
  ];
  const files = [
    { path: "public/index.html", content: `${page.content}\n<p>Repaired</p>` },
    test,
    { path: "public/new.css", content: "p { color: red }" },
  ];
  const manifest = canonicalJson({ ...MANIFEST, files });
  const manifest_sha256 = await putArtifact(world.artifacts, OWNER.tenant, manifest);
  const facts = { attempt: 1, by: "rules" as const, fixes: ["Adds a style."], manifest_sha256 };
  await record(await openMission(world, MISSION), [missionSignal("gantry.heal.applied", facts), started(2)]);
  return world;
}

const log = (world: World, attempt: number, text: string) =>
  world.artifacts.put(`${buildFolder(OWNER.tenant, "m_1", attempt, 0)}/log.txt`, text);

describe("the attempts of a mission", () => {
  it("are its drafts and repairs with their builds", async () => {
    const { attempts } = await readAttempts(await repaired(), OWNER, "m_1");
    expect(attempts).toMatchObject([
      {
        attempt: 1,
        repairs: [],
        policy: { verdict: "allow" },
        builds: [{ retry: 0, verdict: "code", reason: "The audit failed with exit code 1." }],
        acceptance: null,
      },
      {
        attempt: 2,
        by: "rules",
        repairs: ["Adds a style."],
        builds: [{ retry: 0, verdict: null, ended_at: null }],
      },
    ]);
  });

  it("contain the results of acceptances with their pictures", async () => {
    const world = await missionWorld();
    await runUntil(world, "verify");
    const [screenshot, phone_screenshot] = [picture("wide"), picture("narrow")];
    const report = { ...PASSED, screenshot, phone_screenshot };
    world.reports.splice(0, 1, report);
    await verifyPreview(world, { ...MISSION, attempt: 1 });
    const { acceptance } = (await readAttempts(world, OWNER, "m_1")).attempts[0] ?? {};
    expect(acceptance).toMatchObject({ passed: true, results: PASSED.results });
    expect(acceptance?.screenshots.map(({ width }) => width)).toEqual([1280, 390]);
    const [wide, narrow] = acceptance?.screenshots ?? [];
    expect(await readScreenshot(world, OWNER, "m_1", wide?.sha256 ?? "")).toEqual(screenshot);
    expect(await readScreenshot(world, OWNER, "m_1", narrow?.sha256 ?? "")).toEqual(phone_screenshot);
  });

  it("show only pictures of this mission", async () => {
    const world = await repaired();
    const other = await putArtifact(world.artifacts, OWNER.tenant, picture("other"), "image/png");
    await expect(readScreenshot(world, OWNER, "m_1", other)).rejects.toMatchObject({
      code: "NotFound",
      field: "sha256",
    });
  });

  it("are not found for strangers", async () => {
    const world = await repaired();
    for (const read of [
      () => readAttempts(world, STRANGER, "m_1"),
      () => readFiles(world, STRANGER, "m_1", 1),
      () => readFile(world, STRANGER, "m_1", { path: "public/index.html" }),
      () => readBuildLog(world, STRANGER, "m_1", { after: 0 }),
      () => readSourceArchive(world, STRANGER, "m_1", 1),
      () => readScreenshot(world, STRANGER, "m_1", "a".repeat(64)),
    ])
      await expect(read()).rejects.toMatchObject({ code: "NotFound", field: "id" });
  });
});

describe("the files of an attempt", () => {
  it("are listed with what changed since the attempt before", async () => {
    const world = await repaired();
    expect(await readFiles(world, OWNER, "m_1", undefined)).toMatchObject({
      attempt: 2,
      compared_with: { kind: "attempt", number: 1 },
      files: [
        { path: "public/index.html", change: "changed" },
        { path: "public/new.css", change: "added", bytes: 16 },
        { path: "test/app.test.js", change: "unchanged" },
      ],
    });
    expect(await readFiles(world, OWNER, "m_1", 1)).toMatchObject({
      attempt: 1,
      compared_with: null,
      files: [{ change: "unchanged" }, { change: "unchanged" }],
    });
  });

  it("are shown with the lines that differ", async () => {
    const world = await repaired();
    expect(await readFile(world, OWNER, "m_1", { path: "public/index.html" })).toMatchObject({
      content: "<!doctype html><h1>Tasks</h1>\n<p>Repaired</p>",
      before: "<!doctype html><h1>Tasks</h1>",
      hunks: [{ from: 1, to: 1, start: 1, end: 2 }],
    });
    expect(await readFile(world, OWNER, "m_1", { path: "public/new.css" })).toMatchObject({
      change: "added",
      before: null,
      hunks: [],
    });
  });

  it("are an archive in one folder, the same bytes each time", async () => {
    const world = await repaired();
    const { filename, archive } = await readSourceArchive(world, OWNER, "m_1", 2);
    const again = await readSourceArchive(world, OWNER, "m_1", 2);
    expect(archive).toEqual(again.archive);
    const { state } = await openMission(world, MISSION);
    expect(filename).toBe(`${state.project}-2.zip`);
    const files = unzipSync("bytes" in archive ? archive.bytes : new Uint8Array());
    expect(Object.keys(files).sort()).toEqual(
      ["public/index.html", "public/new.css", "test/app.test.js"].map((path) => `${state.project}/${path}`),
    );
  });

  it("are a link if the archive is large", async () => {
    const world = await missionWorld();
    const noise = randomBytes(4.1 * 2 ** 20); // Does not get smaller in an archive.
    const manifest = canonicalJson({
      ...MANIFEST,
      files: [{ path: "public/noise.bin", content: noise.toString("base64"), encoding: "base64" }],
    });
    await runUntil(world, "check");
    const manifest_sha256 = await putArtifact(world.artifacts, OWNER.tenant, manifest);
    const facts = { attempt: 1, by: "rules" as const, fixes: ["Adds noise."], manifest_sha256 };
    await record(await openMission(world, MISSION), [missionSignal("gantry.heal.applied", facts)]);
    const { archive } = await readSourceArchive(world, OWNER, "m_1", 2);
    expect(archive).toEqual({ url: expect.stringContaining("artifacts") });
  });

  it("of an attempt or a path that does not exist are not found", async () => {
    const world = await repaired();
    await expect(readFiles(world, OWNER, "m_1", 3)).rejects.toMatchObject({
      code: "NotFound",
      field: "attempt",
    });
    await expect(readFile(world, OWNER, "m_1", { path: "__proto__" })).rejects.toMatchObject({
      code: "NotFound",
      field: "path",
    });
    await expect(readFiles(await missionWorld(), OWNER, "m_1", undefined)).rejects.toMatchObject({
      code: "NotFound",
      message: "The mission has no draft yet.",
    });
  });
});

describe("the log of a build", () => {
  it("is read in pages, and is complete when the build has ended", async () => {
    const world = await repaired();
    await log(world, 1, "one\ntwo\nthree\n");
    expect(await readBuildLog(world, OWNER, "m_1", { attempt: 1, after: 0 })).toMatchObject({
      lines: ["one", "two", "three"],
      next_after: 3,
      complete: true,
    });
    expect(await readBuildLog(world, OWNER, "m_1", { attempt: 1, after: 2 })).toMatchObject({
      lines: ["three"],
      next_after: 3,
    });
    await log(world, 1, "line\n".repeat(5000));
    const first = await readBuildLog(world, OWNER, "m_1", { attempt: 1, after: 0 });
    expect(first).toMatchObject({ next_after: 2000, complete: false });
    const last = await readBuildLog(world, OWNER, "m_1", { attempt: 1, after: 4000 });
    expect(last).toMatchObject({ next_after: 5000, complete: true });
  });

  it("grows while the build runs", async () => {
    const world = await repaired();
    const read = (after: number) => readBuildLog(world, OWNER, "m_1", { after });
    expect(await read(0)).toMatchObject({ attempt: 2, lines: [], next_after: 0, complete: false });
    await log(world, 2, "one\n");
    expect(await read(0)).toMatchObject({ lines: ["one"], next_after: 1, complete: false });
    await log(world, 2, "one\ntwo");
    expect(await read(1)).toMatchObject({ lines: ["two"], next_after: 2, complete: false });
  });

  it("is cut into replies of bounded size, however long its lines are", async () => {
    const world = await repaired();
    await log(world, 1, `${"x".repeat(900_000)}\n`.repeat(3));
    expect(await readBuildLog(world, OWNER, "m_1", { attempt: 1, after: 0 })).toMatchObject({
      next_after: 1,
    });
  });
});
