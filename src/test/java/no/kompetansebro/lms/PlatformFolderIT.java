package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import no.kompetansebro.lti.LaunchScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class PlatformFolderIT extends LaunchScenario {

    @Autowired
    LmsPlatforms platforms;

    @TempDir
    Path folder;

    private final String employerCode = "ny-" + UUID.randomUUID();

    private void apply() {
        apply(folder);
    }

    private void apply(Path folder) {
        var platformRegistrations = new PlatformRegistrations(registrations, platforms, employers);
        new PlatformFolder(folder, platformRegistrations, transaction).afterPropertiesSet();
    }

    private void write(String name, String clientId, String more) throws Exception {
        Files.writeString(folder.resolve(name), """
                issuer: %1$s
                clientId: %2$s
                employer: %3$s
                authorizationEndpoint: %1$s/auth
                tokenEndpoint: %1$s/token
                jwksUri: %1$s/jwks
                %4$s
                """.formatted(platform.issuer(), clientId, employerCode, more));
    }

    private String registered() {
        return jdbc.sql("""
                select string_agg(r.client_id || ' ' || r.deployments::text || ' ' || p.account_link::text, ', '
                                  order by r.client_id)
                  from lti_registration r join platform p using (registration_id) join employer e using (employer_id)
                 where e.code = :code
                """).param("code", employerCode).query(String.class).single();
    }

    @Test
    void registersEachFileAndItsEmployer() throws Exception {
        write("a.yml", "client-a", "deployments: [\"1\"]");
        write("b.yml", "client-b", "accountLink: [idnumber]");
        Files.writeString(folder.resolve("c.yaml.off"), "nonsense");

        apply();
        apply();

        assertThat(registered()).isEqualTo("client-a {1} {}, client-b {} {idnumber}");
    }

    @Test
    void changesWhatAFileChanges() throws Exception {
        write("a.yml", "client-a", "");
        apply();
        write("a.yml", "client-a", "deployments: [\"7\"]");

        apply();

        assertThat(registered()).isEqualTo("client-a {7} {}");
    }

    @Test
    void registersNothingWhereOneFileIsWrong() throws Exception {
        write("a.yml", "client-a", "");
        write("b.yml", "client-b", "deployment: 1");

        assertThatThrownBy(this::apply).hasMessageContaining("b.yml").hasMessageContaining("'deployment'");

        assertThat(employers.find(employerCode)).isEmpty();
    }

    @Test
    void takesAClientOfAnIssuerOnce() throws Exception {
        write("a.yml", "client-a", "");
        write("b.yml", "client-a", "");

        assertThatThrownBy(this::apply).hasMessageContaining("a.yml").hasMessageContaining("b.yml");
    }

    @Test
    void needsNoFolder() {
        apply(folder.resolve("missing"));
    }
}
