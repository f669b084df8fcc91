import { Download } from "lucide-react";
import type { SharedMission } from "#sdk/typescript/api.ts";
import { buttonLook } from "../ui/button.tsx";
import { Digest } from "../ui/copy.tsx";
import { Panel } from "../ui/panel.tsx";
import { useWords } from "../words/words.ts";

interface SharedEvidenceProps {
  readonly evidence: NonNullable<SharedMission["evidence"]>;
  readonly token: string;
}

/** The evidence pack, and the command that verifies it offline. */
export function SharedEvidence({ evidence: { mission_id, seal_sha256 }, token }: SharedEvidenceProps) {
  const { missions, share } = useWords();
  const command = `gantry verify ${mission_id}.zip --mission ${mission_id} --key evidence-key.pem`;
  return (
    <Panel aria-label={missions.evidence} className="mt-6">
      <h2 className="mb-2 font-semibold">{missions.evidence}</h2>
      <p>{share.evidenceLead}</p>
      <pre className="my-3 overflow-x-auto rounded-lg bg-raised px-3 py-2 font-mono text-sm">{command}</pre>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <a
          href={`/gantry/shared/${encodeURIComponent(token)}/evidence`}
          download={`${mission_id}.zip`}
          className={buttonLook()}
        >
          <Download aria-hidden className="size-4" />
          {missions.downloadEvidence}
        </a>
        <a href="/gantry/evidence-key" download="evidence-key.pem" className="underline">
          {share.evidenceKey}
        </a>
        <span className="text-muted">
          <Digest value={seal_sha256} label={missions.theSeal} />
        </span>
      </div>
    </Panel>
  );
}
