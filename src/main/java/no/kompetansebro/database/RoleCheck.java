package no.kompetansebro.database;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start as a database role that row-level security does not bind. */
@Component
class RoleCheck implements InitializingBean {

    private final JdbcClient jdbc;

    RoleCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        boolean unbound = jdbc.sql("""
                select r.rolsuper or r.rolbypassrls
                       or exists (select 1 from pg_class c where c.relname = 'employee'
                                     and pg_has_role(c.relowner, 'member'))
                  from pg_roles r where r.rolname = current_user
                """).query(Boolean.class).single();
        if (unbound) {
            throw new IllegalStateException("spring.datasource.username must be a role that neither owns the tables nor"
                    + " bypasses row-level security; give the owner as spring.flyway.user instead");
        }
    }
}
