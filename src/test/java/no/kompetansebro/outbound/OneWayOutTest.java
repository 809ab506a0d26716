package no.kompetansebro.outbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** SVC-09: no call to an LMS passes the guard by. */
class OneWayOutTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("no.kompetansebro");

    @Test
    void nobodyElseCallsALearningPlatform() {
        noClasses()
                .that()
                .resideInAnyPackage("no.kompetansebro.lti..", "no.kompetansebro.lms..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..", "javax.net.ssl..", "org.apache.hc..", "org.springframework.web.client..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(URL|URLConnection|HttpURLConnection|Socket)")
                .check(CLASSES);
    }

    @Test
    void nobodyElseUsesTheHttpLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("no.kompetansebro.outbound")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(CLASSES);
    }
}
