# docker build -t packhouse .
# docker run -p 8080:8080 -v "$PWD/packages:/packages:ro" packhouse

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B package -DskipTests -Dformat.skip -Dpackhouse.aot.skip

# The class cache must be made by the very Java that will use it, so not by the one above.
FROM eclipse-temurin:25-jre AS trained
WORKDIR /opt/packhouse
COPY --from=build /src/server/target/packhouse /src/server/target/packhouse-server-*.jar ./
COPY --from=build /src/server/target/lib lib
COPY --from=build /src/packages /samples
RUN java -cp "$(echo packhouse-server-*.jar)" dev.packhouse.server.cli.AotTraining . /samples

FROM eclipse-temurin:25-jre
COPY --from=trained /opt/packhouse /opt/packhouse
RUN ln -s /opt/packhouse/packhouse /usr/local/bin/packhouse && mkdir /packages
USER 1000
EXPOSE 8080
ENV PACKHOUSE_ADDRESS=0.0.0.0:8080
ENTRYPOINT ["packhouse"]
CMD ["serve", "--packages", "/packages"]
