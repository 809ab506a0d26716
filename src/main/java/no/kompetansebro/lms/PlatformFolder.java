package no.kompetansebro.lms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kompetansebro.lti.spi.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers every platform in the folder at each start, before the first request (interfaces.md section 1). Applying a
 * file again changes nothing; taking a file away ends nothing. A wrong file stops the start, so that nobody finds out
 * by a launch.
 */
@Component
class PlatformFolder implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(PlatformFolder.class);

    private final Path folder;
    private final PlatformRegistrations registrations;
    private final TransactionTemplate transaction;

    PlatformFolder(
            @Value("${kompetansebro.lti.platforms:lti-config/platforms}") Path folder,
            PlatformRegistrations registrations,
            TransactionTemplate transaction) {
        this.folder = folder;
        this.registrations = registrations;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        Map<Path, PlatformFile> files = read();
        transaction.executeWithoutResult(_ -> files.values().forEach(registrations::register));
        log.info("{} platforms registered from {}", files.size(), folder);
    }

    private Map<Path, PlatformFile> read() {
        Map<List<String>, Path> seen = new HashMap<>();
        Map<Path, PlatformFile> files = new HashMap<>();
        for (Path path : paths()) {
            PlatformFile file = PlatformFileReader.read(path);
            Registration registration = file.registration();
            Path other = seen.put(List.of(registration.issuer(), registration.clientId()), path);
            if (other != null) {
                throw new PlatformFileInvalid("Platform file " + path + ": 'clientId' is registered for this issuer by "
                        + other + " already");
            }
            files.put(path, file);
        }
        return files;
    }

    private List<Path> paths() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of platform files cannot be read: " + folder, e);
        }
    }
}
