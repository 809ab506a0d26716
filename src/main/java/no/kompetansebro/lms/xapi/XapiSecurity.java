package no.kompetansebro.lms.xapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Learning tools come in with the key and secret of a connection: no session, no cookie. */
@Configuration(proxyBeanMethods = false)
class XapiSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain xapiSecurityFilterChain(HttpSecurity http, Connections connections) {
        return http.securityMatcher("/xapi/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(XapiSecurity::refuse))
                .addFilterBefore(new BasicFilter(connections), AuthorizationFilter.class)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/xapi/about")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic realm=\"xAPI\", charset=\"UTF-8\"");
        response.setHeader(StatementEndpoint.VERSION, StatementEndpoint.OURS);
        response.setContentType("application/json");
        response.getOutputStream()
                .write("{\"code\":\"unauthorized\",\"detail\":\"A valid key and secret are needed\"}"
                        .getBytes(StandardCharsets.UTF_8));
    }
}
