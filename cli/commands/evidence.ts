import { writeFile } from "node:fs/promises";
import { type Context, command } from "#cli/command.ts";
import { CliError } from "#cli/errors.ts";
import { pinKey, pinnedKeyPath } from "#cli/pinned-key.ts";
import { keyId, openPack } from "#core/evidence/pack.ts";
import { sha256Hex } from "#core/hash.ts";

export const evidence = command({
  name: "evidence",
  summary:
    "Fetches a mission's sealed evidence pack, and pins the key that seals evidence when it is seen first.",
  synopsis: "<mission> [-o FILE] [--json]",
  help: `
Options:
  -o, --output FILE  where to write the pack (<mission>.zip)
      --json         one JSON object: file, bytes, sha256, key_id, key

Check it offline, any time: gantry verify FILE --mission <mission>`,
  options: { output: { type: "string", short: "o" }, json: { type: "boolean" } },
  takes: ["mission"],
  async run(context, { output, json }, [id = ""]) {
    const { api, config, out } = context;
    const zip = await api.bytes(`/gantry/missions/${encodeURIComponent(id)}/evidence`);
    const file = output ?? `${id}.zip`;
    await writeFile(file, zip).catch((error: NodeJS.ErrnoException) => {
      throw new CliError(`${file} cannot be written (${error.code}).`);
    });
    const pem = await api.text("/gantry/evidence-key");
    const key = pinKey(config, pem);
    if (json) out.json({ file, bytes: zip.length, sha256: sha256Hex(zip), key_id: keyId(pem), key });
    else show(context, file, zip, key);
    if (key === "differs") warnOfOtherKey(context, pem);
    out.line(`Check it offline: ${config.program} verify ${file} --mission ${id}`);
    return key === "differs" ? 1 : 0;
  },
});

function show({ out, config }: Context, file: string, zip: Uint8Array, key: ReturnType<typeof pinKey>): void {
  out.line(`${file}: ${zip.length} bytes, ${openPack(zip).size} files, SHA-256 ${sha256Hex(zip)}`);
  if (key === "pinned") out.line(`The evidence key is pinned now: ${pinnedKeyPath(config)}`);
}

function warnOfOtherKey({ out, config }: Context, pem: string): void {
  out.warn("WARNING: the service now names ANOTHER evidence key than the one that is pinned.");
  out.warn(`WARNING: pinned is ${pinnedKeyPath(config)}; the service names key ${keyId(pem)}.`);
  out.warn(
    "WARNING: unless you know why (a new installation, a new key), trust neither it nor what it seals.",
  );
}
