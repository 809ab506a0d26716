package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export takes no more memory the more it gives: run by a program that has hardly more than it takes to start. */
class StreamedExportIT {

    private static final String MEMORY = "-Xmx112m";

    @Test
    void exportsMorePairsThanFitIntoMemory(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StreamedExport.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(program.waitFor(10, TimeUnit.MINUTES)).isTrue();
        } finally {
            program.destroy();
        }

        List<String> lines = Files.readAllLines(output);
        int pairs = StreamedExport.EMPLOYEES * StreamedExport.REQUIREMENTS;
        assertThat(program.exitValue()).as(String.join("\n", lines)).isZero();
        assertThat(lines).contains("application/x-ndjson " + pairs, "text/csv " + (pairs + 1));
    }
}
