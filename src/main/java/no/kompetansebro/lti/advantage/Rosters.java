package no.kompetansebro.lti.advantage;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.kompetansebro.lti.Roles;
import no.kompetansebro.lti.spi.Launch;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * The names and role service (NRPS 2.0). Rosters are read whole and without a filter: Moodle loses the filter on its second
 * page. It also sends names as HTML, and short role names.
 */
@Component
public class Rosters {

    /** What a token has to be good for. */
    public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /** Exactly the one media type that Moodle answers to. */
    public static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    /** Nobody is called anything longer; a roster of 100,000 is kept in memory. */
    private static final int LONGEST_HINT = 255;

    private final PageReader pages;

    Rosters(PageReader pages) {
        this.pages = pages;
    }

    /**
     * The active members of the context, by subject: two rosters that are kept at once take their accounts in one order.
     * Whoever is there twice is one, with both roles; a broken entry is left out.
     */
    public Reading<Member> members(Deployment deployment, URI memberships) {
        Reading<Member> reading = pages.read(deployment, memberships, TYPE, SCOPE, Rosters::members);
        return new Reading<>(merged(reading.entries()), reading.problem());
    }

    static Optional<Stream<Member>> members(JsonNode page) {
        return page.optional("members")
                .filter(JsonNode::isArray)
                .map(members -> members.valueStream().flatMap(node -> member(node).stream()));
    }

    private static Optional<Member> member(JsonNode node) {
        boolean active = node.optional("status")
                .filter(status -> !status.isNull())
                .map(status -> status.stringValueOpt().filter("Active"::equals).isPresent())
                .orElse(true);
        return active && node.isObject()
                ? ServiceDocument.subject(node, "user_id")
                        .map(subject -> new Member(subject, roles(node), person(node)))
                : Optional.empty();
    }

    private static Set<URI> roles(JsonNode node) {
        return Roles.known(node.optional("roles").filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(role -> role.stringValueOpt().stream())
                .toList());
    }

    private static Launch.Person person(JsonNode node) {
        return new Launch.Person(
                hint(node, "name").map(HtmlUtils::htmlUnescape),
                hint(node, "given_name").map(HtmlUtils::htmlUnescape),
                hint(node, "family_name").map(HtmlUtils::htmlUnescape),
                hint(node, "email"),
                hint(node, "lis_person_sourcedid"),
                hint(node, "ext_user_username"));
    }

    private static Optional<String> hint(JsonNode node, String member) {
        return ServiceDocument.text(node, member).filter(text -> !text.isBlank() && text.length() <= LONGEST_HINT);
    }

    private static List<Member> merged(List<Member> members) {
        Map<String, Member> bySubject = new TreeMap<>();
        members.forEach(member -> bySubject.merge(member.subject(), member, Rosters::merged));
        return new ArrayList<>(bySubject.values());
    }

    private static Member merged(Member first, Member second) {
        Set<URI> roles = new HashSet<>(first.roles());
        roles.addAll(second.roles());
        return new Member(first.subject(), roles, first.person());
    }
}
