package no.kompetansebro.lms;

import java.util.List;
import no.kompetansebro.lti.ToolAddress;

/**
 * A value of ours to paste into an LMS, under the names that LMSs have for it; blank where one does not ask.
 *
 * @param id of the element that shows it
 */
record PastedValue(String id, String value, String moodle, String canvas, String brightspace) {

    static List<PastedValue> of(ToolAddress tool) {
        return List.of(
                new PastedValue("v-mal", tool.launchUri(), "Tool URL", "Target Link URI", "Target Link URI"),
                new PastedValue(
                        "v-innlogging",
                        tool.loginUri(),
                        "Initiate login URL",
                        "OpenID Connect Initiation Url",
                        "OpenID Connect Login URL"),
                new PastedValue("v-retur", tool.launchUri(), "Redirection URI(s)", "Redirect URIs", "Redirect URLs"),
                new PastedValue("v-nokler", tool.keysUri(), "Public keyset", "Public JWK URL", "Keyset URL"),
                new PastedValue("v-domene", tool.origin(), "", "", "Domain"));
    }
}
