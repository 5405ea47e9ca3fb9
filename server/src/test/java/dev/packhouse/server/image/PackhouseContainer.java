package dev.packhouse.server.image;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A container that serves, on a free port of this machine alone. */
final class PackhouseContainer extends GenericContainer<PackhouseContainer> {
  static final String IMAGE_VARIABLE = "CI_IMAGE";
  static final String IMAGE = System.getenv().getOrDefault(IMAGE_VARIABLE, "packhouse:ci");
  static final int PORT = 8080;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<Bind> binds = new ArrayList<>();

  /**
   * @param command none: what the image does by itself
   */
  PackhouseContainer(String... command) {
    super(DockerImageName.parse(IMAGE));
    withImagePullPolicy(name -> false);
    withCommand(command);
    withExposedPorts(PORT);
    withHost(host -> {});
    waitingFor(Wait.forHttp("/health").withStartupTimeout(Duration.ofMinutes(2)));
  }

  /** Changes what Docker is told of the container. */
  PackhouseContainer withHost(Consumer<HostConfig> change) {
    return withCreateContainerCmdModifier(command -> change.accept(host(command)));
  }

  /** Mounts a file or folder that the container may only read. */
  PackhouseContainer mounting(Path path, String target) {
    binds.add(new Bind(path.toAbsolutePath().toString(), new Volume(target), AccessMode.ro));
    return this;
  }

  private HostConfig host(CreateContainerCmd command) {
    HostConfig host = command.getHostConfig();
    return (host == null ? HostConfig.newHostConfig() : host)
        .withBinds(binds)
        .withPortBindings(
            new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT)));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + getMappedPort(PORT));
  }

  HttpResponse<String> get(String target) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address().resolve(target)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** What a shell in the container says. */
  String shell(String command) throws IOException, InterruptedException {
    ExecResult result = execInContainer("sh", "-c", command);
    return (result.getStdout() + result.getStderr()).strip();
  }
}
