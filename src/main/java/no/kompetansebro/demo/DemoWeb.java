package no.kompetansebro.demo;

import no.kompetansebro.demo.lms.LmsAddress;
import no.kompetansebro.shared.StartLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Opens the demo's pages, in this profile only. They hold no session and nobody's secret; scores are signed by the LMS,
 * and everything behind the tool's own paths stays as it is.
 */
@Configuration(proxyBeanMethods = false)
@Profile(Demo.PROFILE)
class DemoWeb implements WebMvcConfigurer {

    private static final int BEFORE_THE_PAGES = 20;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/demo/assets/**").addResourceLocations("classpath:/demo/assets/");
    }

    @Bean
    StartLink demoLink() {
        return new StartLink("demo.start.link", "/demo");
    }

    @Bean
    @Order(BEFORE_THE_PAGES)
    SecurityFilterChain demoPages(HttpSecurity http, LmsAddress address) {
        return http.securityMatcher("/demo", "/demo/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(policy(address.tool()))))
                .build();
    }

    private static String policy(String tool) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'; frame-src 'self' " + tool + "; form-action 'self' " + tool
                + "; base-uri 'none'; frame-ancestors 'self' " + tool;
    }
}
