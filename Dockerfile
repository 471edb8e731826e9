# telex in an image:  docker build -t telex . && docker run --rm -i telex < dispatch.txt
FROM debian:12-slim AS build
WORKDIR /telex
COPY . .
RUN sh .ci/setup build && cmake --workflow --preset demo && cd build/release && cpack -B /packages

FROM debian:12-slim
COPY --from=build /packages/telex_*.deb /tmp/
RUN apt-get update -q && apt-get install -q -y --no-install-recommends /tmp/telex_*.deb \
	&& rm -rf /tmp/telex_*.deb /var/lib/apt/lists/*
WORKDIR /data
USER nobody
ENTRYPOINT ["telex"]
