package no.kompetansebro.lti;

import java.io.Serializable;
import java.util.Collection;
import no.kompetansebro.lti.spi.Reception;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody who came in by a launch. There are no credentials to keep. */
final class LaunchAuthentication extends AbstractAuthenticationToken {

    private final Serializable principal;
    private final String name;

    private LaunchAuthentication(
            Serializable principal, String name, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.principal = principal;
        this.name = name;
        setAuthenticated(true);
    }

    static LaunchAuthentication of(Reception.Admitted admitted) {
        return new LaunchAuthentication(
                admitted.principal(),
                admitted.name(),
                AuthorityUtils.createAuthorityList(admitted.authorities().toArray(String[]::new)));
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof LaunchAuthentication that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + name.hashCode();
    }
}
