package no.kompetansebro.demo.lms;

import java.net.URI;
import no.kompetansebro.demo.Demo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the LMS and the tool are. The LMS answers at 127.0.0.1 where the tool answers at localhost: the same server,
 * but another site to a browser, as in real life.
 */
@Component
@Profile(Demo.PROFILE)
public class LmsAddress {

    /** What the LMS calls the tool. */
    static final String CLIENT_ID = "kompetansebro-demo";

    /** The one deployment. */
    static final String DEPLOYMENT = "1";

    private final String tool;
    private final String lms;

    LmsAddress(@Value("${kompetansebro.base-url}") String tool, @Value("${kompetansebro.demo.lms-url:}") String lms) {
        this.tool = tool.endsWith("/") ? tool.substring(0, tool.length() - 1) : tool;
        this.lms = lms.isEmpty() ? otherSite(this.tool) : lms;
    }

    private static String otherSite(String tool) {
        boolean local = "localhost".equals(URI.create(tool).getHost());
        return local
                ? UriComponentsBuilder.fromUriString(tool).host("127.0.0.1").toUriString()
                : tool;
    }

    /** The tool's origin. */
    public String tool() {
        return tool;
    }

    /** The LMS's origin. */
    String lms() {
        return lms;
    }

    /** Where an account takes a course. */
    String course(String account, String idNumber) {
        return issuer() + "/" + account + "/kurs/" + idNumber;
    }

    String issuer() {
        return lms + "/demo/lms";
    }

    String authorize() {
        return issuer() + "/authorize";
    }

    String keys() {
        return issuer() + "/jwks";
    }

    /** The tool's redirect URI: the only address that a token is sent to. */
    String launch() {
        return tool + "/lti/launch";
    }

    String scores() {
        return tool + "/demo/scores";
    }
}
