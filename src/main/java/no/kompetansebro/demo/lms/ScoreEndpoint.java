package no.kompetansebro.demo.lms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.math.BigDecimal;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.demo.Demo;
import no.kompetansebro.lms.Completion;
import no.kompetansebro.lms.Intake;
import no.kompetansebro.lms.Receipt;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The tool's door for the demo LMS's scores: a JWT that the LMS signed, with the account as {@code sub}, the course's id
 * number, the score (0–100), when ({@code iat}) and an id of its own ({@code jti}).
 */
@RestController
@Profile(Demo.PROFILE)
class ScoreEndpoint {

    static final String COURSE = "course_id_number";
    static final String SCORE = "score";

    private final LmsAddress address;
    private final LmsKey key;
    private final LmsRegistration registration;
    private final Intake intake;
    private final Clock clock;

    ScoreEndpoint(LmsAddress address, LmsKey key, LmsRegistration registration, Intake intake, Clock clock) {
        this.address = address;
        this.key = key;
        this.registration = registration;
        this.intake = intake;
        this.clock = clock;
    }

    @PostMapping(path = "/demo/scores", consumes = "application/jwt")
    ResponseEntity<Receipt> score(@RequestBody String token) throws ParseException {
        Optional<JWTClaimsSet> claims = key.verified(token).filter(this::isForUsNow);
        if (claims.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Receipt receipt = intake.completed(completion(claims.get()));
        boolean taken = receipt == Receipt.RECORDED || receipt == Receipt.KNOWN;
        return ResponseEntity.status(taken ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .body(receipt);
    }

    private boolean isForUsNow(JWTClaimsSet claims) {
        Date end = claims.getExpirationTime();
        return address.issuer().equals(claims.getIssuer())
                && List.of(address.scores()).equals(claims.getAudience())
                && end != null
                && end.toInstant().isAfter(clock.instant());
    }

    private Completion completion(JWTClaimsSet claims) throws ParseException {
        return new Completion(
                registration.id(),
                claims.getIssuer(),
                claims.getSubject(),
                claims.getStringClaim(COURSE),
                claims.getIssueTime().toInstant(),
                Optional.of(BigDecimal.valueOf(claims.getIntegerClaim(SCORE))),
                claims.getJWTID());
    }
}
