package no.kompetansebro.lms.enrolling;

import java.util.Optional;
import no.kompetansebro.lms.spi.EnrolmentAccess;
import no.kompetansebro.lms.spi.EnrolmentConnector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The connectors that there are. */
@Component
class Connectors {

    private final ObjectProvider<EnrolmentConnector> connectors;

    Connectors(ObjectProvider<EnrolmentConnector> connectors) {
        this.connectors = connectors;
    }

    /** The LMS of the issuer; empty: none is connected. */
    Optional<EnrolmentAccess> of(String issuer) {
        return connectors
                .orderedStream()
                .flatMap(connector -> connector.of(issuer).stream())
                .findFirst();
    }
}
