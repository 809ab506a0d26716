package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Floods from one address (lti-requirements ATK-048, ATK-114). */
class ArrivalsTest {

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final Arrivals arrivals = new Arrivals(60, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private void arrive(String peer, Optional<String> forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        forwarded.ifPresent(addresses -> request.addHeader("X-Forwarded-For", addresses));
        arrivals.admit(request);
    }

    private void exhaust(String peer, Optional<String> forwarded) {
        for (int i = 0; i < 60; i++) {
            arrive(peer, forwarded);
        }
        assertThatThrownBy(() -> arrive(peer, forwarded)).hasMessage("too_many_requests");
    }

    @Test
    void boundsAnAddressAndLetsItInAgain() {
        exhaust("203.0.113.7", Optional.empty());
        arrive("203.0.113.8", Optional.empty());

        now = now.plusSeconds(1);

        arrive("203.0.113.7", Optional.empty());
        assertThatThrownBy(() -> arrive("203.0.113.7", Optional.empty())).hasMessage("too_many_requests");
    }

    @Test
    void countsWhomAProxyOfOursSawAndNobodyElsesWord() {
        exhaust("10.0.0.5", Optional.of("198.51.100.1, 203.0.113.7"));
        arrive("10.0.0.5", Optional.of("203.0.113.7, 203.0.113.9"));
        assertThatThrownBy(() -> arrive("10.0.0.5", Optional.of("8.8.8.8, 203.0.113.7")))
                .hasMessage("too_many_requests");

        exhaust("198.51.100.9", Optional.empty());
        assertThatThrownBy(() -> arrive("198.51.100.9", Optional.of("203.0.113.99")))
                .hasMessage("too_many_requests");
    }

    @Test
    void countsANetworkOfIpv6AsOne() {
        exhaust("2001:db8:1:2:0:0:0:1", Optional.empty());

        assertThatThrownBy(() -> arrive("2001:db8:1:2:a:b:c:d", Optional.empty()))
                .hasMessage("too_many_requests");
        arrive("2001:db8:1:3:0:0:0:1", Optional.empty());
    }

    /** HAProxy adds a header of its own after the one that the browser sent. */
    @Test
    void takesTheLastOfSeveralHeaders() {
        for (int i = 0; i < 60; i++) {
            arriveByTwoHeaders("198.51.100." + i, "203.0.113.7");
        }
        assertThatThrownBy(() -> arriveByTwoHeaders("198.51.100.99", "203.0.113.7"))
                .hasMessage("too_many_requests");
        arriveByTwoHeaders("198.51.100.99", "203.0.113.8");
    }

    private void arriveByTwoHeaders(String sent, String added) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("10.0.0.5");
        request.addHeader("X-Forwarded-For", sent);
        request.addHeader("X-Forwarded-For", added);
        arrivals.admit(request);
    }

    @Test
    void countsAnAddressAsOneHoweverItIsWritten() {
        exhaust("fd12:0:0:0:0:0:0:5", Optional.of("203.0.113.7:4711"));
        assertThatThrownBy(() -> arrive("10.0.0.5", Optional.of("203.0.113.7:4712")))
                .hasMessage("too_many_requests");
        assertThatThrownBy(() -> arrive("10.0.0.5", Optional.of("::ffff:203.0.113.7")))
                .hasMessage("too_many_requests");

        exhaust("10.0.0.5", Optional.of("2001:db8::1"));
        assertThatThrownBy(() -> arrive("10.0.0.5", Optional.of("[2001:db8:0:0:a:b:c:d]:4711")))
                .hasMessage("too_many_requests");
        arrive("10.0.0.5", Optional.of("2001:db8:0:1::1"));
    }

    @Test
    void countsTheProxyWhereItSaysNothingThatIsAnAddress() {
        exhaust("10.0.0.5", Optional.of("unknown"));
        assertThatThrownBy(() -> arrive("10.0.0.5", Optional.of("school.example")))
                .hasMessage("too_many_requests");
    }

    @Test
    void keepsNoMoreAddressesThanItHasRoomFor() {
        for (int i = 0; i < 50_000; i++) {
            arrive("203." + i / 65536 + "." + i / 256 % 256 + "." + i % 256, Optional.empty());
        }
        assertThat(arrivals)
                .extracting("allowances")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .hasSize(10_000);
    }

    @Test
    void neverAllowsMoreThanAtOnceHoweverLongNobodyCame() {
        Allowance allowance = new Allowance(2, Duration.ofSeconds(1), now);
        Instant later = now.plusSeconds(3600);

        assertThat(allowance.take(later)).isTrue();
        assertThat(allowance.take(later)).isTrue();
        assertThat(allowance.take(later)).isFalse();
        assertThat(allowance.take(now)).as("a clock that went back").isFalse();
    }
}
