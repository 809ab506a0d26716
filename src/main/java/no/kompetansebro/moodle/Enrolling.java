package no.kompetansebro.moodle;

import java.util.Optional;
import no.kompetansebro.lms.spi.EnrolmentAccess;
import no.kompetansebro.lms.spi.EnrolmentConnector;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import org.springframework.stereotype.Component;

/** Enrols people in the courses of connected Moodles. */
@Component
class Enrolling implements EnrolmentConnector {

    static final String FUNCTION_MISSING = "function_missing";
    static final String NOT_ALLOWED = "not_allowed";

    private final Connections connections;
    private final Courses courses;
    private final EnrolmentSettings settings;
    private final ConnectionStates states;
    private final Sites sites;

    Enrolling(
            Connections connections,
            Courses courses,
            EnrolmentSettings settings,
            ConnectionStates states,
            Sites sites) {
        this.connections = connections;
        this.courses = courses;
        this.settings = settings;
        this.states = states;
        this.sites = sites;
    }

    @Override
    public Optional<EnrolmentAccess> of(String issuer) {
        return connections.all().stream()
                .filter(connection -> connection.accountsOf().equals(issuer))
                .findFirst()
                .map(connection -> new EnrollingAtSite(connection, sites.open(connection), courses, settings, states));
    }

    /** What the finding of a check says against using the function. */
    static Optional<EnrolmentTrouble> inTheWay(Finding finding, String function) {
        return switch (finding.code()) {
            case SiteCheck.NO_ENROLLING, FUNCTION_MISSING ->
                finding.detail().equals(function) || finding.detail().equals(Functions.USERS)
                        ? Optional.of(EnrolmentTrouble.lasting(FUNCTION_MISSING, finding.detail()))
                        : Optional.empty();
            case SiteCheck.USERS_HIDDEN ->
                Optional.of(EnrolmentTrouble.lasting(NOT_ALLOWED, "moodle/user:viewdetails"));
            default -> Optional.empty();
        };
    }
}
