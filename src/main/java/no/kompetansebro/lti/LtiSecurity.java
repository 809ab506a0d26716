package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The LTI endpoints are open to everybody and protected by the protocol itself: a platform cannot send our CSRF token,
 * and the state that is bound to the browser takes its place. Everything else is the shell's.
 */
@Configuration(proxyBeanMethods = false)
class LtiSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain ltiEndpoints(HttpSecurity http) {
        return http.securityMatcher("/lti/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(LtiSecurity::writeContentPolicy))
                .build();
    }

    /** The platform that the request speaks for may frame the answer, nobody else. */
    private static void writeContentPolicy(HttpServletRequest request, HttpServletResponse response) {
        List<String> framers =
                RequestPlatform.of(request).map(Platform::origins).orElse(List.of());
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self' "
                        + String.join(" ", framers));
    }
}
