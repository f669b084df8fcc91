import { describe, expect, it } from "@jest/globals";
import { dependencyError } from "#adapters/dependencies/npm-error.ts";

const npmError = (fields: object, message = "words of npm") => Object.assign(new Error(message), fields);
const OF_A = { uri: "https://packages.example/@x%2fa", pkgid: "a@https://packages.example/a/-/a-1.0.0.tgz" };
const LOCKFILE = JSON.stringify({ packages: { "node_modules/@x/a": { integrity: "sha512-AAAA" } } });

describe("an error of npm's libraries", () => {
  it.each<[string, object, string]>([
    ["an unknown package", { code: "E404", ...OF_A }, "The registry has no package 'a'."],
    [
      "one that is known by its address only",
      { code: "E404", uri: OF_A.uri },
      "The registry has no package '@x/a'.",
    ],
    [
      "one whose address has broken escapes",
      { code: "E404", uri: "https://packages.example/%zz" },
      "The registry has no package '%zz'.",
    ],
    [
      "a package that is withheld",
      { code: "E403", ...OF_A },
      "The registry does not provide the package 'a': it returned 403.",
    ],
    [
      "one that was taken down",
      { code: "E451", ...OF_A },
      "The registry does not provide the package 'a': it returned 451.",
    ],
    [
      "bytes that do not fit the digest",
      { code: "EINTEGRITY", expected: ["sha512-AAAA"] },
      "The package '@x/a' does not match its digest in the registry.",
    ],
    [
      "an archive that is none",
      { code: "TAR_BAD_ARCHIVE", cwd: "/tmp/f/node_modules/@x/a" },
      "The package '@x/a' cannot be unpacked.",
    ],
    [
      "compressed bytes that break off",
      { code: "Z_BUF_ERROR", cwd: "/tmp/f/node_modules/a" },
      "The package 'a' cannot be unpacked.",
    ],
    ["no version that fits", { code: "ETARGET" }, "No version of a dependency fits: words of npm."],
  ])("is the app's failure: %s", (_, fields, message) => {
    const error = dependencyError(npmError(fields), LOCKFILE);
    expect(error).toMatchObject({ code: "DependencyRefused", message, field: "package.json" });
  });

  it.each<[string, object, string]>([
    ["a registry that is down", { code: "E503", ...OF_A }, "The package registry failed: E503."],
    ["one that has enough", { code: "E429", ...OF_A }, "The package registry failed: E429."],
    ["one that wants a login", { code: "E401", ...OF_A }, "The package registry failed: E401."],
    ["one that is not there", { code: "ECONNREFUSED" }, "The package registry failed: ECONNREFUSED."],
    ["a name that does not resolve", { code: "ENOTFOUND" }, "The package registry failed: ENOTFOUND."],
    ["a connection that breaks off", { code: "ECONNRESET" }, "The package registry failed: ECONNRESET."],
    ["a silent one", { code: "EIDLETIMEOUT" }, "The package registry failed: EIDLETIMEOUT."],
    [
      "a page in place of a description",
      { code: "FETCH_ERROR", type: "invalid-json" },
      "The package registry failed: its reply is not JSON.",
    ],
    ["a full disk", { code: "ENOSPC" }, "This machine failed while dependencies were installed: ENOSPC."],
    [
      "too many open files",
      { code: "EMFILE" },
      "This machine failed while dependencies were installed: EMFILE.",
    ],
    ["anything else", {}, "The package registry failed: words of npm."],
  ])("is an environment failure: %s", (_, fields, message) => {
    expect(dependencyError(npmError(fields))).toMatchObject({ code: "EnvironmentFailure", message });
  });

  it("is shown without terminal control sequences", () => {
    const { message } = dependencyError(npmError({ code: "ETARGET" }, "no \u001b[31mred\u202e \ud83d one"));
    expect(message).toBe("No version of a dependency fits: no red one.");
  });
});
