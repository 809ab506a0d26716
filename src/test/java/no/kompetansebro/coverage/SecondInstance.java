package no.kompetansebro.coverage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.kompetansebro.Kompetansebro;
import org.awaitility.Awaitility;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Another instance of the application on the database of the test: in a process of its own, to be killed. */
public final class SecondInstance implements AutoCloseable {

    /** What PostgreSQL calls its connections. */
    static final String NAME = "second-instance";

    /** The same for all instances on a database. */
    static final String KEY_SECRET = "kompetansebro.lti.key-secret=0123456789abcdef0123456789abcdef";

    private final Process process;
    private final int port;
    private final Path log;

    private SecondInstance(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    public static SecondInstance start(ApplicationContext first, String... properties) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(NAME, ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Kompetansebro.class.getName(),
                "--server.port=" + port));
        command.addAll(properties(first));
        command.addAll(List.of(properties));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new SecondInstance(process, port, log);
    }

    /** Where the database is, so that it starts none, and what else all instances on it share. */
    static List<String> properties(ApplicationContext first) {
        JdbcConnectionDetails application = first.getBean(JdbcConnectionDetails.class);
        FlywayConnectionDetails owner = first.getBean(FlywayConnectionDetails.class);
        return List.of(
                "--spring.datasource.url=" + application.getJdbcUrl() + "?ApplicationName=" + NAME,
                "--spring.datasource.username=" + application.getUsername(),
                "--spring.flyway.url=" + owner.getJdbcUrl(),
                "--spring.flyway.user=" + owner.getUsername(),
                "--kompetansebro.lti.key-secret=" + keySecret(first));
    }

    /** The one that is set, or else the one that the first has in its memory. */
    private static String keySecret(ApplicationContext first) {
        return Objects.requireNonNull(ReflectionTestUtils.invokeMethod(first.getBean("keySecret"), "value"));
    }

    /** The application's, without the tests'. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Waits until it takes requests. */
    public SecondInstance ready() {
        Awaitility.await(NAME).atMost(60, TimeUnit.SECONDS).until(this::takesRequests);
        return this;
    }

    private boolean takesRequests() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            requireAlive();
            return false;
        }
    }

    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The second instance has ended: " + said());
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does: it can do nothing more, and says goodbye to nobody. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
