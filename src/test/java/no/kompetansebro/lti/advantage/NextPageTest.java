package no.kompetansebro.lti.advantage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Page links, kind and hostile (lti-requirements SVC-14, ATK-025). */
class NextPageTest {

    private static final URI PAGE = URI.create("https://lms.example/api/members?limit=2");

    private static NextPage of(String... headers) {
        return NextPage.of(List.of(headers), PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://lms.example/api/members?page=Ab%2FcD&x=1>; rel=\"next\"",
                "<https://lms.example/api/members?page=Ab%2FcD&x=1>;rel=next",
                "<https://lms.example/api/members?page=Ab%2FcD&x=1> ; title=\"a, <b>; rel=prev\" ; REL=\"last NEXT\"",
                "</api/members?page=Ab%2FcD&x=1>; rel=next",
                "<?page=1>; rel=prev, <https://lms.example/api/members?page=Ab%2FcD&x=1>; rel=\"next\", <?page=9>; rel=last",
                "<?page=1>; rel=prev,,<members?page=Ab%2FcD&x=1>; rel=\"next\";title=x,"
            })
    void svc14FollowsTheNextPageAsItStands(String header) {
        assertThat(of(header))
                .isEqualTo(new NextPage.At(URI.create("https://lms.example/api/members?page=Ab%2FcD&x=1")));
    }

    @Test
    void svc14FindsTheNextPageInAnyOfSeveralHeaders() {
        assertThat(of("<?page=1>; rel=prev", "<?page=3>; rel=next"))
                .isEqualTo(new NextPage.At(URI.create("https://lms.example/api/members?page=3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "<?page=1>; rel=prev",
                "<?page=1>",
                "<?d=1>; rel=differences",
                "<?p=2>; rel=\"nextish\""
            })
    void svc14EndsWhereNoPageFollows(String header) {
        assertThat(of(header)).isEqualTo(new NextPage.None());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://evil.example/api/members?page=2>; rel=next",
                "<http://lms.example/api/members?page=2>; rel=next",
                "<https://lms.example:444/api/members?page=2>; rel=next",
                "<https://lms.example@evil.example/?page=2>; rel=next",
                "<//evil.example/>; rel=next",
                "<javascript:alert(1)>; rel=next",
                "<file:///etc/passwd>; rel=next",
                "<?page=2#x>; rel=next"
            })
    void atk025LeavesThePlatformForNoPage(String header) {
        assertThat(of(header)).isEqualTo(new NextPage.Unclear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?page=2; rel=next",
                "?page=2>; rel=next",
                "<?page=2>; rel=\"next",
                "<?page=2>; rel=\u201cnext\u201d",
                "<?pa ge=2>; rel=next",
                "<?page=%zz>; rel=next",
                "<?page=2>; rel=next, <?page=3>; rel=next",
                "<?page=2>; rel=next trailing"
            })
    void svc14KnowsThatItDoesNotKnow(String header) {
        assertThat(of(header)).isEqualTo(new NextPage.Unclear());
    }

    @Property(tries = 2000)
    void svc14TakesWhateverComesWithoutFailing(@ForAll("headers") String header) {
        Instant begin = Instant.now();

        NextPage next = of(header);

        if (next instanceof NextPage.At(URI address)) {
            assertThat(address.getScheme() + "://" + address.getRawAuthority()).isEqualTo("https://lms.example");
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<",
                ">",
                ";",
                ",",
                "\"",
                "\\",
                "=",
                " ",
                "rel",
                "next",
                "REL=NEXT",
                "rel=\"next\"",
                "https://lms.example/",
                "//evil",
                "https://evil.example/",
                "?page=2",
                "%",
                "#",
                "\u201c",
                "\0",
                "\r\n",
                "é",
                "<?a>;rel=next,");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                pieces.map(piece -> piece.repeat(2000)),
                Arbitraries.strings().ofMaxLength(300));
    }
}
