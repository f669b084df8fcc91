import { useState } from "react";
import { useWords } from "../words/words.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface ConfirmButtonProps {
  readonly kind?: "secondary" | "quiet" | "danger";
  /** What happens, on the button and again in the dialog. */
  readonly label: string;
  /** What it is about, for those who hear several such buttons. */
  readonly about?: string;
  /** The question, with what is lost and what stays. */
  readonly question: string;
  readonly busy?: boolean;
  readonly confirm: () => void;
}

/** A button whose effect cannot be taken back: it asks first. */
export function ConfirmButton({
  kind = "danger",
  label,
  about,
  question,
  busy,
  confirm,
}: ConfirmButtonProps) {
  const { ui } = useWords();
  const [asks, setAsks] = useState(false);
  const close = () => setAsks(false);
  return (
    <>
      <Button
        kind={kind}
        busy={busy ?? false}
        aria-label={about && `${label}: ${about}`}
        onClick={() => setAsks(true)}
      >
        {label}
      </Button>
      {asks && (
        <Dialog title={question} close={close}>
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={close}>{ui.back}</Button>
            <Button
              kind={kind === "danger" ? "danger" : "primary"}
              onClick={() => {
                close();
                confirm();
              }}
            >
              {label}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
