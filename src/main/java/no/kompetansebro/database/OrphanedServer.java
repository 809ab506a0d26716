package no.kompetansebro.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL left running in the directory by an instance that was killed. Only asked after taking the lock. */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {}

    /** Stops the server whose process id is in the directory, if it is a live PostgreSQL. */
    static void stop(Path cluster) throws IOException {
        Optional<ProcessHandle> orphan =
                processId(cluster).flatMap(ProcessHandle::of).filter(OrphanedServer::isPostgres);
        if (orphan.isPresent()) {
            log.info("Stopping the PostgreSQL that an earlier, killed instance left behind");
            interrupt(orphan.get());
        }
    }

    private static Optional<Long> processId(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream().findFirst().map(String::trim).map(Long::valueOf);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.contains("postgres")).isPresent();
    }

    private static void interrupt(ProcessHandle process) {
        try {
            // Fast shutdown (SIGINT): PostgreSQL's own clean way for a server with open connections.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The PostgreSQL left behind (process " + process.pid() + ") does not stop", e);
        }
    }
}
