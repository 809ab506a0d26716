package no.kompetansebro.lti.key;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * When keys are looked after: before the first request, each hour, and where an operator starts an instance with
 * {@code --lti-keys=rotate} or, after a leak, {@code --lti-keys=withdraw}.
 */
@Configuration
@EnableScheduling
class KeyKeeping implements InitializingBean, ApplicationRunner {

    private final KeyRotation rotation;

    KeyKeeping(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public void afterPropertiesSet() {
        rotation.keepUp();
    }

    @Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
    void hourly() {
        rotation.keepUp();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> wanted = arguments.getOptionValues("lti-keys");
        for (String command : wanted == null ? List.<String>of() : wanted) {
            switch (command) {
                case "rotate" -> rotation.rotate();
                case "withdraw" -> rotation.withdraw();
                default -> throw new IllegalArgumentException("--lti-keys knows rotate and withdraw, not " + command);
            }
        }
    }
}
