import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BookOpen, LogOut, Settings, ShieldCheck } from "lucide-react";
import { logOut } from "../service/log-out.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { useWords } from "../words/words.ts";

/** Who is logged in, with the settings, the verifier, the API's documentation, and logging out. */
export function Account({ principal }: { readonly principal: string }) {
  const { shell } = useWords();
  const leave = useMutation({ mutationFn: logOut });
  return (
    <div>
      <p className="truncate px-2 text-sm text-muted">{principal}</p>
      <div className="mt-1 flex gap-1">
        <Link
          to="/settings"
          aria-label={shell.settings}
          title={shell.settings}
          className={buttonLook("quiet")}
        >
          <Settings aria-hidden className="size-4" />
        </Link>
        <Link
          to="/evidence"
          aria-label={shell.verifyEvidence}
          title={shell.verifyEvidence}
          className={buttonLook("quiet")}
        >
          <ShieldCheck aria-hidden className="size-4" />
        </Link>
        <a
          href="/docs"
          aria-label={shell.documentation}
          title={shell.documentation}
          className={buttonLook("quiet")}
        >
          <BookOpen aria-hidden className="size-4" />
        </a>
        <Button kind="quiet" busy={leave.isPending} onClick={() => leave.mutate()}>
          <LogOut aria-hidden className="size-4" />
          {shell.logOut}
        </Button>
      </div>
    </div>
  );
}
