package no.kompetansebro.lti;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.lti.spi.Invitation;
import no.kompetansebro.lti.spi.Invitations;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.outbound.Call;
import no.kompetansebro.outbound.Limits;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reach;
import no.kompetansebro.outbound.Reply;
import org.springframework.stereotype.Component;

/**
 * Registers us with a platform, and the platform with us (LTI Dynamic Registration 1.0 section 3). The registration
 * token goes to the registration endpoint of the issuer's own configuration and nowhere else.
 */
@Component
class DynamicRegistration {

    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final int UNAUTHORIZED = 401;

    private final ConfigurationReader reader;
    private final Outbound outbound;
    private final ToolAddress tool;
    private final Invitations invitations;

    DynamicRegistration(ConfigurationReader reader, Outbound outbound, ToolAddress tool, Invitations invitations) {
        this.reader = reader;
        this.outbound = outbound;
        this.tool = tool;
        this.invitations = invitations;
    }

    /** A platform that is registered now. */
    record Done(Platform platform, PlatformConfiguration configuration) {}

    /** Throws {@link RegistrationFailed}. */
    Done register(Invitation invitation, String address, Optional<String> token) {
        Reach reach = invitation.privateAddresses() ? Reach.PRIVATE_TOO : Reach.PUBLIC;
        PlatformConfiguration configuration = configuration(address, reach);
        Registration registration = registration(configuration, answer(configuration, token, reach), reach);
        RegistrationId id = invitations
                .fulfil(invitation, registration)
                .orElseThrow(() -> new RegistrationFailed(RegistrationProblem.PLATFORM_TAKEN));
        return new Done(new Platform(id, registration), configuration);
    }

    private PlatformConfiguration configuration(String address, Reach reach) {
        PlatformConfiguration configuration = switch (reader.read(address, reach)) {
            case ConfigurationReader.Result.Read(var read) -> read;
            case ConfigurationReader.Result.NotReached(var cause) ->
                throw new RegistrationFailed(RegistrationProblem.CONFIGURATION_UNREACHABLE, Optional.of(cause));
            case ConfigurationReader.Result.NoConfiguration() ->
                throw new RegistrationFailed(RegistrationProblem.CONFIGURATION_INVALID);
            case ConfigurationReader.Result.OfAnotherIssuer() ->
                throw new RegistrationFailed(RegistrationProblem.ISSUER_MISMATCH);
        };
        if (!configuration.keepsToItself()) {
            throw new RegistrationFailed(RegistrationProblem.ENDPOINT_ELSEWHERE);
        }
        return configuration;
    }

    private Claims answer(PlatformConfiguration configuration, Optional<String> token, Reach reach) {
        URI endpoint = configuration.registrationEndpoint().orElseThrow();
        Call call = Call.post(
                endpoint, "application/json", "application/json", new ToolConfiguration(tool, configuration).json());
        Call authorized =
                token.map(t -> call.with("Authorization", "Bearer " + t)).orElse(call);
        return switch (outbound.send(authorized, reach, Limits.DOCUMENT)) {
            case Reply.NoAnswer(var cause) ->
                throw new RegistrationFailed(RegistrationProblem.REGISTRATION_UNREACHABLE, Optional.of(cause));
            case Reply.Answer answer when answer.isSuccess() -> read(answer.text());
            case Reply.Answer answer ->
                throw new RegistrationFailed(
                        answer.status() == UNAUTHORIZED
                                ? RegistrationProblem.TOKEN_REFUSED
                                : RegistrationProblem.REGISTRATION_REFUSED);
        };
    }

    private static Claims read(String json) {
        try {
            return new Claims(StrictJson.object(json.getBytes(StandardCharsets.UTF_8)));
        } catch (LaunchRefused e) {
            throw new RegistrationFailed(RegistrationProblem.REGISTRATION_UNREADABLE);
        }
    }

    private static Registration registration(PlatformConfiguration configuration, Claims answer, Reach reach) {
        String clientId = answer.hint("client_id")
                .filter(Identifiers::isId)
                .orElseThrow(() -> new RegistrationFailed(RegistrationProblem.REGISTRATION_UNREADABLE));
        Optional<String> deployment = answer.hints(TOOL).hint("deployment_id").or(() -> answer.hint("deployment_id"));
        return new Registration(
                configuration.issuer(),
                clientId,
                deployment.filter(Identifiers::isAsciiId).map(Set::of).orElse(Set.of()),
                configuration.authorizationEndpoint(),
                configuration.tokenEndpoint(),
                configuration.jwksUri(),
                configuration.tokenAudience(),
                Set.of(),
                reach == Reach.PRIVATE_TOO);
    }
}
