import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BookOpen, LogOut, Search, Settings, ShieldCheck } from "lucide-react";
import { logOut } from "../service/log-out.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { useWords } from "../words/words.ts";
import { showOverlay } from "./overlay.ts";

/** Who is logged in, with the settings, the verifier, the API's documentation, and logging out. */
export function Account({ principal }: { readonly principal: string }) {
  const { palette, shell } = useWords();
  const leave = useMutation({ mutationFn: logOut });
  return (
    <div>
      <p className="truncate px-2 text-sm text-muted">{principal}</p>
      <div className="mt-1 flex gap-1">
        <Button
          kind="quiet"
          aria-label={palette.open}
          title={palette.open}
          className="md:hidden"
          onClick={() => showOverlay("palette")}
        >
          <Search aria-hidden className="size-4" />
        </Button>
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
        <Button
          kind="quiet"
          aria-label={shell.logOut}
          title={shell.logOut}
          disabled={leave.isPending}
          onClick={() => leave.mutate()}
        >
          <LogOut aria-hidden className="size-4" />
        </Button>
      </div>
    </div>
  );
}
