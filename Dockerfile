# Gantry on one machine: the factory and its local cloud in one container, as `npm start` runs them. See compose.yaml
# for the rights it needs. The builder that AWS runs has an image of its own: builder-image/Dockerfile.
FROM node:24.21.0-trixie-slim@sha256:8ec5d7557396cfe32d21c3f9c13072355ceab22b584578ca4bb28af31120cffe

# bubblewrap isolates builds, git serves repositories, and the bundled browser needs NSS. Debian keeps only the newest
# version of a package, so that none is pinned.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends bubblewrap ca-certificates git libnss3 \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /gantry
COPY package.json package-lock.json ./
COPY scripts ./scripts
RUN node scripts/setup.mjs --omit=dev && npm cache clean --force

COPY . .

# What is kept lies in one volume. The user owns nothing else, so that no app can change the factory.
RUN node scripts/build-client.mjs \
  && install --directory --owner=1000 --group=1000 --mode=0700 /data
ENV GANTRY_HOME=/data HOST=0.0.0.0 NODE_ENV=production
VOLUME ["/data"]
USER 1000:1000
EXPOSE 5050

HEALTHCHECK --interval=10s --timeout=10s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:5050/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/run.mjs", "--omit=dev", "local/main.ts"]
