package no.kompetansebro.moodle;

import java.net.URI;
import no.kompetansebro.outbound.Reach;

/**
 * A Moodle, and what opens it.
 *
 * @param address its {@code wwwroot}, without a slash at the end
 */
record Site(ConnectionId connection, URI address, String token, Reach reach) {

    URI services() {
        return URI.create(address + "/webservice/rest/server.php");
    }

    @Override
    public String toString() {
        return "Site " + connection;
    }
}
