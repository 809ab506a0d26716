package no.kompetansebro.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Chromium to start: one that the machine has, else the headless one of the npm package {@code @sparticuz/chromium},
 * unpacked into {@code target/browser} with the few libraries it needs. The system property
 * {@code kompetansebro.browser} names another one, or {@code npm} for the package although the machine has one.
 */
record BrowserBinary(Path executable, Map<String, String> environment) {

    private static final String PACKAGE = "@sparticuz/chromium@147.0.0";
    private static final Path FOLDER = Path.of("target/browser").toAbsolutePath();
    private static final List<Path> KNOWN = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/usr/bin/google-chrome-stable"),
            Path.of("/snap/bin/chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));

    static BrowserBinary find() {
        String wanted = System.getProperty("kompetansebro.browser", "");
        return switch (wanted) {
            case "npm" -> fromNpm();
            case "" ->
                KNOWN.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .map(BrowserBinary::ofTheMachine)
                        .orElseGet(BrowserBinary::fromNpm);
            default -> ofTheMachine(Path.of(wanted));
        };
    }

    private static BrowserBinary ofTheMachine(Path executable) {
        return new BrowserBinary(executable, Map.copyOf(System.getenv()));
    }

    private static BrowserBinary fromNpm() {
        try {
            Path unpacked = Files.createDirectories(FOLDER.resolve("unpacked"));
            if (!Files.isExecutable(unpacked.resolve("chromium"))) {
                install(unpacked);
            }
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("LD_LIBRARY_PATH", unpacked.resolve("al2023/lib").toString());
            environment.put("FONTCONFIG_PATH", unpacked.resolve("fonts").toString());
            return new BrowserBinary(unpacked.resolve("chromium"), environment);
        } catch (IOException e) {
            throw new UncheckedIOException("No browser: install Chromium, or Node with npm", e);
        }
    }

    private static void install(Path unpacked) throws IOException {
        Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}");
        run(Map.of(), "npm", "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", PACKAGE);
        // The package unpacks its libraries only where it believes to run in the cloud that it was made for.
        run(
                Map.of("TMPDIR", unpacked.toString(), "AWS_EXECUTION_ENV", "AWS_Lambda_nodejs22.x"),
                "node",
                "--input-type=module",
                "--eval",
                "import chromium from '@sparticuz/chromium'; await chromium.executablePath();");
    }

    private static void run(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FOLDER.toFile()).inheritIO();
        builder.environment().putAll(environment);
        try {
            int exit = builder.start().waitFor();
            if (exit != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
