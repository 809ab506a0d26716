package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformFileTest {

    private static final String MOODLE = """
            issuer: http://localhost:8880
            clientId: AbCdEf123
            employer: fjordvik                 # the tenant
            deployments: ["1"]
            authorizationEndpoint: http://localhost:8880/mod/lti/auth.php
            tokenEndpoint: http://localhost:8880/mod/lti/token.php
            jwksUri: http://localhost:8880/mod/lti/certs.php
            accountLink: [idnumber, username, email]
            trustAdministrators: true
            """;

    @TempDir
    Path folder;

    private PlatformFile read(String yaml) {
        try {
            return PlatformFileReader.read(Files.writeString(folder.resolve("moodle.yml"), yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysEverythingAboutAPlatform() {
        PlatformFile file = read(MOODLE);

        assertThat(file.registration().issuer()).isEqualTo("http://localhost:8880");
        assertThat(file.registration().clientId()).isEqualTo("AbCdEf123");
        assertThat(file.registration().deployments()).containsExactly("1");
        assertThat(file.registration().jwksUri()).isEqualTo(URI.create("http://localhost:8880/mod/lti/certs.php"));
        assertThat(file.employer()).isEqualTo("fjordvik");
        assertThat(file.accountLink())
                .containsExactly(AccountAttribute.IDNUMBER, AccountAttribute.USERNAME, AccountAttribute.EMAIL);
        assertThat(file.trustAdministrators()).isTrue();
    }

    @Test
    void mayLeaveOutWhatHasAMeaningWithoutIt() {
        PlatformFile file = read(MOODLE.replaceAll("(?m)^(deployments|accountLink|trustAdministrators).*\n", ""));

        assertThat(file.registration().deployments()).isEmpty();
        assertThat(file.accountLink()).isEmpty();
        assertThat(file.trustAdministrators()).isFalse();
    }

    @Test
    void readsIdsAsTextHoweverTheyLook() {
        PlatformFile file = read(MOODLE.replace("[\"1\"]", "[007, 1e3, true]").replace("AbCdEf123", "0123"));

        assertThat(file.registration().deployments()).containsExactlyInAnyOrder("007", "1e3", "true");
        assertThat(file.registration().clientId()).isEqualTo("0123");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("", "the file is empty"),
                Arguments.of("- a", "a list of 'key: value' is expected"),
                Arguments.of("issuer: [", "no readable YAML at line"),
                Arguments.of(MOODLE + "clientID: x", "'clientID' is not a known key"),
                Arguments.of(MOODLE + "issuer: http://other", "'issuer' is there twice"),
                Arguments.of(MOODLE.replaceFirst("issuer.*\n", ""), "'issuer' is missing"),
                Arguments.of(MOODLE.replace("AbCdEf123", ""), "'clientId' must be a text"),
                Arguments.of(MOODLE.replace("AbCdEf123", "[x]"), "'clientId' must be a text"),
                Arguments.of(MOODLE.replace("fjordvik ", "Fjord Vik "), "'employer' must be a code"),
                Arguments.of(MOODLE.replace("[\"1\"]", "\"1\""), "'deployments' must be a list"),
                Arguments.of(
                        MOODLE.replace("http://localhost:8880/mod/lti/auth.php", "ftp://x/y"),
                        "'authorizationEndpoint' must be an http or https address"),
                Arguments.of(
                        MOODLE.replace("http://localhost:8880/mod/lti/certs.php", "a b"),
                        "'jwksUri' is not an address"),
                Arguments.of(MOODLE.replace("idnumber", "ssn"), "'accountLink' knows idnumber, username and email"),
                Arguments.of(MOODLE.replace("true", "perhaps"), "'trustAdministrators' must be true or false"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedWithItsNameAndTheKey(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(PlatformFileInvalid.class)
                .hasMessageContaining("moodle.yml")
                .hasMessageContaining(problem)
                .message()
                .hasLineCount(1);
    }
}
