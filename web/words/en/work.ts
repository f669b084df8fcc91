import { countedIn } from "../counted.ts";

const counted = countedIn("en");

export const work = {
  views: "What the mission did and made",
  log: "Records",
  machine: "Steps",
  preview: "App",
  noPreview: "There is nothing to open yet. The app appears here once it is deployed.",
  frameFaults: {
    unresolved:
      "Safari does not find addresses that end in .localhost. Open this page in Chrome, Edge or Firefox to use the app; these pictures show it as its checks left it.",
    elsewhere: "The app is at an address that this page does not show. Open it with the button above.",
  },
  device: "Width of the screen",
  devices: { phone: "Phone", tablet: "Tablet", desktop: "Desktop" },
  ownTab: "Open in a tab",
  theApp: (title: string) => `${title}, the app`,
  frameHint:
    "Records that you enter here stay in this preview: browsers keep them apart from those of the app in its own tab. If the frame stays empty, open the app in a tab.",
  output: "Build output",
  files: "Files",
  checks: "Checks",
  attempts: "Attempts",
  attempt: (number: number) => `Attempt ${number}`,
  noDraft: "Nothing is written yet. This appears by itself once there is a draft.",
  noAttempt: "There is no attempt with this number. Choose another view above.",
  downloadSource: "Download the source",
  filesOf: (count: number) => counted(count, "file", "files"),
  changedSinceAttempt: (count: number, attempt: number) =>
    `${counted(count, "file differs", "files differ")} from attempt ${attempt}`,
  changedSinceRelease: (count: number, release: number) =>
    `${counted(count, "file differs", "files differ")} from release ${release}`,
  content: "Content",
  copyFile: "the file",
  binary: "This file is not text. It is in the source that can be downloaded.",
  tooLarge: "This file is larger than 1 MiB. It is in the source that can be downloaded.",
  leftOut: (lines: number) => `${counted(lines, "unchanged line", "unchanged lines")}`,
  lines: (count: number) => counted(count, "line", "lines"),
  matches: (count: number) => counted(count, "line matches", "lines match"),
  searchOutput: "Search the output",
  downloadOutput: "Save",
  noOutput: "The commands printed nothing.",
  waitsForOutput: "Waiting for the first output of the build.",
  policy: { allow: "The policy allows the draft", deny: "The policy refuses the draft" },
  build: (retry: number) => (retry === 0 ? "Build and tests" : `Build and tests, repeat ${retry}`),
  review: { accept: "The review accepts the app", reject: "The review rejects the app" },
  pageErrors: "The page reported errors",
  notOpened: "The app has not been opened in a browser yet.",
  passed: "Passed:",
  failed: "Failed:",
  screenshots: "The app after its checks",
  screenshotAt: (width: number) => `The app at a width of ${width} pixels, as its checks left it`,
  pixels: (width: number) => `${width} pixels wide`,
};
