package no.kompetansebro.lti;

import java.time.Duration;
import no.kompetansebro.shared.EmployerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations as an administrator makes them. */
final class RegistrationScenario {

    private RegistrationScenario() {}

    /** An invitation that ends after some time; the secret. */
    static String invite(JdbcClient jdbc, EmployerId employer, boolean privateAddresses, Duration life) {
        Secret secret = Secret.random();
        jdbc.sql("""
                insert into platform_invitation
                    (invitation_id, secret_hash, employer_id, private_addresses, made_by, made_at, expires_at)
                values (uuidv7(), :hash, :employer, :private, 'employee:test', now(),
                        now() + make_interval(secs => :life))
                """)
                .param("hash", secret.hash().bytes())
                .param("employer", employer.value())
                .param("private", privateAddresses)
                .param("life", life.toSeconds())
                .update();
        return secret.value();
    }
}
