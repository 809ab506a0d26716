package no.kompetansebro.lms;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.lti.KeyCheck;
import no.kompetansebro.lti.advantage.Deployment;
import no.kompetansebro.lti.advantage.Rosters;
import no.kompetansebro.lti.advantage.ServiceCall;
import no.kompetansebro.lti.advantage.ServiceCalls;
import no.kompetansebro.lti.advantage.ServiceReply;
import no.kompetansebro.lti.advantage.TokenReply;
import no.kompetansebro.outbound.Reply;
import org.springframework.stereotype.Component;

/** Tries what a platform has to be able to, and says of each step in plain words what is wrong. */
@Component
class PlatformTrial {

    private static final Set<String> ROSTER = Set.of(Rosters.SCOPE);
    private static final Set<String> GRADES = Set.of(
            "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
            "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/score");
    private static final Duration LARGEST_DIFFERENCE = Duration.ofSeconds(30);

    private final KeyCheck keys;
    private final ServiceCalls calls;
    private final PlatformBook book;
    private final Clock clock;

    PlatformTrial(KeyCheck keys, ServiceCalls calls, PlatformBook book, Clock clock) {
        this.keys = keys;
        this.calls = calls;
        this.book = book;
        this.clock = clock;
    }

    /**
     * What one step came to.
     *
     * @param nameKey what was tried
     * @param textKey what came of it, and what to do where it failed
     * @param number what is counted in that text; 0 where nothing is
     */
    record Finding(String nameKey, State state, String textKey, long number) {

        private static Finding of(String nameKey, boolean good, String textKey, long number) {
            return new Finding(nameKey, good ? State.GOOD : State.BAD, textKey, number);
        }
    }

    /** How a step went: what was not tried is neither good nor bad. */
    enum State {
        GOOD("true", "#s-yes"),
        BAD("false", "#s-no"),
        UNTRIED("untried", "#s-info");

        private final String good;
        private final String sign;

        State(String good, String sign) {
            this.good = good;
            this.sign = sign;
        }

        /** For scripts, styles and tests. */
        public String good() {
            return good;
        }

        /** The picture beside it. */
        public String sign() {
            return sign;
        }

        /** The end of its text's key. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    List<Finding> run(PlatformBook.Entry entry) {
        List<Finding> findings = new ArrayList<>();
        KeyCheck.Finding read = keys.check(entry.registration());
        findings.add(keys(read));
        clock(read).ifPresent(findings::add);
        findings.add(deployments(entry));
        findings.add(token("lms.trial.roster", entry, ROSTER));
        findings.add(token("lms.trial.grades", entry, GRADES));
        findings.add(service(entry));
        return findings;
    }

    private static Finding keys(KeyCheck.Finding read) {
        String name = "lms.trial.keys";
        return switch (read.reply()) {
            case Reply.NoAnswer(var cause) -> Finding.of(name, false, PlatformFormCheck.causeKey(cause), 0);
            case Reply.Answer answer
            when answer.status() != 200 -> Finding.of(name, false, "lms.trial.keys.status", answer.status());
            case Reply.Answer _ when read.usable() == 0 -> Finding.of(name, false, "lms.trial.keys.none", 0);
            case Reply.Answer _ -> Finding.of(name, true, "lms.trial.keys.good", read.usable());
        };
    }

    /** By the {@code Date} that the platform answers with (SVC-17); empty where it names none. */
    private Optional<Finding> clock(KeyCheck.Finding read) {
        return read.reply() instanceof Reply.Answer answer
                ? answer.header("Date").flatMap(PlatformTrial::moment).map(this::clock)
                : Optional.empty();
    }

    private Finding clock(Instant theirs) {
        Duration difference = Duration.between(theirs, clock.instant()).abs();
        boolean good = difference.compareTo(LARGEST_DIFFERENCE) <= 0;
        return Finding.of(
                "lms.trial.clock", good, good ? "lms.trial.clock.good" : "lms.trial.clock.off", difference.toSeconds());
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Finding deployments(PlatformBook.Entry entry) {
        int known = entry.registration().deployments().size();
        return Finding.of(
                "lms.trial.deployments",
                known > 0,
                known > 0 ? "lms.trial.deployments.good" : "lms.trial.deployments.none",
                known);
    }

    private Finding token(String name, PlatformBook.Entry entry, Set<String> scopes) {
        String deployment =
                entry.registration().deployments().stream().sorted().findFirst().orElse("");
        return switch (calls.newToken(new Deployment(entry.id(), deployment), entry.registration(), scopes)) {
            case TokenReply.Granted _ -> Finding.of(name, true, "lms.trial.token.good", 0);
            case TokenReply.NotReached(var cause) -> Finding.of(name, false, PlatformFormCheck.causeKey(cause), 0);
            case TokenReply.Refused(var problem) -> Finding.of(name, false, "lms.trial.token." + problem.code(), 0);
        };
    }

    private Finding service(PlatformBook.Entry entry) {
        return book.latestRoster(entry)
                .map(roster -> service(calls.send(
                        roster.deployment(), ServiceCall.get(roster.address(), Rosters.TYPE, Rosters.SCOPE))))
                .orElseGet(() -> new Finding("lms.trial.service", State.UNTRIED, "lms.trial.service.unknown", 0));
    }

    private static Finding service(ServiceReply reply) {
        String name = "lms.trial.service";
        return switch (reply) {
            case ServiceReply.Answered(var answer) ->
                Finding.of(
                        name,
                        answer.isSuccess(),
                        answer.isSuccess() ? "lms.trial.service.good" : "lms.trial.service.status",
                        answer.status());
            case ServiceReply.NoToken(var problem) -> Finding.of(name, false, "lms.trial.token." + problem.code(), 0);
            case ServiceReply.NotReached(var cause) -> Finding.of(name, false, PlatformFormCheck.causeKey(cause), 0);
            case ServiceReply.NotThePlatforms() -> Finding.of(name, false, "lms.trial.service.elsewhere", 0);
            case ServiceReply.PlatformGone() -> Finding.of(name, false, "lms.platform.isoff", 0);
        };
    }
}
