package no.kompetansebro.build;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Each thread that runs test classes has applications and databases of its own: classes that run side by side never see
 * what the other one does, and those that run after each other share as ever.
 */
final class ContextsOfThread implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new OfThread(Thread.currentThread().getName());
    }

    /** Changes nothing; contexts are shared where their customizers are equal. */
    private record OfThread(String name) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {}
    }
}
