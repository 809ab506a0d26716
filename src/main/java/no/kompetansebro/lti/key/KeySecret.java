package no.kompetansebro.lti.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the tool's private keys are encrypted with; never in the database. {@code kompetansebro.lti.key-secret} where it
 * is set; with the embedded database a file beside its data that only its owner may read; in memory where that
 * database is temporary.
 */
@Component
class KeySecret {

    private static final String PROPERTY = "kompetansebro.lti.key-secret";
    private static final int SHORTEST = 32;

    private final String value;

    KeySecret(Environment environment) {
        String configured = environment.getProperty(PROPERTY, "");
        this.value = configured.isBlank() ? own(environment) : checked(configured);
    }

    String value() {
        return value;
    }

    private static String checked(String configured) {
        if (configured.length() < SHORTEST) {
            throw new IllegalStateException(PROPERTY + " must have at least " + SHORTEST + " characters");
        }
        return configured;
    }

    private static String own(Environment environment) {
        if (environment.containsProperty("spring.datasource.url")) {
            throw new IllegalStateException(
                    "Set " + PROPERTY + " (KOMPETANSEBRO_LTI_KEY_SECRET), a random text of at least " + SHORTEST
                            + " characters, the same for all instances on this database");
        }
        String directory = environment.getProperty("kompetansebro.database.directory", "data");
        return directory.equals("temporary") ? random() : inFile(Path.of(directory, "lti-key.secret"));
    }

    private static String inFile(Path file) {
        try {
            create(file);
            return checked(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The file with the key secret cannot be used: " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            boolean posix =
                    Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, random());
        } catch (FileAlreadyExistsException e) {
            // An earlier start made it; that is the one to use.
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
