package dev.packhouse.server.serve;

import io.helidon.common.mapper.MapperManager;
import io.helidon.common.mapper.MappersFactory__ServiceDescriptor;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;

/**
 * The services that Helidon looks up while it serves. Left alone it looks for them in all jars,
 * reads what each says about itself and finds some twenty that nobody asks for, which takes a third
 * of the server's start.
 */
final class HelidonServices {
  private HelidonServices() {}

  /** Helidon has one registry of services in a process: the first server makes it. */
  static void prepare() {
    GlobalServiceRegistry.registry(HelidonServices::registry);
    nameMappers();
  }

  /**
   * What turns the text of a header into a number. Helidon 4.5 looks here first, and would
   * otherwise ask its registry for each answer, which puts together names of types and sorts lists.
   */
  @SuppressWarnings("removal")
  private static void nameMappers() {
    MapperManager.global(MapperManager.builder().useBuiltIn(true).discoverServices(false).build());
  }

  private static ServiceRegistry registry() {
    ServiceRegistryConfig config =
        ServiceRegistryConfig.builder()
            .discoverServices(false)
            .discoverServicesFromServiceLoader(false)
            .addServiceDescriptor(MappersFactory__ServiceDescriptor.INSTANCE)
            .build();
    return ServiceRegistryManager.create(config).registry();
  }
}
