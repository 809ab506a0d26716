package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.FileSystemResource;

class ToolAddressTest {

    @Test
    void followsThePortWhereNoPublicAddressIsNamed() throws IOException {
        assertThat(addressWith(Map.of("server.port", "8191"))).isEqualTo("http://localhost:8191");
        assertThat(addressWith(Map.of())).isEqualTo("http://localhost:8080");
    }

    @Test
    void isThePublicAddressWhereOneIsNamed() throws IOException {
        assertThat(addressWith(
                        Map.of("server.port", "8191", "kompetansebro.base-url", "https://kompetanse.example.no")))
                .isEqualTo("https://kompetanse.example.no");
    }

    private static String addressWith(Map<String, Object> given) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new MapPropertySource("given", given));
        new YamlPropertySourceLoader()
                .load("shipped", new FileSystemResource("src/main/resources/application.yaml"))
                .forEach(sources::addLast);
        return new PropertySourcesPropertyResolver(sources).getRequiredProperty("kompetansebro.base-url");
    }
}
