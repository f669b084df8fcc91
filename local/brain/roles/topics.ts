/** The topics about which the offline brain can reply. `keys` are singular lower-case words. */
export const TOPICS: readonly { readonly keys: readonly string[]; readonly answer: string }[] = [
  {
    keys: ["mission", "factory", "step", "pipeline", "stage", "phase", "happen", "flow"],
    answer:
      "A mission starts when a person confirms a plan, never because of a model's reply. It then runs these steps: admit (a free slot), architect (draft), check (policy), install dependencies, build and audit, inspect, heal when needed (at most three attempts), review, deploy a preview and test it in a browser, promote it, publish a pull request, and seal the evidence.",
  },
  {
    keys: [
      "builder",
      "sandbox",
      "isolation",
      "isolated",
      "isolate",
      "container",
      "escape",
      "untrusted",
      "fargate",
      "secure",
      "security",
      "bubblewrap",
    ],
    answer:
      "The builder runs a draft's code as another user in a sandbox with no credentials and no network but its storage. A job has 180 seconds, 512 MB and half a core; the supervisor kills the whole process tree first and only then collects and hashes the output. Dependencies are installed in a separate step that runs no package code.",
  },
  {
    keys: [
      "evidence",
      "verify",
      "proof",
      "audit",
      "sealed",
      "seal",
      "tamper",
      "trust",
      "signature",
      "hash",
      "signed",
    ],
    answer:
      "Every step of a mission is a signal in a hash chain. At the end of every mission, including failed ones, the chain, the tree hashes, the audit record and the decisions are sealed as a signed pack under Object Lock. `gantry verify` checks a pack offline and names what was edited, removed, reordered or replaced.",
  },
  {
    keys: ["policy", "rule", "allowed", "forbidden", "governance", "limit", "approval", "approve", "confirm"],
    answer:
      "policy.yaml defines what the factory may do: stacks, forbidden patterns, secrets, dependencies, limits of time and size, and whether it may deploy or open pull requests. A person's confirmation is bound to the hash of the plan they saw; if the plan changes, it must be confirmed again.",
  },
  {
    keys: ["deploy", "deployment", "vercel", "live", "url", "preview", "promote", "rollback", "acceptance"],
    answer:
      "What is deployed is the builder's own output, file by file, as a Vercel prebuilt deployment. A preview comes first; a headless browser performs the plan's acceptance steps on its real address, and only then is it promoted.",
  },
  {
    keys: ["publish", "github", "pull", "repository", "branch", "main", "commit", "git"],
    answer:
      "The audited source arrives as a pull request from the branch gantry/<mission>, with the plan, the audit result and the digest of the evidence. The default branch is never changed, except for the first commit of an empty repository.",
  },
  {
    keys: [
      "local",
      "laptop",
      "cloud",
      "aws",
      "endpoint",
      "emulator",
      "emulate",
      "offline",
      "lambda",
      "dynamodb",
    ],
    answer:
      "Product code uses real protocols only. On a laptop the local cloud on 127.0.0.1 implements them: DynamoDB, S3, Step Functions, ECS, Lambda, KMS, Bedrock, API Gateway, GitHub and Vercel. Only endpoints differ, so the same handlers and the same state machine run in both places.",
  },
  {
    keys: ["model", "bedrock", "brain", "llm", "ai", "claude", "blueprint"],
    answer:
      "Gantry talks to models through Bedrock Converse. Without a model, the offline brain replies at the same endpoint. It reads a request into a typed specification by rule, generates everyday apps from it, and says what it cannot build.",
  },
  {
    keys: ["heal", "healer", "repair", "fix", "attempt", "retry", "fail", "failure", "failing"],
    answer:
      "When a build fails, the cause is classified first: a failure of the environment never costs an attempt. Code failures are repaired by heal rules, then by a small model, then by a large one. After three attempts, or when the same failure occurs twice, the mission fails.",
  },
  {
    keys: ["gantry", "architecture", "made", "component", "design", "overview"],
    answer:
      "Gantry is a state machine that calls small functions: a consultant plans, you confirm, an architect drafts, a policy checks, an isolated builder builds and audits, a healer repairs. The app goes live, the code is a pull request, every step is evidence. AWS and this machine run the same files.",
  },
];
