package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.Profile;
import java.util.List;
import java.util.Locale;

/** Reads profiles as options name them. */
final class ProfileConverter extends WordConverter<Profile> {
  ProfileConverter() {
    super(
        List.of(Profile.SPEC, Profile.REGISTRY),
        profile -> profile.name().toLowerCase(Locale.ROOT));
  }
}
