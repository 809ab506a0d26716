package no.kompetansebro.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.kompetansebro.pages.SmallTown.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Serves the small town for half an hour, templates and static files straight from the sources, to look at while
 * designing: {@code mvn -Dexec.skip test -Dtest=LookAround -Dlook=around}; the addresses stand in target/look.txt.
 */
@EnabledIfSystemProperty(named = "look", matches = "around")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kompetansebro.database.directory=temporary",
            "spring.thymeleaf.cache=false",
            "spring.thymeleaf.prefix=file:src/main/resources/templates/",
            "spring.web.resources.chain.strategy.content.enabled=false",
            "spring.web.resources.cache.cachecontrol.max-age=0",
            "spring.web.resources.static-locations=file:src/main/resources/static/,classpath:/static/"
        })
class LookAround {

    @LocalServerPort
    int port;

    @Autowired
    SmallTown towns;

    @Test
    void serves() throws Exception {
        Town town = towns.get();
        String base = "http://localhost:" + port + "/test/sign-in?employer="
                + town.municipality().id() + "&employee=";
        Files.writeString(
                Path.of("target/look.txt"),
                "kari " + base + town.kari() + "&til=\nleader " + base + town.leader() + "&til=\nhr " + base + town.hr()
                        + "&til=\n");
        Thread.sleep(Duration.ofMinutes(30));
    }
}
