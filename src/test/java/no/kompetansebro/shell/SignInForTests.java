package no.kompetansebro.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.shared.EmployerId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** Lets a browser in a test be anybody, in place of a launch; may be framed from 127.0.0.1 then. */
@Configuration(proxyBeanMethods = false)
class SignInForTests {

    private static final String FRAMED = "test.framed";

    @Bean
    @Order(1)
    SecurityFilterChain signInForTestsChain(HttpSecurity http) {
        return http.securityMatcher("/test/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.frameOptions(frames -> frames.disable()))
                .build();
    }

    @Bean
    FrameAncestors framesForTests() {
        return request -> {
            HttpSession session = request.getSession(false);
            return session == null || session.getAttribute(FRAMED) == null ? List.of() : List.of("http://127.0.0.1:*");
        };
    }

    /** Named shortly: the session table keeps the name. */
    static class SignedIn extends UsernamePasswordAuthenticationToken {

        private static final long serialVersionUID = 1;

        SignedIn(Visitor visitor) {
            super(visitor, null, List.of());
        }

        @Override
        public String getName() {
            return "visitor";
        }
    }

    @Controller
    static class SignIn {

        /** A page of another site that shows ours in a frame. */
        @GetMapping(path = "/test/lms", produces = "text/html")
        @ResponseBody
        String lms(@RequestParam String frame) {
            return """
                    <!doctype html><html lang="nb"><title>LMS</title><main aria-label="LMS"><h1>LMS</h1>
                    <iframe title="Kompetansebro" width="900" height="800" src="%s"></iframe></main></html>
                    """.formatted(HtmlUtils.htmlEscape(frame));
        }

        @GetMapping("/test/sign-in")
        String signIn(
                @RequestParam UUID employer,
                @RequestParam UUID employee,
                @RequestParam String til,
                HttpServletRequest request,
                HttpServletResponse response) {
            Visitor visitor = Visitor.as(new EmployerId(employer), new EmployeeId(employee));
            request.getSession().setAttribute(FRAMED, true);
            new HttpSessionSecurityContextRepository()
                    .saveContext(new SecurityContextImpl(new SignedIn(visitor)), request, response);
            return "redirect:" + til;
        }
    }
}
