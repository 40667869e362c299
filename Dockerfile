# Neap's image: what Tools/packaging/rootfs.sh makes, and nothing else. Runs as a user of its own, and with a read-only root
# file system: it writes to the volume alone.
#   docker build -t neap:0.1.0 .
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends libgit2-dev pkg-config make git curl gpgv gnupg openssh-client ca-certificates tzdata python3
WORKDIR /src
COPY . .
RUN make release
RUN Tools/packaging/rootfs.sh /rootfs .build/release/neap

FROM scratch
COPY --from=build /rootfs /
COPY --from=build --chown=65532:65532 /rootfs/var/cache/neap /var/cache/neap
ENV NEAP_CACHE_DIR=/var/cache/neap HOME=/var/cache/neap
VOLUME /var/cache/neap
USER 65532:65532
ENTRYPOINT ["/usr/bin/neap"]
CMD ["run"]
