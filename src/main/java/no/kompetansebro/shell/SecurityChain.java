package no.kompetansebro.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.Supplier;
import no.kompetansebro.organisation.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Every path that no other chain takes: pages for a {@link Visitor} with a session. There is no login page; a session
 * begins with a launch from an LMS.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    private static final String[] OPEN = {
        "/", "/error", "/sprak/**", "/app/**", "/vendor/**", "/favicon.ico", "/actuator/health/**"
    };

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(HttpSecurity http, ContentSecurityPolicy policy, Clock clock) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .access((authentication, _) -> signedIn(authentication, clock)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(SecurityChain::startAgain))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(policy))
                .addFilterAfter(new EmployerFilter(), AuthorizationFilter.class)
                .build();
    }

    private static AuthorizationDecision signedIn(
            Supplier<? extends @Nullable Authentication> authentication, Clock clock) {
        Authentication current = authentication.get();
        return new AuthorizationDecision(current != null
                && current.isAuthenticated()
                && current.getPrincipal() instanceof Visitor visitor
                && visitor.isCurrent(clock.instant()));
    }

    private static void startAgain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws java.io.IOException {
        ContentSecurityPolicy.allowAnyFrame(request);
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
