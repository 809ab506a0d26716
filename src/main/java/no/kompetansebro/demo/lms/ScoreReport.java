package no.kompetansebro.demo.lms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import no.kompetansebro.demo.Demo;
import no.kompetansebro.demo.municipality.KnownCourse;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Reports a completion to the tool over HTTP, signed by the LMS (docs/demo.md). */
@Component
@Profile(Demo.PROFILE)
class ScoreReport {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FULL_SCORE = 100;

    private final LmsAddress address;
    private final LmsKey key;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    ScoreReport(LmsAddress address, LmsKey key, Clock clock) {
        this.address = address;
        this.key = key;
        this.clock = clock;
    }

    /** Whether the tool has recorded it. */
    boolean send(Account account, KnownCourse course) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.scores()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/jwt")
                .POST(HttpRequest.BodyPublishers.ofString(key.sign(claims(account, course))))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JWTClaimsSet claims(Account account, KnownCourse course) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(address.issuer())
                .audience(address.scores())
                .subject(account.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(PATIENCE)))
                .jwtID(UUID.randomUUID().toString())
                .claim(ScoreEndpoint.COURSE, course.idNumber())
                .claim(ScoreEndpoint.SCORE, FULL_SCORE)
                .build();
    }
}
