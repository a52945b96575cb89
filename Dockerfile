# Builds with the whole toolchain and keeps what runs: Node, the compiled program and its packages. No shell, no npm, no root.
FROM node:24.11-bookworm-slim AS build
WORKDIR /huiying
COPY package.json package-lock.json LICENSE NOTICE ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY tools tools
COPY libs libs
COPY bench bench
COPY apps apps
RUN npm run build && rm -rf dist/bench && npm prune --omit=dev --no-audit --no-fund

FROM gcr.io/distroless/nodejs24-debian12:nonroot
LABEL org.opencontainers.image.title="huiying" org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /huiying
ENV NODE_ENV=production HUIYING_DATA=/data HUIYING_HOST=0.0.0.0 HUIYING_PORT=8080
COPY --from=build --chown=root:root /huiying/package.json /huiying/LICENSE /huiying/NOTICE ./
COPY --from=build --chown=root:root /huiying/node_modules node_modules
COPY --from=build --chown=root:root /huiying/dist dist
USER 65532
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["/nodejs/bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.HUIYING_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/nodejs/bin/node", "--enable-source-maps"]
# One of dist/apps/{api,projector,exchange,cli}/src/main.js
CMD ["dist/apps/api/src/main.js"]
