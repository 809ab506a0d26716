package no.kompetansebro.lti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we register ourselves as (Dynamic Registration section 3.5): one redirect URI, the services that we use, names to
 * show whom the administrator confirms, and the ID number that finds the employee. No e-mail.
 */
record ToolConfiguration(ToolAddress tool, PlatformConfiguration platform) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SCOPES = List.of(
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
            "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/score");

    String json() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("application_type", "web");
        body.put("response_types", List.of("id_token"));
        body.put("grant_types", List.of("implicit", "client_credentials"));
        body.put("initiate_login_uri", tool.loginUri());
        body.put("redirect_uris", List.of(tool.launchUri()));
        body.put("client_name", "Kompetansebro");
        body.put("jwks_uri", tool.keysUri());
        body.put("logo_uri", tool.origin() + "/app/logo.svg");
        body.put("token_endpoint_auth_method", "private_key_jwt");
        body.put("scope", String.join(" ", supported(SCOPES, platform.scopes())));
        body.put("https://purl.imsglobal.org/spec/lti-tool-configuration", lti());
        return JSON.writeValueAsString(body);
    }

    private Map<String, Object> lti() {
        Map<String, Object> lti = new LinkedHashMap<>();
        lti.put("domain", tool.origin().substring(tool.origin().indexOf("//") + 2));
        lti.put("description", "Min kompetanse, min enhet og kursene som teller");
        lti.put("target_link_uri", tool.launchUri());
        lti.put("custom_parameters", Map.of("idnumber", "$Person.sourcedId"));
        lti.put("claims", List.of("iss", "sub", "name", "given_name", "family_name"));
        lti.put("messages", messages());
        return lti;
    }

    private List<Map<String, Object>> messages() {
        List<Map<String, Object>> messages = new ArrayList<>();
        messages.add(Map.of("type", "LtiResourceLinkRequest"));
        if (platform.messages().isEmpty() || platform.messages().contains("LtiDeepLinkingRequest")) {
            messages.add(Map.of(
                    "type",
                    "LtiDeepLinkingRequest",
                    "target_link_uri",
                    tool.launchUri(),
                    "placements",
                    List.of("ContentArea")));
        }
        return messages;
    }

    private static List<String> supported(List<String> wanted, Set<String> known) {
        return wanted.stream()
                .filter(scope -> known.isEmpty() || known.contains(scope))
                .toList();
    }
}
