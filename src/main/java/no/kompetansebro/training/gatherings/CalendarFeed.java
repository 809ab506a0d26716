package no.kompetansebro.training.gatherings;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Gives calendar programs what their address opens: no session, no cookie. Every address that opens nothing, and that of
 * somebody who no longer works here, is simply not found.
 */
@Controller
class CalendarFeed {

    private static final String PATH = "/kalender/";
    private static final String FILE = ".ics";
    private static final String NOT_KEPT = "private, no-store";

    private final CalendarAddresses addresses;
    private final CalendarContents contents;
    private final People people;
    private final EmployerCalendar calendar;
    private final MessageSource messages;
    private final Clock clock;

    CalendarFeed(
            CalendarAddresses addresses,
            CalendarContents contents,
            People people,
            EmployerCalendar calendar,
            MessageSource messages,
            Clock clock) {
        this.addresses = addresses;
        this.contents = contents;
        this.people = people;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH + "{token:[A-Za-z0-9_-]+}" + FILE)
    ResponseEntity<byte[]> show(@PathVariable String token) {
        return CalendarAddresses.Token.read(token)
                .flatMap(read -> EmployerScope.in(read.employer(), () -> file(read)))
                .map(file -> answer(file, "inline"))
                .orElseGet(() -> ResponseEntity.notFound()
                        .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                        .build());
    }

    private Optional<String> file(CalendarAddresses.Token token) {
        return addresses
                .open(token)
                .filter(opened -> !people.working(List.of(opened.employee()), calendar.today())
                        .isEmpty())
                .map(opened -> contents.file(
                        opened.employee(), clock.instant(), new Words(messages, Locale.of(opened.language()))));
    }

    static String path(String token) {
        return PATH + token + FILE;
    }

    static ResponseEntity<byte[]> answer(String file, String disposition) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition + "; filename=\"kompetansebro.ics\"")
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .header("X-Robots-Tag", "noindex")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    @Configuration(proxyBeanMethods = false)
    static class Security {

        /** Before the shell's chain, which takes every other path. */
        @Bean
        @Order(10)
        SecurityFilterChain calendarFeedFilterChain(HttpSecurity http) {
            return http.securityMatcher(PATH + "*")
                    .csrf(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                    .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET)
                            .permitAll()
                            .requestMatchers(HttpMethod.HEAD)
                            .permitAll()
                            .anyRequest()
                            .denyAll())
                    .build();
        }
    }
}
