import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { createGitHub } from "#local-cloud/github/github.ts";
import { type Target, target } from "#test/cloud/target.ts";

const TOKEN = "gantry-local-token";
let server: Target;
let octokit: Octokit;
beforeAll(async () => {
  server = await target((dir) => createGitHub({ dir, origin: "http://127.0.0.1", tokens: [TOKEN] }));
  octokit = new Octokit({ baseUrl: `${server.endpoint}/github/api/v3`, auth: TOKEN });
});
afterAll(() => server.close());

describe("the repositories of the local GitHub", () => {
  it("are created in an organization and listed with it", async () => {
    const org = "gantry-org";
    const { data } = await octokit.rest.repos.createInOrg({ org, name: "shared", auto_init: true });
    expect(data.full_name).toBe("gantry-org/shared");
    expect((await octokit.rest.repos.listForOrg({ org })).data.map(({ name }) => name)).toEqual(["shared"]);
    const { data: branch } = await octokit.rest.repos.getBranch({
      owner: org,
      repo: "shared",
      branch: "main",
    });
    expect(branch.commit.sha).toMatch(/^[0-9a-f]{40}$/);
  });

  it("are listed for the account of the token's owner", async () => {
    await octokit.rest.repos.createForAuthenticatedUser({ name: "own" });
    const { data } = await octokit.rest.repos.listForAuthenticatedUser();
    expect(data.map(({ full_name }) => full_name)).toContain("gantry-local/own");
  });
});
