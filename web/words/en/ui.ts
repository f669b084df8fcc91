export const ui = {
  tryAgain: "Try again",
  loading: "Loading",
  back: "Back",
  copied: "Copied",
  copy: (what: string) => `Copy ${what}`,
  justNow: "just now",
  fault: "Something went wrong in this page. Reload it.",
  noService: "Gantry does not respond. Check that it is running and that you are connected.",
  fileChanges: { added: "added", changed: "changed", deleted: "deleted" },
};
