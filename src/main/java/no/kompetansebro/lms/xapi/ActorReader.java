package no.kompetansebro.lms.xapi;

import static no.kompetansebro.lms.xapi.StatementReader.object;
import static no.kompetansebro.lms.xapi.StatementReader.require;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.lms.spi.PersonKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who a statement is about (part two 2.4.2): an account of the connection's platform, or an address that it is trusted to know. */
final class ActorReader {

    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final String MAILTO = "mailto:";
    private static final int LONGEST = 255;

    private final Connection connection;

    ActorReader(Connection connection) {
        this.connection = connection;
    }

    /** Whether it is an agent with just one identifier, or a group. */
    static void check(ObjectNode actor, String place) {
        JsonNode type = actor.path("objectType");
        boolean group = type.isString() && type.stringValue().equals("Group");
        require(
                group
                        || type.isMissingNode()
                        || (type.isString() && type.stringValue().equals("Agent")),
                place + ".objectType",
                "is not Agent or Group");
        long identifiers = IDENTIFIERS.stream().filter(actor::has).count();
        require(
                identifiers == 1 || (group && identifiers == 0),
                place,
                "needs one of mbox, mbox_sha1sum, openid and account");
        if (actor.has("account")) {
            ObjectNode account = object(actor.path("account"), place + ".account");
            require(isText(account.path("homePage")), place + ".account.homePage", "is not a text");
            require(isText(account.path("name")), place + ".account.name", "is not a text");
        }
        if (actor.has("mbox")) {
            JsonNode mbox = actor.path("mbox");
            require(isText(mbox) && mbox.stringValue().startsWith(MAILTO), place + ".mbox", "is not a mailto: IRI");
        }
    }

    PersonKey person(ObjectNode actor, String place) {
        if (actor.has("account")) {
            JsonNode account = actor.path("account");
            require(
                    withoutSlash(account.path("homePage").stringValue()).equals(connection.homePage()),
                    place + ".account.homePage",
                    "is not this connection's platform");
            return PersonKey.account(account.path("name").stringValue());
        }
        require(actor.has("mbox"), place, "is not named by an account of the platform");
        require(connection.trustsMailbox(), place + ".mbox", "is not what this connection knows people by");
        return new PersonKey(
                Optional.empty(),
                Optional.empty(),
                Optional.of(actor.path("mbox").stringValue().substring(MAILTO.length())));
    }

    static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static boolean isText(JsonNode node) {
        return node.isString()
                && !node.stringValue().isBlank()
                && node.stringValue().length() <= LONGEST;
    }
}
