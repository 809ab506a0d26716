package no.kompetansebro.build;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks or applies the one format of the sources: {@code check|apply DIRECTORY}. Run by the build. */
final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        List<Path> misformatted;
        try (Stream<Path> files = Files.walk(Path.of(args[1]))) {
            misformatted = files.filter(
                            f -> f.toString().endsWith(".java") && !f.toString().contains("node_modules"))
                    .parallel()
                    .filter(f -> differs(f, apply))
                    .sorted()
                    .toList();
        }
        if (!misformatted.isEmpty() && !apply) {
            System.err.println("Not formatted (mvn test-compile exec:exec@format mends it):");
            misformatted.forEach(f -> System.err.println("  " + f));
            System.exit(1);
        }
    }

    private static boolean differs(Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = ImportOrderer.reorderImports(
                    FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(before)),
                    JavaFormatterOptions.Style.PALANTIR);
            if (apply && !before.equals(after)) {
                Files.writeString(file, after);
            }
            return !before.equals(after);
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
