package no.kompetansebro.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class WithoutProfileIT {

    @Autowired
    ApplicationContext context;

    @Test
    void nothingOfTheDemoIsActive() {
        assertThat(Arrays.stream(context.getBeanDefinitionNames())
                        .map(context::getType)
                        .filter(type -> type != null
                                && ClassUtils.getPackageName(type).startsWith(Demo.class.getPackageName())))
                .isEmpty();
    }
}
