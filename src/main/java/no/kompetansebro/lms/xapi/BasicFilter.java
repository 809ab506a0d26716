package no.kompetansebro.lms.xapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the connection by {@code Authorization: Basic} (RFC 7617) and does the rest of the request in the scope of its employer.
 * A request without a known key goes on as nobody's, to be refused.
 */
final class BasicFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Basic ";
    private static final int UUID_LENGTH = 36;

    private final Connections connections;

    BasicFilter(Connections connections) {
        this.connections = connections;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Connection> connection = credentials(request).flatMap(this::connection);
        if (connection.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(connection.get(), null, List.of())));
        try {
            EmployerScope.<Optional<Void>, Exception>in(connection.get().employer(), () -> {
                chain.doFilter(request, response);
                return Optional.empty();
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<String> credentials(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader("Authorization"))
                    .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                    .map(header -> Base64.getDecoder()
                            .decode(header.substring(SCHEME.length()).strip()))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Connection> connection(String credentials) {
        String[] parts = credentials.split(":", 2);
        if (parts.length < 2 || parts[0].length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return connections.find(UUID.fromString(parts[0]), parts[1]);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
