package dev.packhouse.server.config;

import java.util.regex.Pattern;

/**
 * The variables that Kubernetes puts into every container for a service called packhouse or epr, or
 * for one whose name begins so ({@code packhouse-public}). They are nobody's settings.
 *
 * @see <a href="https://kubernetes.io/docs/tutorials/services/connect-applications-service/">
 *     Kubernetes on environment variables of services</a>
 */
final class KubernetesVariables {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(PACKHOUSE|EPR)_([A-Z0-9_]+_)?"
              + "(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?"
              + "|PORT(_\\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)?)");

  private KubernetesVariables() {}

  static boolean include(String variable) {
    return SHAPE.matcher(variable).matches();
  }
}
