import { useQuery } from "@tanstack/react-query";
import { Async } from "../ui/async.tsx";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../words/words.ts";
import { trustedKey } from "./trusted-key.ts";
import { VerdictCard } from "./verdict-card.tsx";
import { verify } from "./verify.ts";

interface VerificationProps {
  readonly zip: Uint8Array;
  readonly mission: string;
}

/** The verdict on a pack, against the key that this browser trusts. */
export default function Verification({ zip, mission }: VerificationProps) {
  const { evidence } = useWords();
  const query = useQuery({
    queryKey: ["verdict", mission],
    queryFn: async () => {
      const { pem, changed } = await trustedKey();
      return { changed, verdict: await verify({ zip, mission, key: pem }) };
    },
    gcTime: 0,
  });
  return (
    <Async query={query} lines={2}>
      {({ changed, verdict }) => (
        <div className="space-y-2">
          <VerdictCard verdict={verdict} />
          {changed && <Notice kind="warning">{evidence.anotherKey}</Notice>}
        </div>
      )}
    </Async>
  );
}
