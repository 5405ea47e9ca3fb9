package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.Profile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads profiles as options name them. */
final class ProfileConverter implements ITypeConverter<Profile> {
  @Override
  public Profile convert(String value) {
    return switch (value) {
      case "spec" -> Profile.SPEC;
      case "registry" -> Profile.REGISTRY;
      default ->
          throw new TypeConversionException("expected spec or registry but was '" + value + "'");
    };
  }
}
