package no.kompetansebro;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Kompetansebro: facts with dates in, coverage on any date out. */
@Modulithic(systemName = "Kompetansebro", sharedModules = "shared")
@SpringBootApplication
public class Kompetansebro {

    static void main(String[] args) {
        SpringApplication.run(Kompetansebro.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
