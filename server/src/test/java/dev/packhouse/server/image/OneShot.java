package dev.packhouse.server.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.Volume;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** A container that does one thing and ends, as {@code docker run --rm} has it. */
final class OneShot {
  private static final int LONGEST_RUN_SECONDS = 120;

  private final List<Bind> binds = new ArrayList<>();
  private final List<String> environment = new ArrayList<>();

  /** How it ended and what it said. */
  record Ended(int exitCode, String out, String err) {}

  OneShot mounting(Path path, String target, AccessMode mode) {
    binds.add(new Bind(path.toAbsolutePath().toString(), new Volume(target), mode));
    return this;
  }

  OneShot variable(String name, String value) {
    environment.add(name + "=" + value);
    return this;
  }

  Ended run(String... command) throws InterruptedException {
    DockerClient docker = DockerClientFactory.instance().client();
    CreateContainerCmd create =
        docker
            .createContainerCmd(PackhouseContainer.IMAGE)
            .withEnv(environment)
            .withHostConfig(HostConfig.newHostConfig().withBinds(binds).withReadonlyRootfs(true))
            .withCmd(command);
    String id = create.exec().getId();
    try {
      docker.startContainerCmd(id).exec();
      int exitCode =
          docker
              .waitContainerCmd(id)
              .start()
              .awaitStatusCode(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
      return new Ended(
          exitCode, log(docker, id, StreamType.STDOUT), log(docker, id, StreamType.STDERR));
    } finally {
      docker.removeContainerCmd(id).withForce(true).exec();
    }
  }

  private static String log(DockerClient docker, String id, StreamType stream)
      throws InterruptedException {
    StringBuilder text = new StringBuilder();
    docker
        .logContainerCmd(id)
        .withStdOut(stream == StreamType.STDOUT)
        .withStdErr(stream == StreamType.STDERR)
        .exec(
            new ResultCallback.Adapter<Frame>() {
              @Override
              public void onNext(Frame frame) {
                text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
              }
            })
        .awaitCompletion();
    return text.toString();
  }
}
