package no.kompetansebro.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that the application starts and stops itself, in a directory of its own. It makes the database and its
 * two roles: the owner, for migrations, and the application's, which cannot bypass row-level security.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String DATABASE = "kompetansebro";
    static final String OWNER = "kompetansebro_owner";
    static final String APP = "kompetansebro_app";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DirectoryLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DirectoryLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts on the directory, keeping what is in it. Where it is {@code durable}, what is committed outlives a power cut.
     * Throws when another instance uses the directory.
     */
    static EmbeddedDatabase start(Path directory, boolean durable) {
        Path cluster = directory.resolve("postgres-18").toAbsolutePath();
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            OrphanedServer.stop(cluster);
            var database = new EmbeddedDatabase(lock, startServer(cluster, durable));
            database.prepare();
            log.info("Embedded PostgreSQL on port {} keeps its data in {}", database.server.getPort(), directory);
            return database;
        } catch (IOException | SQLException e) {
            lock.close();
            throw new IllegalStateException("The embedded PostgreSQL in " + directory + " did not start", e);
        }
    }

    /** Starts on a new directory that is deleted at the end. */
    static EmbeddedDatabase startTemporary(boolean durable) {
        try {
            return start(Files.createTempDirectory("kompetansebro-"), durable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres startServer(Path cluster, boolean durable) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("work_mem", "32MB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private void prepare() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login nosuperuser nobypassrls");
                statement.execute("create role " + APP + " login nosuperuser nobypassrls");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.warn("The embedded PostgreSQL did not stop cleanly", e);
        } finally {
            lock.close();
        }
    }
}
