package dev.packhouse.server.image;

import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Looks once whether there is an image to test, and says in one line where there is none. */
final class ImageCondition implements ExecutionCondition {
  private static final ConditionEvaluationResult RESULT = evaluate();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return RESULT;
  }

  private static ConditionEvaluationResult evaluate() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return skipped("there is no Docker");
    }
    try {
      DockerClientFactory.instance().client().inspectImageCmd(PackhouseContainer.IMAGE).exec();
      return ConditionEvaluationResult.enabled("there is an image " + PackhouseContainer.IMAGE);
    } catch (NotFoundException missing) {
      if (System.getenv(PackhouseContainer.IMAGE_VARIABLE) != null) {
        throw new IllegalStateException("there is no image " + PackhouseContainer.IMAGE, missing);
      }
      return skipped("there is no image " + PackhouseContainer.IMAGE + " (docker build makes it)");
    }
  }

  private static ConditionEvaluationResult skipped(String reason) {
    System.out.println("Tests of the image: skipped, because " + reason);
    return ConditionEvaluationResult.disabled(reason);
  }
}
