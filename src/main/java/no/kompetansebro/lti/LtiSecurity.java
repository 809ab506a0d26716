package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors ";

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

    /**
     * The platform that the request speaks for may frame the answer, nobody else. An answer to nobody we know is a page
     * that tells what is wrong with the set-up: it shows nothing of anybody, and may be read in any frame.
     */
    private static void writeContentPolicy(HttpServletRequest request, HttpServletResponse response) {
        String framers = RequestPlatform.of(request)
                .map(platform -> "'self' " + String.join(" ", platform.origins()))
                .orElse("*");
        response.setHeader("Content-Security-Policy", POLICY + framers);
    }
}
