// Writes web/vendor/swagger-ui: the files of Swagger UI that the page /docs loads, as its maker published them.
// The package itself is no dependency: it has 12 MB, and brings a program that reports installations to a third party.
// To change the version, change VERSION and INTEGRITY (`npm view swagger-ui-dist@<version> dist.integrity`) and run
// `node scripts/vendor-swagger-ui.mjs`; it prints the digests that test/packaging/vendor.test.ts holds.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./setup.mjs";

const VERSION = "5.35.0";
const INTEGRITY =
  "sha512-U06rpMtW9V3XPGOBeamTUSr0Z09jMX4IJuANpE/EZbAhw0G8CgwrzU4YmXkn/h0wCDNsXdGarTNNHC3sU8yVUQ==";
/** By their names in the package: what the page loads, and the licences that come with it. */
const FILES = {
  "swagger-ui-bundle.js": "swagger-ui-bundle.js",
  "swagger-ui-bundle.js.LICENSE.txt": "swagger-ui-bundle.js.LICENSE.txt",
  "swagger-ui.css": "swagger-ui.css",
  LICENSE: "LICENSE.txt",
  NOTICE: "NOTICE.txt",
};

const temporary = mkdtempSync(join(tmpdir(), "gantry-swagger-ui-"));
const target = join(root, "web/vendor/swagger-ui");
try {
  unpack();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, kept] of Object.entries(FILES)) {
    cpSync(join(temporary, "package", name), join(target, kept));
    const digest = createHash("sha256")
      .update(readFileSync(join(target, kept)))
      .digest("hex");
    console.log(`${digest}  ${kept}`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function unpack() {
  const spec = `swagger-ui-dist@${VERSION}`;
  const options = { cwd: temporary, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  const [{ filename }] = JSON.parse(
    execFileSync("npm", ["pack", spec, "--json", "--ignore-scripts"], options),
  );
  const archive = join(temporary, filename);
  const integrity = `sha512-${createHash("sha512").update(readFileSync(archive)).digest("base64")}`;
  if (integrity !== INTEGRITY) throw new Error(`${spec} is not what it was: ${integrity}`);
  execFileSync("tar", ["-xzf", archive], { cwd: temporary });
}
