package no.kompetansebro.demo.municipality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts under {@code demo/} on the class path. */
final class Resources {

    private Resources() {}

    static String read(String name) {
        try (var stream = Resources.class.getResourceAsStream("/demo/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The demo data lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
