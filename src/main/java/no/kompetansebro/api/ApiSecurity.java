package no.kompetansebro.api;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who may call what of the REST API: bearer tokens only, no session, no cookie (interfaces.md section 4). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiIssuers.class)
class ApiSecurity {

    /** Before the shell's chain, which takes every other path. */
    @Bean
    @Order(10)
    SecurityFilterChain apiSecurityFilterChain(HttpSecurity http, List<BearerTokens> tokens, ProblemWriter problems) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/api/v1/coverage/**")
                        .hasAuthority(Scope.COVERAGE_READ.code())
                        .requestMatchers("/api/v1/imports/**")
                        .hasAuthority(Scope.IMPORT_WRITE.code())
                        .requestMatchers(HttpMethod.GET, "/api/v1/catalogue")
                        .hasAnyAuthority(Scope.CATALOGUE_WRITE.code(), Scope.COVERAGE_READ.code())
                        .requestMatchers("/api/v1/catalogue/**")
                        .hasAuthority(Scope.CATALOGUE_WRITE.code())
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
