# docker build -t packhouse .
# What the image holds and how to run it: docs/deploy/docker.md

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q package -DskipTests -Dformat.skip -Dpackhouse.aot.skip
RUN server/src/main/container/layers /layers

FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/log/*
# One layer for each part, those that change least first.
COPY --from=build /layers/runtime /
COPY --from=build /layers/agent /
COPY --from=build /layers/libraries /
COPY --from=build /layers/application /
COPY --from=build /layers/cache /

WORKDIR /package-registry
USER 1000
EXPOSE 8080
# Under the names of the Elastic Package Registry, so that a container may set either.
ENV EPR_CONFIG=/package-registry/config.yml \
    EPR_ADDRESS=0.0.0.0:8080
HEALTHCHECK --interval=2s --timeout=5s --retries=15 CMD ["/opt/packhouse/healthcheck"]
ENTRYPOINT ["packhouse"]
CMD ["serve"]

ARG SOURCE=""
ARG REVISION=""
ARG VERSION=""
ARG CREATED=""
LABEL org.opencontainers.image.title="Packhouse" \
      org.opencontainers.image.description="A static package registry generator and its query server" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="$SOURCE" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.created="$CREATED"
