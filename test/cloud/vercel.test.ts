import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { VercelCore } from "@vercel/sdk/core.js";
import { deploymentsGetDeployments } from "@vercel/sdk/funcs/deploymentsGetDeployments.js";
import { deploymentsUploadFile } from "@vercel/sdk/funcs/deploymentsUploadFile.js";
import { projectsGetProject } from "@vercel/sdk/funcs/projectsGetProject.js";
import { AssignAliasResponseBody$inboundSchema } from "@vercel/sdk/models/assignaliasop.js";
import { AuthUserLimited$inboundSchema } from "@vercel/sdk/models/authuserlimited.js";
import { CancelDeploymentResponseBody$inboundSchema } from "@vercel/sdk/models/canceldeploymentresponsebody.js";
import { CreateDeploymentResponseBody2$inboundSchema } from "@vercel/sdk/models/createdeploymentresponsebody.js";
import { CreateProjectResponseBody$inboundSchema } from "@vercel/sdk/models/createprojectresponsebody.js";
import { DeleteDeploymentResponseBody$inboundSchema } from "@vercel/sdk/models/deletedeploymentop.js";
import { GetDeploymentEventsResponseBody2$inboundSchema } from "@vercel/sdk/models/getdeploymenteventsop.js";
import { GetDeploymentResponseBody2$inboundSchema } from "@vercel/sdk/models/getdeploymentresponsebody1.js";
import { GetDeploymentsResponseBody$inboundSchema } from "@vercel/sdk/models/getdeploymentsop.js";
import { GetProjectResponseBody$inboundSchema } from "@vercel/sdk/models/getprojectresponsebody.js";
import { GetProjectsResponseBody3$inboundSchema } from "@vercel/sdk/models/getprojectslinkprojects6.js";
import { ListDeploymentAliasesResponseBody$inboundSchema } from "@vercel/sdk/models/listdeploymentaliasesop.js";
import { UpdateProjectResponseBody$inboundSchema } from "@vercel/sdk/models/updateprojectresponsebody.js";
import { UploadFileResponseBody1$inboundSchema } from "@vercel/sdk/models/uploadfileop.js";
import {
  call,
  deploy,
  inline,
  type LocalVercel,
  localVercel,
  PREBUILT,
  sha1,
  site,
  TOKEN,
} from "#test/local-cloud/vercel/harness.ts";
import { until } from "#test/support/limits.ts";
import { strictFaults } from "./strict-schema.ts";

/** The list by which Vercel's API is served: what is documented, in the form of Vercel's own SDK. */
describe("Vercel", () => {
  let cloud: LocalVercel;
  beforeAll(async () => {
    cloud = await localVercel();
  });
  afterAll(() => cloud.close());

  const api = (method: string, path: string, body?: unknown, headers = {}) =>
    call(cloud.api, method, path, body, headers);
  const body = (name: string, more = {}) => ({ name, files: inline(site()), ...more });

  describe("returns every documented member and no other for", () => {
    let id: string;
    let other: string;
    beforeAll(async () => {
      id = (await deploy(cloud.api, "forms", site(), { target: "production", meta: { a: "1" } })).id;
      other = (await deploy(cloud.api, "forms", site())).id;
    });
    const cases: [string, string, () => string, unknown, any, ((body: any) => unknown)?][] = [
      [
        "a new deployment",
        "POST",
        () => PREBUILT,
        body("forms"),
        CreateDeploymentResponseBody2$inboundSchema,
      ],
      [
        "a deployment",
        "GET",
        () => `/v13/deployments/${id}`,
        undefined,
        GetDeploymentResponseBody2$inboundSchema,
      ],
      [
        "deployments",
        "GET",
        () => "/v7/deployments?projectId=forms",
        undefined,
        GetDeploymentsResponseBody$inboundSchema,
      ],
      [
        "a new project",
        "POST",
        () => "/v11/projects",
        { name: "fresh" },
        CreateProjectResponseBody$inboundSchema,
      ],
      ["a project", "GET", () => "/v9/projects/forms", undefined, GetProjectResponseBody$inboundSchema],
      ["projects", "GET", () => "/v10/projects", undefined, GetProjectsResponseBody3$inboundSchema],
      [
        "a changed project",
        "PATCH",
        () => "/v9/projects/forms",
        { framework: null },
        UpdateProjectResponseBody$inboundSchema,
      ],
      [
        "an alias",
        "POST",
        () => `/v2/deployments/${id}/aliases`,
        { alias: "else.localhost" },
        AssignAliasResponseBody$inboundSchema,
      ],
      [
        "aliases",
        "GET",
        () => `/v2/deployments/${id}/aliases`,
        undefined,
        ListDeploymentAliasesResponseBody$inboundSchema,
      ],
      [
        "an event",
        "GET",
        () => `/v3/deployments/${id}/events`,
        undefined,
        GetDeploymentEventsResponseBody2$inboundSchema,
        (all) => all[0],
      ],
      ["a file", "POST", () => "/v2/files", undefined, UploadFileResponseBody1$inboundSchema],
      ["the user", "GET", () => "/v2/user", undefined, AuthUserLimited$inboundSchema, ({ user }) => user],
      [
        "a deleted deployment",
        "DELETE",
        () => `/v13/deployments/${other}`,
        undefined,
        DeleteDeploymentResponseBody$inboundSchema,
      ],
    ];
    it.each(cases)("%s", async (_name, method, path, input, schema, part = (all) => all) => {
      const headers = { "x-vercel-digest": sha1("") };
      const answer = await api(method, path(), input, headers);
      expect(answer.status).toBe(200);
      expect(strictFaults(schema, part(answer.body))).toEqual([]);
    });

    it("a canceled deployment", async () => {
      // At a moment that does not pass, or a slow machine finds the deployment ready.
      const still = await localVercel({ now: () => Date.UTC(2026, 0, 1) });
      const created = await call(still.api, "POST", PREBUILT, body("forms"));
      const canceled = await call(still.api, "PATCH", `/v12/deployments/${created.body.id}/cancel`);
      await still.close();
      expect(strictFaults(CancelDeploymentResponseBody$inboundSchema, canceled.body)).toEqual([]);
      expect(canceled.body.readyState).toBe("CANCELED");
    });

    it("a failed deployment", async () => {
      const failed = await deploy(cloud.api, "forms", { "static/index.html": "no config" });
      expect(strictFaults(GetDeploymentResponseBody2$inboundSchema, failed)).toEqual([]);
      expect(failed).toMatchObject({
        readyState: "ERROR",
        aliasAssigned: false,
        errorCode: "missing_build_output",
      });
    });

    it("a reply with a wrong member, which the strict comparison reports", async () => {
      const { body: good } = await api("GET", `/v13/deployments/${id}`);
      const { url, ...bad } = { ...good, invented: 1, createdAt: "1" };
      expect(url).toBeDefined();
      expect(strictFaults(GetDeploymentResponseBody2$inboundSchema, bad)).toEqual([
        "$.invented: unknown",
        "$.createdAt: Expected number, received string",
        "$.url: missing",
      ]);
    });
  });

  it("works with Vercel's own SDK", async () => {
    await deploy(cloud.api, "sdk", site());
    const client = new VercelCore({ serverURL: `${cloud.api}/`, bearerToken: TOKEN });
    const file = new TextEncoder().encode("hello");
    const uploaded = await deploymentsUploadFile(client, {
      xVercelDigest: sha1(file),
      contentLength: file.length,
      requestBody: file,
    });
    expect(uploaded.ok).toBe(true);
    const project = await projectsGetProject(client, { idOrName: "sdk" });
    expect(project.ok && project.value.name).toBe("sdk");
    const listed = await deploymentsGetDeployments(client, { projectId: "sdk", limit: 5 });
    expect(listed.ok && listed.value.deployments.map(({ name }) => name)).toEqual(["sdk"]);
  });

  describe("accepts files by digest", () => {
    it("and lists the missing ones until they are uploaded", async () => {
      const files = ["one", "two"].map((text) => ({
        file: `.vercel/output/static/${text}.txt`,
        sha: sha1(text),
        size: 3,
      }));
      const input = { ...body("digests"), files: [...inline(site()), ...files] };
      const refused = await api("POST", PREBUILT, input);
      expect([refused.status, refused.body.error.code, refused.body.error.missing]).toEqual([
        400,
        "missing_files",
        [sha1("one"), sha1("two")],
      ]);
      expect((await api("GET", "/v9/projects/digests")).status).toBe(404);
      for (const text of ["one", "two"]) {
        const headers = { "x-now-digest": sha1(text), "x-now-size": "3" };
        expect((await api("POST", "/v2/files", new TextEncoder().encode(text), headers)).status).toBe(200);
      }
      expect((await api("POST", PREBUILT, input)).status).toBe(200);
    });

    it("and refuses bytes that do not match their digest", async () => {
      const bytes = new TextEncoder().encode("one");
      const wrong = await api("POST", "/v2/files", bytes, { "x-vercel-digest": sha1("two") });
      expect([wrong.status, wrong.body.error.code]).toEqual([400, "digest_mismatch"]);
      const short = await api("POST", "/v2/files", bytes, {
        "x-vercel-digest": sha1("one"),
        "x-now-size": "4",
      });
      expect([short.status, short.body.error.code]).toEqual([400, "size_mismatch"]);
    });
  });

  describe("runs a deployment", () => {
    it("through its states, and assigns aliases only after READY", async () => {
      let now = 1_000_000;
      const clocked = await localVercel({ now: () => now });
      const created = await call(clocked.api, "POST", PREBUILT, body("states", { target: "production" }));
      const seen: unknown[] = [];
      for (let step = 0; step < 12; step++) {
        const { body: deployment } = await call(clocked.api, "GET", `/v13/deployments/${created.body.id}`);
        const state = `${deployment.readyState} ${deployment.aliasAssigned} ${deployment.alias.length}`;
        if (seen.at(-1) !== state) seen.push(state);
        now += 10;
      }
      await clocked.close();
      expect(seen).toEqual([
        "QUEUED false 0",
        "INITIALIZING false 0",
        "BUILDING false 0",
        "READY false 0",
        "READY true 1",
      ]);
    });

    it("as a preview unless production is requested", async () => {
      const preview = await deploy(cloud.api, "targets", site());
      expect([preview.target, preview.alias]).toEqual([null, []]);
      const live = await deploy(cloud.api, "targets", site(), { target: "production" });
      expect([live.target, live.alias]).toEqual(["production", [`targets.localhost:${cloud.port}`]]);
    });

    it("of a new project only with its settings", async () => {
      const path = "/v13/deployments?prebuilt=1";
      const refused = await api("POST", path, body("settings"));
      expect([refused.status, refused.body.error.code]).toEqual([400, "missing_project_settings"]);
      expect(
        (await api("POST", path, body("settings", { projectSettings: { framework: null } }))).status,
      ).toBe(200);
      expect((await api("POST", path, body("settings"))).status).toBe(200);
    });

    it("and lists it by project, meta, target and page", async () => {
      for (const key of ["a", "b", "c"]) await deploy(cloud.api, "listed", site(), { meta: { key } });
      await deploy(cloud.api, "unlisted", site(), { meta: { key: "a" } });
      const keys = async (query: string) =>
        (await api("GET", `/v7/deployments?projectId=listed${query}`)).body.deployments.map(
          (it: any) => it.meta.key,
        );
      expect(await keys("")).toEqual(["c", "b", "a"]);
      expect(await keys("&meta-key=a")).toEqual(["a"]);
      expect(await keys("&target=production")).toEqual([]);
      const { pagination } = (await api("GET", "/v7/deployments?projectId=listed&limit=2")).body;
      expect(await keys(`&limit=2&until=${pagination.next}`)).toEqual(["a"]);
    });
  });

  describe("promotes", () => {
    it("a preview without building it again, and rolls back to what was live before", async () => {
      const first = await deploy(cloud.api, "moves", site("1"), { target: "production" });
      const second = await deploy(cloud.api, "moves", site("2"));
      const live = async () => (await api("GET", "/v9/projects/moves")).body.targets.production.id;
      const isLive = (id: string) => until(async () => (await live()) === id);
      await isLive(first.id);
      expect((await api("POST", `/v1/projects/moves/rollback/${second.id}`)).status).toBe(422);
      expect((await api("POST", `/v10/projects/moves/promote/${second.id}`)).status).toBe(202);
      await isLive(second.id);
      expect((await api("POST", `/v10/projects/moves/promote/${second.id}`)).status).toBe(409);
      expect((await api("POST", `/v1/projects/moves/rollback/${first.id}`)).status).toBe(201);
      await isLive(first.id);
    });

    it("nothing that is not ready or belongs to another project", async () => {
      const foreign = await deploy(cloud.api, "foreign", site());
      await deploy(cloud.api, "own", site());
      expect((await api("POST", `/v10/projects/own/promote/${foreign.id}`)).status).toBe(404);
      const failed = await deploy(cloud.api, "own", { "static/x": "" });
      expect((await api("POST", `/v10/projects/own/promote/${failed.id}`)).status).toBe(409);
    });
  });

  describe("deletes", () => {
    it("a project with its deployments", async () => {
      const { id } = await deploy(cloud.api, "gone", site(), { target: "production" });
      expect(await api("DELETE", "/v9/projects/gone")).toMatchObject({ status: 204 });
      expect((await api("GET", "/v9/projects/gone")).status).toBe(404);
      expect((await api("GET", `/v13/deployments/${id}`)).status).toBe(404);
      expect((await api("DELETE", "/v9/projects/gone")).status).toBe(404);
      expect((await api("POST", "/v11/projects", { name: "gone" })).status).toBe(200);
    });
  });

  describe("refuses in Vercel's error format", () => {
    it("a request without a token", async () => {
      const response = await fetch(`${cloud.api}/v2/user`);
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({
        error: { code: "forbidden", message: "The request is missing an authentication token" },
      });
    });

    it("a request with a token that is not valid", async () => {
      for (const authorization of ["Bearer gantry-local", "Bearer s3cret-tokeN", "Basic s3cret-token"])
        expect(await call(cloud.api, "GET", "/v2/user", undefined, { authorization })).toMatchObject({
          status: 403,
          body: { error: { code: "forbidden" } },
        });
      const headers = { authorization: "Bearer other" };
      expect((await call(cloud.api, "GET", "/v2/user", undefined, headers)).body).toEqual({
        error: { code: "forbidden", message: "Not authorized", invalidToken: true },
      });
    });

    const strangers: [string, string, string, unknown, string][] = [
      ["path", "GET", "/v99/teapots", undefined, "The local cloud does not serve GET /v99/teapots."],
      [
        "query parameter",
        "GET",
        "/v2/user?verbose=1",
        undefined,
        "Invalid request: should NOT have additional property `verbose`.",
      ],
      [
        "filter",
        "GET",
        "/v7/deployments?colour=red",
        undefined,
        "Invalid request: should NOT have additional property `colour`.",
      ],
      [
        "member",
        "POST",
        PREBUILT,
        { ...body("x"), regions: [] },
        "Invalid request: should NOT have additional property `regions`.",
      ],
      [
        "member of a member",
        "POST",
        PREBUILT,
        body("x", { projectSettings: { output: "dist" } }),
        "Invalid request: `projectSettings` should NOT have additional property `output`.",
      ],
    ];
    it.each(strangers)("an unknown %s", async (_what, method, path, input, message) => {
      const { status, body: answer } = await api(method, path, input);
      expect(answer.error.message).toBe(message);
      expect(status).toBe(400);
    });

    it("a second project of the same name, except in another team", async () => {
      expect((await api("POST", "/v11/projects", { name: "twice" })).status).toBe(200);
      const again = await api("POST", "/v11/projects", { name: "twice" });
      expect([again.status, again.body.error.code]).toEqual([409, "conflict"]);
      expect((await api("POST", "/v11/projects?teamId=team_a", { name: "twice" })).status).toBe(200);
    });
  });
});
